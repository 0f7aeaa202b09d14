import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { InsightsError } from "../../../../client/api/errors.ts";
import { nothingTold } from "../../../../client/api/told.ts";
import { beginsBucket, bucketEdges } from "../../../../client/charts/time/buckets.ts";
import { loadedTrend } from "../../../../client/charts/trend/loaded-trend.ts";
import {
  readTrend,
  type TrendFrame,
  type TrendRow,
  trendRow,
  withRest,
} from "../../../../client/charts/trend/read-trend.ts";
import type { Trend } from "../../../../client/charts/trend/trend.ts";
import { findFields } from "../../../../contract/fields.ts";
import { reference } from "../../../contract/samples.ts";
import { long } from "../../../support/long.ts";
import { anyZone } from "../../view/views.ts";

const hour = 3_600_000;
const { roles } = findFields(reference);

function frame(from: string, to: string, zone = "UTC", grain: Trend["grain"] = "day"): TrendFrame {
  const window = { from: Date.parse(from), to: Date.parse(to) };
  return { window, zone, cellZone: zone, grain, kind: "all" };
}

const week = frame("2026-11-01T00:00Z", "2026-11-04T12:00Z");

function row(time: unknown, count = 1, ...sentiments: string[]): TrendRow {
  return { count, time, sentiments };
}

function totals({ buckets }: Trend): number[] {
  return buckets.map(({ total }) => total);
}

/** What each bucket counts, as plain objects. */
function counts({ buckets }: Trend): Record<string, number>[] {
  return buckets.map((bucket) => Object.fromEntries(bucket.counts));
}

describe("a trend", () => {
  test("has every bucket of its window, counts what falls in each, and zero where nothing does", () => {
    const rows = [row("2026-11-01T23:59:59Z", 2), row("2026-11-03T00:00:00Z", 3), row("2026-11-03", 4)];
    const trend = readTrend(rows, week, false);
    expect(totals(trend)).toEqual([2, 0, 7, 0]);
    expect(trend.keys).toEqual([]);
    expect(counts(trend)).toEqual([{}, {}, {}, {}]);
  });

  test("says which buckets the window cuts", () => {
    const cut = readTrend([], frame("2026-11-01T06:00Z", "2026-11-04T00:00Z"), false);
    expect(cut.buckets.map(({ partial }) => partial)).toEqual([true, false, false]);
    expect(readTrend([], week, false).buckets.map(({ partial }) => partial)).toEqual([false, false, false, true]);
  });

  test("counts a row without a sentiment under none, and one with two under both", () => {
    const rows = [row("2026-11-01", 2, "positive"), row("2026-11-01", 1), row("2026-11-02", 3, "positive", "negative")];
    const trend = readTrend(rows, week, true);
    expect(counts(trend)).toEqual([{ positive: 2, "": 1 }, { positive: 3, negative: 3 }, {}, {}]);
    expect(totals(trend)).toEqual([3, 3, 0, 0]);
    expect(trend.overlap).toBe(true);
    expect(new Set(trend.keys)).toEqual(new Set(["positive", "", "negative"]));
  });

  test("refuses a time that it cannot read, whatever else it has", () => {
    for (const time of [null, undefined, "soon", 5]) {
      expect(() => readTrend([row("2026-11-01"), row(time)], week, false)).toThrow(InsightsError);
    }
  });

  test("adds hours up to days of the zone", () => {
    const day = frame("2026-10-24T22:00Z", "2026-10-26T23:00Z", "Europe/Berlin");
    const hours = Array.from({ length: 49 }, (_, i) =>
      row(new Date(Date.parse("2026-10-24T22:00Z") + i * hour).toISOString()),
    );
    expect(totals(readTrend(hours, day, false))).toEqual([25, 24]);
  });

  test("puts every row into the bucket whose wall-clock name it has", () => {
    const anyRow = fc.integer({ min: Date.UTC(2026, 2, 20), max: Date.UTC(2026, 3, 20) });
    const anyGrain = fc.constantFrom("hour" as const, "day" as const);
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 20 }), anyZone, anyGrain, (moments, zone, grain) => {
        const window = { from: Math.min(...moments), to: Math.max(...moments) + 1 };
        const rows = moments.map((ms) => row(new Date(ms).toISOString()));
        const trend = readTrend(rows, { ...week, window, zone, grain }, false);
        const name = (ms: number) => {
          const time = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
          const date = time.toPlainDate().toString();
          return grain === "day" ? date : `${date} ${time.hour} ${time.offset}`;
        };
        const expected = new Map<string, number>();
        for (const ms of moments) expected.set(name(ms), (expected.get(name(ms)) ?? 0) + 1);
        const got = trend.buckets
          .filter(({ total }) => total > 0)
          .map(({ start, total }) => [name(start), total] as const);
        expect(new Map(got)).toEqual(expected);
      }),
      { numRuns: long(40, 1000) },
    );
  });
});

describe("what is not of the window", () => {
  test("is in no bucket, and is counted", () => {
    // The account's filter counts its ends in: the moments before and at the end of the window are sent, too.
    const days = { ...frame("2026-11-02T00:00Z", "2026-11-04T00:00Z"), cells: "day" as const };
    const rows = [row("2026-11-01", 5, "positive"), row("2026-11-02", 2), row("2026-11-03", 3), row("2026-11-04", 7)];
    const trend = readTrend(rows, days, true);
    expect(totals(trend)).toEqual([2, 3]);
    expect(trend).toMatchObject({ outside: 12, population: { kind: "all", count: 5 }, keys: [""] });
  });

  test("is told by the account's own buckets, which may reach into the window from before it", () => {
    const noon = { ...frame("2026-11-02T12:00Z", "2026-11-03T12:00Z", "America/New_York"), cells: "day" as const };
    const utc = ["2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z", "2026-11-03T00:00:00Z", "2026-11-04T00:00:00Z"];
    const trend = readTrend(
      utc.map((time) => row(time)),
      noon,
      false,
    );
    expect(trend.outside).toBe(2);
    expect(trend.population.count).toBe(2);
  });

  test("is never more than the rest: all that is sent is either drawn or left out", () => {
    const anyGrain = fc.constantFrom("hour" as const, "day" as const, undefined);
    const from = Date.UTC(2026, 9, 20);
    const moments = fc.array(fc.tuple(fc.integer({ min: -60, max: 400 }), fc.nat(9)), { maxLength: 30 });
    fc.assert(
      fc.property(moments, anyZone, anyGrain, fc.integer({ min: 1, max: 340 }), (list, zone, cells, length) => {
        const window = { from, to: from + length * hour };
        const rows = list.map(([at, count]) => row(new Date(from + at * hour).toISOString(), count));
        const trend = readTrend(rows, { ...week, window, zone, cells, grain: "day" }, false);
        const drawn = totals(trend).reduce((sum, count) => sum + count, 0);
        expect(drawn).toBe(trend.population.count);
        expect(drawn + trend.outside).toBe(list.reduce((sum, [, count]) => sum + count, 0));
        const within = list.filter(([at]) => at >= 0 && at < length).reduce((sum, [, count]) => sum + count, 0);
        if (cells === undefined) expect(drawn).toBe(within);
        else expect(drawn).toBeGreaterThanOrEqual(within);
      }),
      { numRuns: long(40, 1000) },
    );
  });
});

describe("hours asked for in UTC", () => {
  test("tell the doubled hour's halves apart", () => {
    const zone = "America/New_York";
    const night = { ...frame("2026-11-01T04:00Z", "2026-11-01T08:00Z", zone, "hour"), cells: "hour" as const };
    // One o'clock comes at 05:00 and again at 06:00 UTC.
    const rows = [row("2026-11-01T05:00:00.000", 22), row("2026-11-01T06:00:00.000", 21)];
    expect(totals(readTrend(rows, { ...night, cellZone: "UTC" }, false))).toEqual([0, 22, 21, 0]);
  });
});

describe("the cells of a trend's row", () => {
  test("are the time, the count and each sentiment once, in any case", () => {
    const cells = { DateCreated: "2026-11-01", "OperatorResult.Value": ["Positive", "POSITIVE", "mixed"] };
    expect(trendRow(cells, 3, "DateCreated", roles)).toEqual({
      count: 3,
      time: "2026-11-01",
      sentiments: ["positive", "mixed"],
    });
    expect(trendRow(cells, 3, "DateCreated", {}).sentiments).toEqual([]);
  });
});

describe("a trend of all with the trend of a part laid over it", () => {
  const all = readTrend([row("2026-11-01", 5), row("2026-11-02", 2)], week, false);

  test("has the rest without a sentiment", () => {
    const part = readTrend([row("2026-11-01", 3, "positive"), row("2026-11-02", 2, "mixed")], week, true);
    const trend = withRest(all, part);
    expect(counts(trend)).toEqual([{ positive: 3, "": 2 }, { mixed: 2 }, {}, {}]);
    expect(totals(trend)).toEqual([5, 2, 0, 0]);
    expect(trend.keys).toEqual(["positive", "mixed", ""]);
    expect(trend.overlap).toBe(false);
  });

  test("has no rest where every conversation has one", () => {
    const part = readTrend([row("2026-11-01", 5, "positive"), row("2026-11-02", 2, "positive")], week, true);
    expect(withRest(all, part).keys).toEqual(["positive"]);
  });

  test("overlaps where the parts are more than the whole, and never shows less than nothing", () => {
    const part = readTrend([row("2026-11-01", 4, "positive"), row("2026-11-01", 4, "negative")], week, true);
    const trend = withRest(all, part);
    expect(trend.overlap).toBe(true);
    expect(counts(trend)[0]).toEqual({ positive: 4, negative: 4 });
  });

  test("is not misled where what is counted twice makes good for what is left out", () => {
    // Of five conversations one has two sentiments and one has none.
    const part = readTrend([row("2026-11-01", 4, "positive"), row("2026-11-01", 1, "negative")], week, true);
    const having = readTrend([row("2026-11-01", 4)], week, false);
    const trend = withRest(all, part, having);
    expect(trend.overlap).toBe(true);
    expect(counts(trend)).toEqual([{ positive: 4, negative: 1, "": 1 }, { "": 2 }, {}, {}]);
  });

  test("keeps the layers of rounded figures as they are, since their sums leave no rest and show no overlap", () => {
    const part = readTrend([row("2026-11-01", 4, "positive"), row("2026-11-01", 4)], week, true);
    const note = { text: "Rounded.", key: "dialectRounded", values: { most: 4 } };
    const trend = withRest(all, { ...part, told: { ...nothingTold, notes: [note] } });
    expect([counts(trend)[0], totals(trend), trend.overlap]).toEqual([{ positive: 4, "": 4 }, [5, 2, 0, 0], false]);
  });

  test("has a rest of no known sentiment where rows could not be read, and no overlap that only they show", () => {
    const part = readTrend([row("2026-11-01", 3, "positive")], week, true);
    const told = { ...nothingTold, lost: 1 };
    expect(withRest(all, { ...part, told })).toMatchObject({ restUnknown: true, keys: ["positive", ""] });
    expect(withRest(all, part).restUnknown).toBe(false);
    // The row of the first day is the one that is lost.
    const having = { ...readTrend([], week, false), told };
    const trend = withRest(all, part, having);
    expect(counts(trend)[0]).toEqual({ positive: 3, "": 2 });
    expect(trend.overlap).toBe(false);
  });
});

describe("a trend whose account cuts time elsewhere", () => {
  const cut = (cells: "hour" | "day", zone: string, ...times: string[]) =>
    readTrend(
      times.map((time) => row(time)),
      { ...frame("2026-10-20T00:00Z", "2026-11-10T00:00Z", zone), cells },
      false,
    ).shifted;

  test("says so, and not where it cuts as the zone does", () => {
    expect(cut("day", "America/New_York", "2026-11-03T00:00:00Z")).toBe(true);
    expect(cut("day", "America/New_York", "2026-11-03T05:00:00Z", "2026-10-27T04:00:00Z")).toBe(false);
    expect(cut("day", "America/New_York", "2026-11-03")).toBe(false);
    // Midnight does not come when Santiago sets its clocks forward: the day begins at one o'clock.
    expect(cut("day", "America/Santiago", "2026-09-06T01:00:00.000")).toBe(false);
    expect(cut("day", "America/Santiago", "2026-09-06T00:00:00.000")).toBe(false);
    expect(cut("hour", "Asia/Kathmandu", "2026-11-03T12:00:00Z")).toBe(true);
    expect(cut("hour", "Asia/Kathmandu", "2026-11-03T12:15:00Z")).toBe(false);
    expect(cut("hour", "America/St_Johns", "2026-11-03T12:30:00Z")).toBe(false);
    expect(cut("hour", "Pacific/Kiritimati", "2026-11-03T12:00:00Z")).toBe(false);
  });

  test("is none for every hour and day that the buckets of a zone begin with", () => {
    const zones = fc.constantFrom("Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Cairo", "Asia/Kathmandu");
    const grain = fc.constantFrom("hour" as const, "day" as const);
    const start = fc.integer({ min: Date.UTC(2017, 0), max: Date.UTC(2019, 0) });
    fc.assert(
      fc.property(zones, grain, start, (zone, cells, from) => {
        const edges = bucketEdges({ from, to: from + 72 * hour }, zone, cells);
        expect(edges.filter((edge) => !beginsBucket(edge, zone, cells))).toEqual([]);
      }),
    );
  });
});

describe("a trend of the loaded rows", () => {
  const pin = { id: 1, at: 0, window: week.window };

  test("counts each row once and says that it is of them", () => {
    const rows = [
      { DateCreated: "2026-11-01T10:00Z", "OperatorResult.Value": "POSITIVE" },
      { DateCreated: "2026-11-02" },
    ];
    const trend = loadedTrend(rows, { roles, grains: new Map() }, pin, "UTC");
    expect(trend).toMatchObject({ grain: "day", zone: "UTC", population: { kind: "loaded", count: 2 } });
    expect(counts(trend)).toEqual([{ positive: 1 }, { "": 1 }, {}, {}]);
  });
});
