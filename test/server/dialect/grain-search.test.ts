import fc from "fast-check";
import { expect, test } from "vitest";
import { accountFields } from "../../../contract/account-fields.ts";
import { type Grain, grains as grainNames } from "../../../contract/field-words.ts";
import type { Metadata } from "../../../contract/metadata.ts";
import type { Row } from "../../../contract/page.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { openKnowledge } from "../../../server/accounts/knowledge.ts";
import type { Clock } from "../../../server/clock.ts";
import { fittingGrains, utcStarts } from "../../../server/dialect/grain-cells.ts";
import { createGrainSearch } from "../../../server/dialect/grain-search.ts";
import { bucketOf } from "../../../server/dialect/local/bucket.ts";
import { nothingMissing, onePage } from "../../../server/dialect/one-page.ts";
import { windowOf } from "../../../server/dialect/split-filters.ts";
import { cube, metadata } from "../../contract/samples.ts";
import { refusal } from "./picky-api.ts";

const never = new AbortController().signal;
const from = Date.parse("2026-11-02T00:00:00Z");
const to = from + 9 * 86_400_000;
const minute = 60_000;

/** What the account lists beside the id and the created time: how its cells are had from when a conversation began. */
type Cells = Record<string, (created: number, place: number) => number | null>;

const cut = (grain: Grain) => {
  const bucket = bucketOf(grain, "UTC");
  return (ms: number) => Date.parse(bucket(ms));
};
const found: Cells = { bucket_1: cut("hour"), bucket_2: cut("day"), bucket_3: cut("week"), bucket_4: cut("month") };
/** Conversations last ten minutes, so that most end on the day that they begin on. */
const ended: Cells = {
  bucket_5: (ms) => cut("hour")(ms + 10 * minute),
  bucket_6: (ms, place) => (place % 3 === 0 ? null : cut("day")(ms + 10 * minute)),
};

type Options = { cells?: Cells; conversations?: number; off?: number; metadata?: Metadata };

/** An account of conversations a bit more than an hour apart, in memory. */
async function account({ cells = found, conversations = 200, off = 0, ...more }: Options = {}) {
  const listed =
    more.metadata ??
    metadata(
      cube(
        "Conversation",
        ["Count"],
        [
          "Id",
          ["CreatedAt", "time"],
          ["UpdatedAt", "time"],
          ...Object.keys(cells).map((name) => [name, "time"] as const),
        ],
      ),
    );
  let now = to;
  const clock: Clock = { now: () => now, after: () => () => undefined };
  const pass = (ms: number) => {
    now += ms;
  };
  const knowledge = await openKnowledge(undefined, clock, () => undefined);
  const all = Array.from({ length: conversations }, (_, place) => from + place * 64 * minute + 13 * minute);
  const calls: InsightsQueryRequest[] = [];
  const state: { failure: Error | undefined } = { failure: undefined };

  function rowsOf(request: InsightsQueryRequest): Row[] {
    const { dimensions = [], measures } = request.query;
    const window = windowOf(request) ?? { from: 0, to: 0 };
    const isWithin = (ms: number) => ms > window.from && ms < window.to;
    const text = (ms: number | null | undefined) => (typeof ms === "number" ? new Date(ms).toISOString() : null);
    const groups = new Map<string, Row>();
    all.forEach((created, place) => {
      if (!isWithin(created)) return;
      const own = (field: string) =>
        field === "Id" ? `c${place}` : text((cells[field] ?? ((ms) => ms))(created, place));
      const row: Row = Object.fromEntries(dimensions.map((field) => [field, own(field)]));
      const before = Number(groups.get(JSON.stringify(row))?.["Count"] ?? 0);
      groups.set(JSON.stringify(row), measures ? { ...row, Count: before + 1 } : row);
    });
    const rows = [...groups.values()];
    const [first] = rows;
    if (measures && dimensions.length === 0 && first) return [{ Count: Number(first["Count"]) + off }];
    return rows.map(({ Count, ...row }) => (measures ? { ...row, Count } : row));
  }

  const search = createGrainSearch(
    {
      knowledge,
      clock,
      fieldsOf: (given) => accountFields(given, { fields: {}, chosen: {}, refused: [], grains: knowledge.grains() }),
    },
    {
      metadata: () => listed,
      first: (request, pageSize) => {
        calls.push(request);
        if (state.failure) return Promise.reject(state.failure);
        return Promise.resolve(
          onePage(rowsOf(request).slice(0, Math.min(pageSize, 100)), { text: "" }, nothingMissing),
        );
      },
      readAll: () => (request) => {
        calls.push(request);
        return Promise.resolve({
          rows: onePage(rowsOf(request), { text: "" }, nothingMissing).rows,
          ...nothingMissing,
        });
      },
    },
  );
  const asked = (window: { from: number; to: number }): InsightsQueryRequest => ({
    query: {
      measures: ["Count"],
      filters: [
        {
          op: "AND",
          expressions: [
            { op: "GT", field: "CreatedAt", values: [new Date(window.from).toISOString()] },
            { op: "LT", field: "CreatedAt", values: [new Date(window.to).toISOString()] },
          ],
        },
      ],
    },
  });
  const ask = (window = { from, to }) => search.settled(asked(window), never);
  return { ask, calls, knowledge, pass, state };
}

const kinds = (knowledge: Awaited<ReturnType<typeof account>>["knowledge"]) =>
  Object.fromEntries(knowledge.findings().map(({ field = "", value }) => [field, value]));

test("grains whose names say nothing are found by their values, in few calls, once", async () => {
  const { ask, calls, knowledge } = await account({ cells: { ...found, ...ended } });
  await Promise.all([ask(), ask(), ask()]);
  expect(kinds(knowledge)).toEqual({
    bucket_1: "hour",
    bucket_2: "day",
    bucket_3: "week",
    bucket_4: "month",
    bucket_5: "none",
    bucket_6: "none",
  });
  expect(knowledge.grains()[0]).toEqual({ field: "bucket_1", grain: "hour", of: "CreatedAt" });
  // Rows, a count by all of them, and the count.
  expect(calls).toHaveLength(3);
  await ask();
  expect(calls).toHaveLength(3);
});

test("a day that is another one for a conversation in a hundred is not the day", async () => {
  // No row of the sample ends on another day, and the count has one that does.
  const late = (ms: number, place: number) => cut("day")(place === 150 ? ms + 86_400_000 : ms);
  const { ask, knowledge } = await account({
    cells: { bucket_1: cut("hour"), bucket_2: (ms, place) => late(ms, place) },
  });
  await ask();
  expect(kinds(knowledge)).toEqual({ bucket_1: "hour", bucket_2: "none" });
});

test("rows of one day alone tell neither days from weeks nor anything to be used", async () => {
  const { ask, calls, knowledge } = await account({ conversations: 20 });
  await ask({ from, to: from + 86_400_000 });
  expect(kinds(knowledge)).toEqual({});
  const before = calls.length;
  // The same again shows no more; a longer window may.
  await ask({ from, to: from + 86_400_000 });
  expect(calls).toHaveLength(before);
  await ask({ from, to: from + 2 * 86_400_000 });
  expect(calls.length).toBeGreaterThan(before);
});

test("grains by which the counts do not add up are not used", async () => {
  const { ask, calls, knowledge } = await account({ off: 3 });
  await ask();
  expect(kinds(knowledge)).toEqual({});
  expect(calls).toHaveLength(3);
});

test("an outage, a limit and a refusal teach nothing, and it is tried again after a while", async () => {
  const { ask, calls, knowledge, pass, state } = await account();
  for (const status of [503, 429, 400]) {
    state.failure = refusal(status);
    await ask();
    const before = calls.length;
    await ask();
    expect(calls).toHaveLength(before);
    pass(2 * minute);
  }
  expect(kinds(knowledge)).toEqual({});
  state.failure = undefined;
  const before = calls.length;
  await ask();
  expect(calls).toHaveLength(before + 3);
  expect(Object.values(kinds(knowledge)).toSorted()).toEqual(["day", "hour", "month", "week"]);
});

test("where names tell the grains, or say what else a time is, nothing is asked", async () => {
  for (const names of [["CreatedAt.day", "bucket_1"], ["EndedAt", "FirstResponseTime", "AssignedOn"], []]) {
    const times = ["CreatedAt", ...names].map((name) => [name, "time"] as const);
    const { ask, calls } = await account({ metadata: metadata(cube("Conversation", ["Count"], ["Id", ...times])) });
    await ask();
    expect(calls).toEqual([]);
  }
});

test("a field fits the grain that every cell is of, and no other", () => {
  const startOf = utcStarts();
  const time = fc.integer({ min: from, max: to });
  fc.assert(
    fc.property(fc.constantFrom(...grainNames), fc.array(time, { minLength: 1, maxLength: 20 }), (grain, times) => {
      const rows = times.map((ms) => ({
        T: new Date(ms).toISOString(),
        G: bucketOf(grain, "UTC")(ms),
        N: new Date(ms + 32 * 86_400_000).toISOString(),
      }));
      expect(fittingGrains(rows, "G", "T", startOf)).toContain(grain);
      expect(fittingGrains(rows, "N", "T", startOf)).toEqual([]);
    }),
  );
});
