import fc from "fast-check";
import { expect, test } from "vitest";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { openKnowledge } from "../../../server/accounts/knowledge.ts";
import { systemClock } from "../../../server/clock.ts";
import { grainEnds, startBefore } from "../../../server/dialect/grain-ends.ts";
import { bucketOf } from "../../../server/dialect/local/bucket.ts";
import type { Shape } from "../../../server/dialect/shape.ts";
import { windowOf } from "../../../server/dialect/split-filters.ts";
import { earshotProblem } from "../../../server/messages/problem.ts";
import { sentence } from "../../../server/messages/sentence.ts";
import { toBuffers } from "./answer/asked.ts";

const role = (field: string) => ({ cube: "C", field, label: field, how: "words" as const });
const grains = { hour: "Created.hour", day: "Created.day", week: "Created.week", month: "Created.month" };
const shape: Shape = {
  roles: { count: role("Count"), time: { ...role("Created"), shown: "Created", grains } },
  times: new Set(["Created"]),
  grains: new Map(Object.values(grains).map((field) => [field, "Created"])),
  several: new Set(),
};
const zone = "America/New_York";
const window = { from: Date.parse("2026-11-02T05:00:00Z"), to: Date.parse("2026-11-05T17:00:00Z") };

function asked(field: string): InsightsQueryRequest {
  const expressions = [
    { op: "GT" as const, field: "Created", values: [new Date(window.from - 1).toISOString()] },
    { op: "LT" as const, field: "Created", values: [new Date(window.to).toISOString()] },
  ];
  return {
    properties: { timezone: zone },
    query: { measures: ["Count"], dimensions: [field], filters: [{ op: "AND", expressions }] },
  };
}

/** Conversations by the day of November on which they were. */
const perDay = new Map([
  [2, 5],
  [3, 9],
  [4, 7],
  [5, 3],
]);

/** @param failures how often the count fails before it is answered. */
async function look(days: readonly [day: number, count: number][], failures = 0) {
  const knowledge = await openKnowledge(undefined, systemClock, () => undefined);
  const ends = grainEnds({ knowledge, clock: systemClock });
  const rows = toBuffers(days.map(([day, Count]) => ({ "Created.day": `2026-11-0${day}T00:00:00.000`, Count })));
  const calls: string[] = [];
  const ask = (request: InsightsQueryRequest) => {
    const part = windowOf(request);
    const from = (part?.from ?? 0) + 1;
    calls.push(`${new Date(from).toISOString()} ${new Date(part?.to ?? 0).toISOString()}`);
    if (calls.length <= failures)
      return Promise.reject(earshotProblem("upstreamTimeout", sentence("twilioUnreachable", { api: "a", code: "c" })));
    return Promise.resolve({ rows: toBuffers([{ Count: perDay.get(new Date(from).getUTCDate()) ?? 0 }]) });
  };
  const page = { rows, lost: 0, nextToken: undefined };
  for (let times = 0; times < failures; times += 1) {
    expect(await ends.shownIn({ request: asked("Created.day"), page, shape }, ask)).toBe(false);
  }
  const isFound = await ends.shownIn({ request: asked("Created.day"), page, shape }, ask);
  return { isFound, calls, known: knowledge.find("grain-ends", "Created")?.how };
}

test("days that are labelled by the midnight behind them are recognised by one count of one of them", async () => {
  expect(await look([...perDay].map(([day, count]) => [day + 1, count]))).toEqual({
    isFound: true,
    calls: ["2026-11-02T05:00:00.000Z 2026-11-03T05:00:00.000Z"],
    known: "seen",
  });
});

test("a count that fails leaves the figures as they came, and the next ones are looked into", async () => {
  const days = [...perDay].map(([day, count]): [number, number] => [day + 1, count]);
  const { isFound, calls } = await look(days, 2);
  expect([isFound, calls.length]).toEqual([true, 3]);
});

test("days that are labelled by their beginning are not asked about", async () => {
  expect(await look([...perDay])).toEqual({ isFound: false, calls: [], known: undefined });
});

test("labels behind the window that no count bears out teach nothing", async () => {
  const labels: [number, number][] = [
    [4, 8],
    [5, 20],
    [6, 5],
  ];
  expect(await look(labels)).toMatchObject({ isFound: false, calls: [expect.any(String)], known: undefined });
});

test("the bucket that ends where another begins is the one before it, in any zone", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("hour" as const, "day" as const, "week" as const, "month" as const),
      fc.constantFrom("UTC", zone, "Asia/Kolkata", "Australia/Lord_Howe"),
      fc.date({ min: new Date("2024-01-01"), max: new Date("2027-01-01"), noInvalidDate: true }),
      (grain, where, date) => {
        const bucket = bucketOf(grain, where);
        const end = Date.parse(bucket(date.getTime()));
        const start = startBefore(grain, where, end);
        expect(start).toBe(Date.parse(bucket(end - 1)));
        expect(start).toBeLessThan(end);
        if (date.getTime() !== end) expect(startBefore(grain, where, date.getTime())).toBeUndefined();
      },
    ),
  );
});
