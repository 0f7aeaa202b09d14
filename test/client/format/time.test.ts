import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatClock, formatDate, formatDay, formatTime, parseTime } from "../../../client/format/time.ts";
import { anyZone } from "../view/views.ts";

const noon = Date.parse("2026-11-03T12:00:00Z");

describe("a time cell", () => {
  test.each([
    ["2026-11-03T12:00:00Z", 0],
    ["2026-11-03T12:00:00z", 0],
    ["2026-11-03t12:00:00Z", 0],
    ["2026-11-03T12:00Z", 0],
    ["2026-11-03T12:00:00.250Z", 250],
    ["2026-11-03T12:00:00.250999Z", 250],
    ["2026-11-03T12:00:00.250999123Z", 250],
    ["2026-11-03T12:00:00.250999123456Z", 250],
    ["2026-11-03T17:45:00+05:45", 0],
    ["2026-11-03T17:45:00+0545", 0],
    ["2026-11-03T09:00:00-03", 0],
    ["2026-11-03T09:00-03", 0],
    ["2026-11-03 12:00:00Z", 0],
    ["2026-11-03 12:00:00+00", 0],
    ["2026-11-03 12:00:00 UTC", 0],
    ["2026-11-03 14:00:00 +02:00", 0],
    ["2026-11-03T13:00:00+01:00[Europe/Berlin]", 0],
  ])("%s is an instant, whatever the zone", (cell, more) => {
    for (const zone of ["UTC", "Europe/Berlin", "Pacific/Kiritimati"]) expect(parseTime(cell, zone)).toBe(noon + more);
  });

  test.each([
    ["2026-11-03", "Europe/Berlin", "2026-11-02T23:00:00Z"],
    ["2026-11-03", "America/New_York", "2026-11-03T05:00:00Z"],
    ["2026-11-03T10:00:00", "Asia/Kathmandu", "2026-11-03T04:15:00Z"],
    ["2026-11-03 10:00", "Asia/Kathmandu", "2026-11-03T04:15:00Z"],
    ["2026-11-03 10:00:00.123456", "UTC", "2026-11-03T10:00:00.123Z"],
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z"],
    ["2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"],
  ])("%s without an offset is the wall clock of %s: %s", (cell, zone, instant) => {
    expect(parseTime(cell, zone)).toBe(Date.parse(instant));
  });

  test("is read to the millisecond, however it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0) }), anyZone, (ms, zone) => {
        expect(parseTime(new Date(ms).toISOString(), zone)).toBe(ms);
      }),
    );
  });

  test.each([
    undefined,
    null,
    "",
    1_762_171_200_000,
    true,
    ["2026-11-03"],
    "yesterday",
    "2026-11",
    "2026-13-01",
    "2026-11-03T25:00Z",
    "2026-11-03T10:00:00 Berlin",
    "2026-11-03abc",
    "2026-11-03T10",
    "2026-11-03T10:0000",
    "2026-02-30T10:00",
    " 2026-11-03",
    "03.11.2026",
  ])("%j is none", (cell) => {
    expect(parseTime(cell, "UTC")).toBeUndefined();
  });

  test("is none, not a crash, whatever stands in it", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.string().map((text) => `2026-11-03${text}`),
        ),
        (cell) => {
          const ms = parseTime(cell, "Europe/Berlin");
          expect(ms === undefined || Number.isSafeInteger(ms)).toBe(true);
        },
      ),
    );
  });
});

describe("a time on the screen", () => {
  test("is written in the zone", () => {
    expect(formatTime(noon, "Asia/Kathmandu")).toContain("17:45");
    expect(formatClock(noon, "America/New_York")).toBe("07:00");
    expect(formatDate(noon, "Pacific/Kiritimati")).toContain("4");
    expect(formatDay(noon, "UTC")).toMatch(/Tue.*3/);
  });

  test("has midnight as 00:00", () => {
    expect(formatClock(Date.parse("2026-11-03T00:00:00Z"), "UTC")).toBe("00:00");
    expect(formatTime(Date.parse("2026-11-03T00:00:00Z"), "UTC")).toContain("00:00");
  });
});
