import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { loadedTrend } from "../../../client/charts/trend/loaded-trend.ts";
import { copiedTable } from "../../../client/export/copy-table.ts";
import { beforeOf, isOutside } from "../../../client/rows/row-bounds.ts";
import { hasWholeHours } from "../../../client/view/asked-zone.ts";
import { availableColumns } from "../../../client/view/columns.ts";
import { conversationRequests, tableRequest } from "../../../client/view/compile.ts";
import { defaultView } from "../../../client/view/view.ts";
import { findFields } from "../../../contract/fields.ts";
import { cube, metadata } from "../../contract/samples.ts";

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

describe("an account whose only time is a day under a name of its own", () => {
  const zone = "America/New_York";
  const account = metadata(
    cube("Conversation", ["Count"], ["Id", ["created_date_day", "time"], ["created_date_month", "time"]]),
  );
  const fields = findFields(account);
  const columns = availableColumns(account, fields);
  const { time } = fields.roles;
  const window = { from: Date.parse("2026-11-03T05:00Z"), to: Date.parse("2026-11-05T05:00Z") };
  const row = { Id: "c1", created_date_day: "2026-11-03T00:00:00" };

  test("is asked for its rows in the view's zone", () => {
    const request = tableRequest(defaultView(zone), fields, columns, window);
    expect(request.properties?.timezone).toBe(zone);
    expect(conversationRequests("c1", columns, fields, zone)[0]?.properties?.timezone).toBe(zone);
  });

  test("has its days read in that zone, and none of them left out for its beginning", () => {
    expect(columns.map(({ field, calendar }) => [field, calendar])).toEqual([
      ["created_date_day", true],
      ["Id", undefined],
    ]);
    expect(copiedTable([row], columns, zone).text).toContain("2026-11-03T00:00:00\tc1");
    const bounds = time && { time, known: fields.grains, window, zone };
    const middle = bounds && { ...bounds, window: { ...window, from: window.from + 10 * hour } };
    expect(isOutside(row, bounds)).toBe(false);
    expect(isOutside(row, middle)).toBe(false);
    expect(isOutside({ ...row, created_date_day: "2026-11-02T00:00:00" }, bounds)).toBe(true);
    // The rows before a day's beginning are not those behind one of the day.
    const orderBy = [{ field: "created_date_day", direction: "DESC" as const }];
    expect(beforeOf(row, { request: { query: { orderBy } }, bounds })).toBeUndefined();
    const { buckets } = loadedTrend([row], fields, { id: 1, at: window.to, window }, zone);
    expect(buckets.map(({ total }) => total)).toEqual([1, ...buckets.slice(1).map(() => 0)]);
  });
});
