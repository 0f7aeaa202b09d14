import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { bucketAt, bucketEdges, trendGrain } from "../../../../client/charts/time/buckets.ts";
import { long } from "../../../support/long.ts";
import { anyZone } from "../../view/views.ts";

const hour = 3_600_000;
const anyGrain = fc.constantFrom("hour" as const, "day" as const);
const anyWindow = fc
  .tuple(fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2027, 0) }), fc.integer({ min: 0, max: 200 * hour }))
  .map(([from, length]) => ({ from, to: from + length }));

function local(ms: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
}

const walls = new Map<string, Intl.DateTimeFormat>();

function wallOf(zone: string, grain: "hour" | "day"): Intl.DateTimeFormat {
  const more = grain === "hour" ? ({ hour: "2-digit", hourCycle: "h23" } as const) : {};
  const date = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, ...date, ...more });
}

/** What the wall shows of a moment: the date, with the hour for hours. Making a format takes longer than using it. */
function wall(ms: number, zone: string, grain: "hour" | "day"): string {
  const format = walls.get(`${zone} ${grain}`) ?? wallOf(zone, grain);
  walls.set(`${zone} ${grain}`, format);
  return format.format(ms);
}

function lengths(from: string, to: string, zone: string, grain: "hour" | "day"): number[] {
  const edges = bucketEdges({ from: Date.parse(from), to: Date.parse(to) }, zone, grain);
  return edges.slice(1).map((edge, i) => (edge - (edges[i] ?? 0)) / hour);
}

describe("the buckets of a window", () => {
  test("follow one another without a hole and cover the window, and no more than it needs", () => {
    fc.assert(
      fc.property(anyWindow, anyZone, anyGrain, (window, zone, grain) => {
        const edges = bucketEdges(window, zone, grain);
        expect(edges.length).toBeGreaterThanOrEqual(2);
        for (let i = 1; i < edges.length; i += 1) expect(edges[i]).toBeGreaterThan(edges[i - 1] ?? Number.NaN);
        expect(edges[0]).toBeLessThanOrEqual(window.from);
        expect(edges[1]).toBeGreaterThan(window.from);
        expect(edges.at(-1)).toBeGreaterThanOrEqual(window.to);
        if (edges.length > 2) expect(edges.at(-2)).toBeLessThan(window.to);
      }),
      { numRuns: long(60, 1000) },
    );
  });

  test("each show one date, or one hour, on the wall, and its conversationApis another", () => {
    fc.assert(
      fc.property(anyWindow, anyZone, anyGrain, (window, zone, grain) => {
        const edges = bucketEdges(window, zone, grain);
        edges.slice(0, -1).forEach((start, i) => {
          const end = edges[i + 1] ?? start;
          expect(wall(end - 1, zone, grain)).toBe(wall(start, zone, grain));
          // Only an hour that comes twice is two buckets with one name.
          const again = local(start, zone).offset !== local(end, zone).offset;
          if (!again) expect(wall(end, zone, grain)).not.toBe(wall(start, zone, grain));
        });
      }),
      { numRuns: long(60, 1000) },
    );
  });

  test("of days have 23 or 25 hours when clocks change, also at midnight", () => {
    expect(lengths("2026-03-28T00:00Z", "2026-03-30T22:00Z", "Europe/Berlin", "day")).toEqual([24, 23, 24]);
    expect(lengths("2026-10-24T00:00Z", "2026-10-26T22:00Z", "Europe/Berlin", "day")).toEqual([24, 25, 24]);
    expect(lengths("2026-03-07T12:00Z", "2026-03-09T12:00Z", "America/New_York", "day")).toEqual([24, 23, 24]);
    expect(lengths("2026-10-31T12:00Z", "2026-11-02T12:00Z", "America/New_York", "day")).toEqual([24, 25, 24]);
    expect(lengths("2018-11-03T12:00Z", "2018-11-05T12:00Z", "America/Sao_Paulo", "day")).toEqual([24, 23, 24]);
    expect(lengths("2018-02-16T12:00Z", "2018-02-18T12:00Z", "America/Sao_Paulo", "day")).toEqual([24, 25, 24]);
    expect(lengths("2026-04-23T12:00Z", "2026-04-25T12:00Z", "Africa/Cairo", "day")).toEqual([24, 23, 24]);
    expect(lengths("2026-04-03T15:00Z", "2026-04-05T15:00Z", "Australia/Lord_Howe", "day")).toEqual([24, 24.5, 24]);
  });

  test("of hours are 23 or 25 on such a day, each an hour long", () => {
    expect(lengths("2026-03-28T23:00Z", "2026-03-29T22:00Z", "Europe/Berlin", "hour")).toEqual(Array(23).fill(1));
    expect(lengths("2026-10-24T22:00Z", "2026-10-25T23:00Z", "Europe/Berlin", "hour")).toEqual(Array(25).fill(1));
  });

  test("of hours begin at the full hour again where clocks change by half of one", () => {
    const edges = (from: string, to: string) =>
      bucketEdges({ from: Date.parse(from), to: Date.parse(to) }, "Australia/Lord_Howe", "hour").map((edge) =>
        local(edge, "Australia/Lord_Howe").toPlainTime().toString({ smallestUnit: "minute" }),
      );
    expect(edges("2026-04-04T14:00Z", "2026-04-04T17:00Z")).toEqual(["01:00", "01:30", "02:00", "03:00", "04:00"]);
    expect(edges("2026-10-03T14:30Z", "2026-10-03T17:00Z")).toEqual(["01:00", "02:30", "03:00", "04:00"]);
  });

  test.each([
    ["Asia/Kathmandu", "2026-03-28T18:15:00.000Z"],
    ["Pacific/Kiritimati", "2026-03-28T10:00:00.000Z"],
  ])("of days in %s, which never changes its clocks, are 24 hours long and begin at its midnight", (zone, start) => {
    const window = { from: Date.parse("2026-03-29T00:00Z"), to: Date.parse("2026-03-31T00:00Z") };
    const edges = bucketEdges(window, zone, "day");
    expect(new Date(edges[0] ?? 0).toISOString()).toBe(start);
    expect(edges.slice(1).map((edge, i) => (edge - (edges[i] ?? 0)) / hour)).toEqual([24, 24, 24]);
  });

  test("of a zone with minutes begin at its own hours", () => {
    const [first] = bucketEdges(
      { from: Date.parse("2026-11-03T10:00Z"), to: Date.parse("2026-11-03T11:00Z") },
      "Asia/Kathmandu",
      "hour",
    );
    expect(first).toBe(Date.parse("2026-11-03T09:15Z"));
  });

  test("are one also where the window has no length", () => {
    const midnight = Date.parse("2026-11-03T00:00Z");
    for (const grain of ["hour", "day"] as const) {
      expect(bucketEdges({ from: midnight, to: midnight }, "UTC", grain)).toHaveLength(2);
    }
  });

  test("are hours up to three days, and days beyond", () => {
    expect(trendGrain({ from: 0, to: 72 * hour })).toBe("hour");
    expect(trendGrain({ from: 0, to: 72 * hour + 1 })).toBe("day");
  });
});

describe("the bucket of an instant", () => {
  test("is the one that begins last before it; the ends take what lies outside", () => {
    const anyEdges = fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(anyEdges, fc.integer({ min: -10, max: 110 }), (unsorted, ms) => {
        const edges = unsorted.sort((a, b) => a - b);
        const plain = edges.slice(0, -1).findLastIndex((edge) => edge <= ms);
        expect(bucketAt(edges, ms)).toBe(Math.max(0, plain));
      }),
    );
  });
});
