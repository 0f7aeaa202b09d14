import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRange, writeRange } from "../../../client/view/url-range.ts";
import { anyRange } from "./views.ts";

describe("the text of a range", () => {
  test("is read as it was written", () => {
    fc.assert(
      fc.property(anyRange, (range) => {
        expect(readRange(writeRange(range))).toEqual(range);
      }),
    );
  });

  test.each([
    ["24h", { kind: "relative", amount: 24, unit: "hour" }],
    ["7d", { kind: "relative", amount: 7, unit: "day" }],
    ["8784h", { kind: "relative", amount: 8784, unit: "hour" }],
    ["3660d", { kind: "relative", amount: 3660, unit: "day" }],
    ["last-week", { kind: "calendar", period: "lastWeek" }],
    ["last-week-sunday", { kind: "calendar", period: "lastWeek", weekStart: "sunday" }],
    ["this-week-saturday", { kind: "calendar", period: "thisWeek", weekStart: "saturday" }],
    ["yesterday", { kind: "calendar", period: "yesterday" }],
    ["2026-11-01..2026-11-01", { kind: "fixed", from: "2026-11-01", to: "2026-11-01" }],
    ["2026-11-01T08:00..2026-11-01", { kind: "fixed", from: "2026-11-01T08:00", to: "2026-11-01" }],
    ["2026-11-01..2026-11-01T00:01", { kind: "fixed", from: "2026-11-01", to: "2026-11-01T00:01" }],
    ["2016-11-01..2026-11-01", { kind: "fixed", from: "2016-11-01", to: "2026-11-01" }],
  ])("%s is a range", (text, range) => {
    expect(readRange(text)).toEqual(range);
    expect(writeRange(range as Parameters<typeof writeRange>[0])).toBe(text);
  });

  test.each([
    "",
    "d",
    "0h",
    "-1d",
    "1.5d",
    "7 d",
    "7D",
    "12345d",
    "3661d",
    "8785h",
    "lastWeek",
    "last_week",
    "last-week-monday",
    "last-month-sunday",
    "yesterday-sunday",
    "2026-11-01",
    "2026-11-01..",
    "..2026-11-01",
    "2026-11-01..2026-11-02..2026-11-03",
    "2026-11-02..2026-11-01",
    "2026-11-01T10:00..2026-11-01T10:00",
    "2026-11-01..2026-11-01T00:00",
    "2026-02-29..2026-03-01",
    "2026-11-01T24:00..2026-11-02",
    "2026-11-01T10:60..2026-11-02",
    "2026-11-01T10:00:00.1..2026-11-02",
    "2026-11-01T10:00:60..2026-11-02",
    "2026-11-01T10:00Z..2026-11-02",
    "1990-01-01..2026-01-01",
  ])("“%s” is none", (text) => {
    expect(readRange(text)).toBeUndefined();
  });

  test("is read or refused, never thrown at", () => {
    const parts = fc.array(fc.oneof(fc.constantFrom("..", "T", "-", ":", "2026", "13", "00", "h", "d"), fc.string()));
    fc.assert(
      fc.property(parts, (given) => {
        const range = readRange(given.join(""));
        if (range) expect(readRange(writeRange(range))).toEqual(range);
      }),
    );
  });
});
