import { expect, test } from "vitest";
import { exactRange } from "../../../../client/filters/range/exact-range.ts";
import { offsetLabel } from "../../../../client/filters/range/zone-text.ts";
import type { TimeRange } from "../../../../client/view/view.ts";
import { at } from "../support.ts";

const week: TimeRange = { kind: "relative", amount: 7, unit: "day" };
const day: TimeRange = { kind: "relative", amount: 24, unit: "hour" };
const yesterday: TimeRange = { kind: "calendar", period: "yesterday" };
const month: TimeRange = { kind: "calendar", period: "thisMonth" };
const fixed = (from: string, to: string): TimeRange => ({ kind: "fixed", from, to });

test.each<[string, TimeRange, string, string]>([
  ["Europe/Berlin", week, "2026-11-22T13:05Z", "Nov 16, 2026, 00:00 – now (Nov 22, 14:05), Europe/Berlin, UTC+1"],
  // Clocks in Berlin go back on October 25: seven days with 25 hours in one of them.
  [
    "Europe/Berlin",
    week,
    "2026-10-26T13:05Z",
    "Oct 20, 2026, 00:00 (UTC+2) – now (Oct 26, 14:05) (UTC+1), Europe/Berlin",
  ],
  [
    "Europe/Berlin",
    yesterday,
    "2026-10-26T13:05Z",
    "Oct 25, 2026, 00:00 (UTC+2) – Oct 26, 2026, 00:00 (UTC+1), Europe/Berlin",
  ],
  // 24 hours of real time over the change end one hour earlier on the clock.
  [
    "Europe/Berlin",
    day,
    "2026-10-25T13:05Z",
    "Oct 24, 2026, 15:05 (UTC+2) – now (Oct 25, 14:05) (UTC+1), Europe/Berlin",
  ],
  // New York skips 02:00 to 03:00 on March 8.
  [
    "America/New_York",
    fixed("2026-03-08T02:30", "2026-03-08T05:00"),
    "2026-11-22T13:05Z",
    "Mar 8, 2026, 03:30 – Mar 8, 2026, 05:00, America/New York, UTC−4",
  ],
  [
    "America/New_York",
    fixed("2026-03-08", "2026-03-08"),
    "2026-11-22T13:05Z",
    "Mar 8, 2026, 00:00 (UTC−5) – Mar 9, 2026, 00:00 (UTC−4), America/New York",
  ],
  // 01:30 happens twice on November 1: a range from it to it holds the hour between.
  [
    "America/New_York",
    fixed("2026-11-01T01:30", "2026-11-01T01:30"),
    "2026-11-22T13:05Z",
    "Nov 1, 2026, 01:30 (UTC−4) – Nov 1, 2026, 01:30 (UTC−5), America/New York",
  ],
  // São Paulo's clocks used to skip midnight: that day began at 01:00.
  [
    "America/Sao_Paulo",
    fixed("2018-11-04", "2018-11-04"),
    "2026-11-22T13:05Z",
    "Nov 4, 2018, 01:00 – Nov 5, 2018, 00:00, America/Sao Paulo, UTC−2",
  ],
  [
    "America/Sao_Paulo",
    fixed("2018-11-03", "2018-11-04"),
    "2026-11-22T13:05Z",
    "Nov 3, 2018, 00:00 (UTC−3) – Nov 5, 2018, 00:00 (UTC−2), America/Sao Paulo",
  ],
  ["Asia/Kathmandu", week, "2026-11-22T18:30Z", "Nov 17, 2026, 00:00 – now (Nov 23, 00:15), Asia/Kathmandu, UTC+5:45"],
  [
    "Pacific/Kiritimati",
    month,
    "2026-11-30T10:00Z",
    "Dec 1, 2026, 00:00 – now (Dec 1, 00:00), Pacific/Kiritimati, UTC+14",
  ],
  ["UTC", week, "2026-11-22T13:05Z", "Nov 16, 2026, 00:00 – now (Nov 22, 13:05), UTC"],
  ["Europe/London", week, "2026-11-22T13:05Z", "Nov 16, 2026, 00:00 – now (Nov 22, 13:05), Europe/London, UTC"],
])("%s: %j at %s", (zone, range, now, text) => {
  expect(exactRange(range, zone, at(now))).toBe(text);
});

test.each([
  ["Asia/Kathmandu", "UTC+5:45"],
  ["America/St_Johns", "UTC−3:30"],
  ["Pacific/Kiritimati", "UTC+14"],
  ["America/Sao_Paulo", "UTC−3"],
  ["UTC", "UTC"],
])("%s is %s in winter", (zone, label) => {
  expect(offsetLabel(zone, at("2026-12-01T00:00Z"))).toBe(label);
});
