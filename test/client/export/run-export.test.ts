import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runExport } from "../../../client/export/run-export.ts";
import type { ExportRequest } from "../../../contract/export.ts";
import { type FakeUpstream, type Reply, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { type RunningProxy, startProxy, startSample } from "../../support/servers/proxy.ts";
import { cutOff, hang, json, page, raw, twilioError } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";

const request: ExportRequest = {
  request: { query: { dimensions: ["Id", "Name"] } },
  columns: [
    { field: "Id", header: "ID" },
    { field: "Name", header: "Name, full" },
  ],
  format: "csv",
};

const never = new AbortController().signal;

let upstream: FakeUpstream;
let proxy: RunningProxy;

beforeEach(async () => {
  upstream = await startFakeUpstream();
  proxy = await startProxy(upstream.url);
  servePageFrom(proxy.url);
});

afterEach(async () => {
  servePageFrom(undefined);
  await proxy.close();
  await upstream.close();
});

async function records({ blob }: { blob: Blob }): Promise<string[][]> {
  return parse(await blob.text());
}

describe("an export", () => {
  test("is a file of every row of every page, under the name that the server gave it", async () => {
    const rows = [
      { Id: "a", Name: 'line one\nline "two"' },
      { Id: "b", Name: "é😀,;" },
    ];
    upstream.reply(page(rows, "t"), page([], "u"), page([{ Id: "c", Name: null }]));
    const seen: number[] = [];
    const file = await runExport(request, never, (count) => seen.push(count));
    expect(file.rows).toBe(3);
    expect(file.name).toMatch(/^earshot-conversations-.+\.csv$/);
    expect(file.blob.type).toBe("text/csv;charset=utf-8");
    expect(await records(file)).toEqual([
      ["ID", "Name, full"],
      ["a", 'line one\nline "two"'],
      ["b", "é😀,;"],
      ["c", ""],
    ]);
    expect(seen.at(-1)).toBe(3);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  test("of nothing is a header, and no row", async () => {
    upstream.reply(page([]));
    const file = await runExport(request, never, () => {});
    expect(file.rows).toBe(0);
    expect(await records(file)).toEqual([["ID", "Name, full"]]);
  });

  test("that is refused fails with the problem", async () => {
    upstream.reply(twilioError(400, { message: "Unknown field" }));
    await expect(runExport(request, never, () => {})).rejects.toMatchObject({
      kind: "http",
      problem: { httpStatusCode: 400, source: "twilio", message: "Unknown field" },
    });
  });

  test.each<[string, Reply]>([
    ["an error", twilioError(500)],
    ["a page that breaks off", cutOff],
    ["something else than JSON", raw("<html>", "text/html")],
    ["the page before again", page([{ Id: "x", Name: "x" }], "t")],
  ])("that ends in the middle with %s fails, and is never a shorter file", async (_, end) => {
    upstream.reply(page([{ Id: "a", Name: "b" }], "t"), end);
    await expect(runExport(request, never, () => {})).rejects.toMatchObject({ name: "InsightsError", kind: "network" });
  });

  test("that nobody answers fails as the network", async () => {
    servePageFrom("http://127.0.0.1:1");
    await expect(runExport(request, never, () => {})).rejects.toMatchObject({ kind: "network" });
  });

  test("waits out a rate limit and then goes", async () => {
    const limited = json({ code: 20429, message: "Slow", httpStatusCode: 429 }, 429, { "x-ratelimit-reset": "1" });
    upstream.reply(limited, page([{ Id: "a", Name: "b" }]));
    expect((await runExport(request, never, () => {})).rows).toBe(1);
    expect(upstream.received).toHaveLength(2);
  });

  test("that is cancelled fails with the reason and is cancelled at Twilio, at the start and in the middle", async () => {
    const pages: [Reply, ...Reply[]][] = [[hang], [page([{ Id: "a", Name: "b" }], "t"), hang]];
    for (const replies of pages) {
      const before = upstream.received.length;
      upstream.reply(...replies);
      const controller = new AbortController();
      const running = runExport(request, controller.signal, () => {});
      await upstream.arrived(before + replies.length);
      controller.abort("enough");
      await expect(running).rejects.toBe("enough");
      await upstream.received.at(-1)?.cancelled;
    }
  });
});

describe("an export of the embedded account", () => {
  test("has exactly the rows that the same query gives page by page, in the same order", async () => {
    const sample = await startSample({ conversations: 250 });
    servePageFrom(sample.url);
    const query = {
      query: { dimensions: ["Id", "Channels"], orderBy: [{ field: "Id", direction: "ASC" as const }] },
    };
    const columns = [{ field: "Id", header: "Id" }];
    const file = await runExport({ request: query, columns, format: "csv" }, never, () => {});
    const ids = (await records(file)).slice(1).map(([id]) => id);
    expect(file.rows).toBe(250);
    expect(new Set(ids).size).toBe(250);
    expect(ids).toEqual([...ids].sort());
    await sample.close();
  });
});
