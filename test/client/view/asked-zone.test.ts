import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { hasWholeHours } from "../../../client/view/asked-zone.ts";

const hour = 3_600_000;

describe("whether a zone has whole hours", () => {
  test("is told for just the window", () => {
    const at = (from: string, to: string, zone: string) =>
      hasWholeHours({ from: Date.parse(from), to: Date.parse(to) }, zone);
    expect(at("2026-10-31T00:00Z", "2026-11-02T00:00Z", "America/New_York")).toBe(true);
    expect(at("2026-10-31T00:00Z", "2026-11-02T00:00Z", "America/St_Johns")).toBe(false);
    // Lord Howe is eleven hours ahead in summer, and ten and a half in winter.
    expect(at("2026-01-01T00:00Z", "2026-04-04T15:00Z", "Australia/Lord_Howe")).toBe(true);
    expect(at("2026-01-01T00:00Z", "2026-04-04T15:00:00.001Z", "Australia/Lord_Howe")).toBe(false);
    expect(at("2026-07-01T00:00Z", "2026-07-01T00:00Z", "Australia/Lord_Howe")).toBe(false);
    expect(at("2026-07-01T00:00Z", "2026-07-02T00:00Z", "UTC")).toBe(true);
  });

  test("is what its offset says at every hour of the window", () => {
    const zones = fc.constantFrom("Australia/Lord_Howe", "Asia/Pyongyang", "Europe/Berlin", "Asia/Kathmandu");
    const begin = fc.integer({ min: Date.UTC(2014, 0), max: Date.UTC(2019, 0) });
    fc.assert(
      fc.property(zones, begin, fc.integer({ min: 1, max: 400 }), (zone, from, length) => {
        const isWhole = Array.from({ length }, (_, i) =>
          Temporal.Instant.fromEpochMilliseconds(from + i * hour).toZonedDateTimeISO(zone),
        ).every(({ offsetNanoseconds }) => offsetNanoseconds % 3.6e12 === 0);
        // A change within the last hour is after the last moment that was looked at.
        const to = from + (length - 1) * hour + 1;
        expect(hasWholeHours({ from, to }, zone)).toBe(isWhole);
      }),
      { numRuns: 40 },
    );
  });
});
