import fc from "fast-check";
import { expect, test } from "vitest";
import type { ExportCheck } from "../../../contract/export-check.ts";
import { instantOf } from "../../../server/exports/check/instant-cell.ts";
import { windowSieve } from "../../../server/exports/check/window.ts";
import { afterBound, keysetRequest, withLeaf } from "../../../server/exports/snapshot/keyset.ts";

const cell = (text: string) => Buffer.from(JSON.stringify(text));
const inUtc = { query: {} };
const inBerlin = { properties: { timezone: "Europe/Berlin" }, query: {} };
const noon = Date.UTC(2026, 10, 22, 12);

test("a time cell is an instant with an offset, and without one where the query is in UTC", () => {
  for (const text of ["2026-11-22T12:00:00Z", "2026-11-22 13:00:00.000999+01", "2026-11-22T07:00:00-0500"]) {
    expect(instantOf(cell(text), inBerlin)).toBe(noon);
  }
  for (const text of ["2026-11-22T12:00:00", "2026-11-22 12:00:00.000"]) {
    expect([instantOf(cell(text), inUtc), instantOf(cell(text), inBerlin)]).toEqual([noon, undefined]);
  }
  expect(instantOf(cell("2026-11-22T12:00:00.1234567Z"), inUtc)).toBe(noon + 123);
  for (const text of ["2026-11-22", "11/22/2026 12:00:00", "soon", "2026-13-22T12:00:00Z"]) {
    expect(instantOf(cell(text), inUtc)).toBeUndefined();
  }
  expect([instantOf(Buffer.from("1795348800"), inUtc), instantOf(undefined, inUtc)]).toEqual([undefined, undefined]);
});

function checkOf(from: number, to: number): ExportCheck {
  const time = { field: "Time", from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  return { count: "Count", id: "Id", time, leftOut: 0, astray: 0, clashes: 0, restarted: false };
}

test("rows are within exactly where their time is, each conversation outside is counted once, and the far ones apart", () => {
  const near = fc.integer({ min: noon - 200_000, max: noon + 200_000 });
  const rows = fc.array(fc.tuple(near, fc.nat(20)), { maxLength: 60 });
  const property = fc.property(rows, near, fc.integer({ min: 1, max: 200_000 }), (list, from, length) => {
    const to = from + length;
    const check = checkOf(from, to);
    const sieve = windowSieve(check, inUtc);
    const texts = list.map(([ms, id]) => `{"Time":"${new Date(ms).toISOString()}","Id":"${id}"}`);
    const isIn = ([ms]: readonly [number, number]) => ms >= from && ms < to;
    // One memory for all rows of a page, as they come.
    const page = Buffer.from(texts.join(""));
    const cut = texts.map((text, index) => {
      const at = texts.slice(0, index).join("").length;
      return page.subarray(at, at + text.length);
    });
    expect(cut.map((row) => sieve.within(row))).toEqual(list.map(isIn));
    expect(sieve.sift(cut).map(String)).toEqual(texts.filter((_, index) => isIn(list[index] ?? [0, 0])));
    sieve.sift(cut);

    const first = new Map(
      list
        .filter((one) => !isIn(one))
        .reverse()
        .map(([ms, id]) => [id, ms]),
    );
    expect(check.leftOut).toBe(first.size);
    expect(check.astray).toBe([...first.values()].filter((ms) => ms < from - 1000 || ms > to + 1000).length);
  });
  fc.assert(property);
});

test("rows whose time cannot be read, and all rows where no window is known, are within", () => {
  const rows = ['{"Id":"1"}', '{"Id":"2","Time":null}', '{"Id":"3","Time":"soon"}', '{"Id":"4","Time":12}'].map(
    (text) => Buffer.from(text),
  );
  expect(windowSieve(checkOf(0, 1), inUtc).sift(rows)).toEqual(rows);
  const { time: _, ...timeless } = checkOf(0, 1);
  const old = [Buffer.from('{"Id":"1","Time":"1999-01-01T00:00:00Z"}')];
  expect(windowSieve(timeless, inUtc).sift(old)).toEqual(old);
  expect(windowSieve(undefined, inUtc).sift(old)).toEqual(old);
});

test("the rest begins a millisecond before the last row's time, in the direction of the order", () => {
  const time = { field: "Time", shown: "Time", label: "Time", cube: "C", how: "words" as const, grains: {} };
  const request = (direction: "ASC" | "DESC", op: "AND" | "OR" = "AND") => ({
    query: {
      dimensions: ["Id", "Time"],
      orderBy: [{ field: "Time", direction }],
      filters: [
        {
          op,
          expressions: [
            { op: "EQ" as const, field: "A", values: ["1"] },
            { op: "EQ" as const, field: "B", values: ["2"] },
          ],
        },
      ],
    },
  });
  const last = Buffer.from('{"Id":"1","Time":"2026-11-22T12:00:00.000456"}');
  const leaf = (direction: "ASC" | "DESC") =>
    keysetRequest(request(direction), time, last)?.query.filters?.[0]?.expressions.at(-1);
  expect(leaf("DESC")).toEqual({ op: "LT", field: "Time", values: ["2026-11-22T12:00:00.001Z"] });
  expect(leaf("ASC")).toEqual({ op: "GT", field: "Time", values: ["2026-11-22T11:59:59.999Z"] });
  expect(keysetRequest(request("DESC", "OR"), time, last)).toBeUndefined();
  expect(keysetRequest(request("DESC"), { ...time, shown: "Time.hour" }, last)).toBeUndefined();
  expect(
    keysetRequest({ ...request("DESC"), ...{ properties: { timezone: "Asia/Tokyo" } } }, time, last),
  ).toBeUndefined();
  expect(afterBound({ field: "Time", direction: "DESC", ms: noon }, true).values).toEqual(["2026-11-22T12:00:00.000Z"]);
  expect(
    withLeaf({ query: { dimensions: ["Id"] } }, afterBound({ field: "Time", direction: "ASC", ms: noon }))?.query
      .filters,
  ).toEqual([{ op: "AND", expressions: [{ op: "GT", field: "Time", values: ["2026-11-22T11:59:59.999Z"] }] }]);
});
