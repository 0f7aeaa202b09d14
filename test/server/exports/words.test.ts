import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { harmless } from "../../../contract/formulas.ts";
import { cellText } from "../../../server/exports/formats/cells/cell.ts";
import { instantWriter } from "../../../server/exports/instant.ts";
import { long } from "../../support/long.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
  ["-2+3", "'-2+3"],
  ["\tx", "'\tx"],
  ["\rx", "'\rx"],
  ["-", "'-"],
  ["-5", "-5"],
  ["+14155550100", "+14155550100"],
  ["-1.5e-3", "-1.5e-3"],
  ["+1 415 555 0100", "'+1 415 555 0100"],
  ["a=b", "a=b"],
  ["", ""],
])("%j is harmless as %j", (value, text) => {
  expect(harmless(value)).toBe(text);
});

test.each<[unknown, string]>([
  [null, ""],
  [undefined, ""],
  [[], ""],
  [["voice"], "voice"],
  [["en", null, 5, { a: 1 }], 'en; ; 5; {"a":1}'],
  [["=a", "b"], "=a; b"],
  [-5, "-5"],
  [0, "0"],
  [true, "true"],
  [{ label: "x" }, '{"label":"x"}'],
])("%j is written as %j", (value, text) => {
  expect(cellText(value, { arrayMark: "; " })).toBe(text);
});

test.each([
  ["2026-03-11T12:33:36.143498Z", "UTC", "2026-03-11T12:33:36.143498+00:00"],
  ["2026-03-11T12:33:36Z", "Asia/Kolkata", "2026-03-11T18:03:36+05:30"],
  ["2026-10-25T00:30:00.5Z", "Europe/Berlin", "2026-10-25T02:30:00.5+02:00"],
  ["2026-10-25T01:30:00.5Z", "Europe/Berlin", "2026-10-25T02:30:00.5+01:00"],
  ["2026-03-11 12:33:36.143498+00:00", "America/New_York", "2026-03-11T08:33:36.143498-04:00"],
  ["2026-03-11T12:33:36.120000Z", "Europe/Berlin", "2026-03-11T13:33:36.120000+01:00"],
  ["2026-03-11t12:33:36z", "Europe/Berlin", "2026-03-11T13:33:36+01:00"],
  ["2026-02-30T12:33:36Z", "Europe/Berlin", "2026-02-30T12:33:36Z"],
  ["2026-12-31T23:59:60Z", "UTC", "2026-12-31T23:59:59+00:00"],
  ["1972-01-07T00:44:30Z", "Africa/Monrovia", "1972-01-07T00:44:30+00:00"],
  ["2026-03-11", "Europe/Berlin", "2026-03-11"],
  ["2026-03-11T12:33:36", "Europe/Berlin", "2026-03-11T12:33:36"],
  ["2026-13-11T12:33:36Z", "Europe/Berlin", "2026-13-11T12:33:36Z"],
  ["yesterday", "Europe/Berlin", "yesterday"],
])("the instant %s in %s is %s", (value, zone, text) => {
  expect(instantWriter(zone)(value)).toBe(text);
});

test("every instant is written as Temporal writes it", async () => {
  const zones = ["UTC", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia"];
  const writers = new Map(zones.map((zone) => [zone, instantWriter(zone)]));
  const seconds = fc.integer({ min: Date.UTC(1950, 0) / 1000, max: Date.UTC(2060, 0) / 1000 });
  await fc.assert(
    fc.property(fc.constantFrom(...zones), seconds, fc.integer({ min: 0, max: 999_999 }), (zone, second, micro) => {
      const whole = new Date(second * 1000).toISOString().slice(0, 19);
      const value = `${whole}.${String(micro).padStart(6, "0")}Z`;
      const expected = Temporal.Instant.from(value)
        .toZonedDateTimeISO(zone)
        .toString({ timeZoneName: "never", fractionalSecondDigits: 6 });
      expect(writers.get(zone)?.(value)).toBe(expected);
    }),
    { numRuns: long(300, 10_000) },
  );
});
