import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { jumpingClock } from "../../support/jumping-clock.ts";
import type { Asked, Trouble } from "../../support/servers/paged-upstream.ts";
import { begin, ended, onDisk, order, sha256, stage } from "./support.ts";

/** More rows than are taken at once: it costs the least to write and to read. */
const tooLarge = Buffer.from(`{"items":[${Array(100_001).fill("{}").join()}],"meta":{}}`);

function answerTooLarge(response: ServerResponse): "handled" {
  response.writeHead(200, { "content-type": "application/json" }).end(tooLarge);
  return "handled";
}

/** How many rows a call asks for; a token says how many its query asked for. */
function sizeOf({ url, token }: Asked): number {
  const params = new URL(url, "http://upstream").searchParams;
  const position: unknown = token && JSON.parse(Buffer.from(token, "base64").toString());
  const own = params.get("pageSize");
  return Number(own ?? (typeof position === "object" && position !== null ? Reflect.get(position, "size") : 50));
}

/** Where in the list a call begins. */
function placeOf({ token }: Asked): number {
  const position: unknown = token && JSON.parse(Buffer.from(token, "base64").toString());
  return typeof position === "object" && position !== null ? Number(Reflect.get(position, "at")) : 0;
}

test.each<[string, (asked: Asked) => boolean]>([
  ["every page of a job's results", ({ kind }) => kind === "results"],
  ["every page", () => true],
  ["a page in the middle of a job's results", (asked) => asked.kind === "results" && placeOf(asked) >= 2000],
])("where %s is too large, smaller ones are asked for at once, and every row comes", async (_, concerns) => {
  const clock = jumpingClock();
  const begun = clock.now();
  const trouble: Trouble = (asked, response) => {
    const pages = asked.kind === "query" || asked.kind === "results";
    return pages && concerns(asked) && sizeOf(asked) > 100 ? answerTooLarge(response) : undefined;
  };
  const set = await stage({ rows: 3500, trouble }, { clock });
  const id = await begin(set.proxy.url);
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows: 3500 });
  expect(sha256((await onDisk(set.folder, id)).rows)).toBe(sha256(set.upstream.spool()));
  // Nothing is waited for: what is too large now is too large later.
  expect(clock.now() - begun).toBeLessThan(1000);
});

test.each([
  ["by another query of the rows behind the last one's time", 100, order],
  ["in smaller ones still", 10, order],
  ["by reading all of it again where it is not by time", 10, { ...order, request: { query: { dimensions: ["Id"] } } }],
])("in the middle of a query's pages, which have their size, it goes on %s", async (_, most, of) => {
  const clock = jumpingClock();
  const begun = clock.now();
  const set = await stage({ rows: 3500, jobs: false }, { clock });
  const concerns = (asked: Asked) => placeOf(asked) >= 2000 && placeOf(asked) < 2300 && sizeOf(asked) > most;
  set.upstream.trouble((asked, response) =>
    asked.kind === "query" && concerns(asked) ? answerTooLarge(response) : undefined,
  );
  const id = await begin(set.proxy.url, { ...of, columns: [{ field: "Id", header: "Id" }] });
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows: 3500 });
  expect(sha256((await onDisk(set.folder, id)).rows)).toBe(sha256(set.upstream.spool()));
  expect(set.upstream.asked.filter(concerns)).toHaveLength(most === 100 ? 1 : 2);
  expect(clock.now() - begun).toBeLessThan(1000);
});
