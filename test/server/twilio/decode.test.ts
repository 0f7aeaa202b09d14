import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { earshotCodes } from "../../../contract/problem.ts";
import { decodedBody } from "../../../server/twilio/decode.ts";
import type { Reply } from "../../support/servers/fake-upstream.ts";
import { post, problemOf, query, setUp } from "../setup.ts";

const body = JSON.stringify({
  domain: "x",
  items: [{ Id: "é😀" }],
  meta: { key: "items", pageSize: 1, nextToken: null },
});
const utf8 = Buffer.from(body);
const mark = Buffer.from([0xef, 0xbb, 0xbf]);

function sent(bytes: Buffer, headers: Record<string, string>, status = 200): Reply {
  return (response) => void response.writeHead(status, headers).end(bytes);
}

test.each<[string, Buffer, Record<string, string>]>([
  ["gzip", gzipSync(body), { "content-encoding": "gzip" }],
  ["x-gzip", gzipSync(body), { "content-encoding": " X-Gzip " }],
  ["br", brotliCompressSync(body), { "content-encoding": "br" }],
  ["deflate as zlib has it", deflateSync(body), { "content-encoding": "deflate" }],
  ["deflate without a header", deflateRawSync(body), { "content-encoding": "deflate" }],
  ["gzip over br", gzipSync(brotliCompressSync(body)), { "content-encoding": "br, gzip" }],
  ["gzip that does not say so", gzipSync(body), {}],
  ["gzip that was decoded already", utf8, { "content-encoding": "gzip" }],
  ["br that was decoded already", utf8, { "content-encoding": "br" }],
  ["a coding that nobody knows, and none", utf8, { "content-encoding": "aws-chunked" }],
  ["a byte order mark", Buffer.concat([mark, utf8]), {}],
  ["a byte order mark in gzip", gzipSync(Buffer.concat([mark, utf8])), { "content-encoding": "gzip" }],
  ["UTF-16", Buffer.from(`\ufeff${body}`, "utf16le"), {}],
  ["UTF-16, the other end first", Buffer.from(`\ufeff${body}`, "utf16le").swap16(), {}],
])("%s is read, on the way to the screen", async (_, bytes, headers) => {
  const { upstream, proxy } = await setUp();
  upstream.reply(sent(bytes, { "content-type": "application/json", ...headers }));
  const answer = await post(`${proxy.url}/api/query`, query);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(utf8);
});

test("Latin-1 is read where it says that it is", async () => {
  const latin = Buffer.from('{"a":"é"}', "latin1");
  const said = await decodedBody(latin, { "content-type": "application/json; charset=ISO-8859-1" }, 1000);
  expect(said.toString("utf8")).toBe('{"a":"é"}');
  expect(await decodedBody(latin, { "content-type": "application/json; charset=none" }, 1000)).toEqual(latin);
});

test("an error's body is decoded, too", async () => {
  const { upstream, proxy } = await setUp();
  const error = gzipSync(JSON.stringify({ code: 20001, message: "No such field", httpStatusCode: 400 }));
  upstream.reply(sent(error, { "content-type": "application/json", "content-encoding": "gzip" }, 400));
  expect(await problemOf(await post(`${proxy.url}/api/query`, query))).toMatchObject({ message: "No such field" });
});

test.each([gzipSync(body).subarray(0, -12), brotliCompressSync(body).subarray(0, -3)])(
  "a body that ends too early is cut off (%#)",
  async (bytes) => {
    const { upstream, proxy } = await setUp();
    const coding = bytes[0] === 0x1f ? "gzip" : "br";
    upstream.reply(sent(bytes, { "content-type": "application/json", "content-encoding": coding }));
    expect((await problemOf(await post(`${proxy.url}/api/query`, query))).code).toBe(earshotCodes.upstreamCutOff);
  },
);

test("what unfolds to more than is taken is given up", async () => {
  const { upstream, proxy } = await setUp();
  const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024, " "));
  expect(bomb.length).toBeLessThan(100_000);
  upstream.reply(sent(bomb, { "content-type": "application/json", "content-encoding": "gzip" }));
  expect((await problemOf(await post(`${proxy.url}/api/query`, query))).code).toBe(earshotCodes.upstreamTooLarge);
});

test.each([
  ["gzip", gzipSync],
  ["br", brotliCompressSync],
  ["deflate", deflateSync],
] as const)("a bomb of %s never becomes larger than the limit", async (coding, compress) => {
  const bomb = compress(compress(Buffer.alloc(8 * 1024 * 1024)));
  const bounded = decodedBody(bomb, { "content-encoding": `${coding}, ${coding}` }, 100_000);
  await expect(bounded.then(({ length }) => length)).rejects.toMatchObject({ code: "ERR_BUFFER_TOO_LARGE" });
});

test("any bytes under any coding come back decoded, as they were, or as an error of zlib's", async () => {
  const codings = fc.constantFrom("gzip", "br", "deflate", "identity", "gzip,deflate,br");
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), codings, async (some, coding) => {
      const bytes = Buffer.from(some);
      await decodedBody(bytes, { "content-encoding": coding }, 100_000).then(
        (plain) => expect(plain).toBeInstanceOf(Buffer),
        (error) => expect(["Z_BUF_ERROR", "ERR_BUFFER_TOO_LARGE"]).toContain(error.code),
      );
    }),
    { numRuns: 200 },
  );
});
