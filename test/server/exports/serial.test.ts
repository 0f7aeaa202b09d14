import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { dateSerial, durationSerial, hasFraction } from "../../../server/exports/formats/sheet/serial.ts";
import { clockReader, clockWriter } from "../../../server/exports/wall-clock.ts";
import { long } from "../../support/long.ts";

/** What a spreadsheet reads from a number: the clock, in milliseconds since 1970. */
const clockOf = (serial: number) => Math.round((serial - 25_569) * 86_400_000);

test("a date's number gives back its millisecond", async () => {
  const clocks = fc.date({
    min: new Date("1900-03-01"),
    max: new Date("9999-12-31T23:59:59.999Z"),
    noInvalidDate: true,
  });
  await fc.assert(
    fc.property(clocks, (clock) => {
      const serial = dateSerial(clock.getTime());
      expect(clockOf(Number(String(serial)))).toBe(clock.getTime());
      // Some readers round down instead of to the nearest.
      expect(Math.floor(((serial ?? 0) - 25_569) * 86_400_000)).toBe(clock.getTime());
      expect(hasFraction(serial ?? 0)).toBe(clock.getUTCMilliseconds() !== 0);
    }),
    { numRuns: long(500, 20_000), examples: [[new Date("1903-10-16T12:45:11.290Z")]] },
  );
});

test.each([
  ["1900-03-01T00:00:00Z", 61],
  ["1970-01-01T00:00:00Z", 25_569],
  ["2026-11-29T12:00:00Z", 46_355.5],
  ["9999-12-31T00:00:00Z", 2_958_465],
  ["1900-02-28T23:59:59Z", undefined],
])("the number of %s is %s", (clock, serial) => {
  expect(dateSerial(Date.parse(clock))).toBe(serial);
});

test("a duration's number gives back its length, and none is below zero", async () => {
  const lengths = fc.integer({ min: 0, max: 10 ** 12 });
  await fc.assert(
    fc.property(lengths, (ms) => {
      expect(Math.round((durationSerial(ms, "milliseconds") ?? -1) * 86_400_000)).toBe(ms);
      expect(durationSerial(-1 - ms, "seconds")).toBeUndefined();
    }),
  );
  expect(durationSerial(1, "hours")).toBe(1 / 24);
  expect(durationSerial(1, "minutes")).toBe(1 / 1440);
});

test("a clock is what Temporal shows in the zone, and repeated where two instants show it", async () => {
  const zones = ["UTC", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns"];
  const readers = new Map(zones.map((zone) => [zone, clockReader(zone)]));
  // Around the days on which clocks change, too: every hour of a year, and its quarters.
  const quarters = fc.integer({ min: Date.UTC(2026, 0) / 900_000, max: Date.UTC(2027, 0) / 900_000 });
  const changes = fc
    .constantFrom("2026-10-25T00:59:59Z", "2026-11-01T04:31:00Z", "2026-04-04T14:45:00Z")
    .map(Date.parse);
  const instants = fc.oneof(
    quarters.map((quarter) => quarter * 900_000),
    fc.tuple(changes, fc.integer({ min: -7_200_000, max: 7_200_000 })).map(([at, by]) => at + by),
  );
  await fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, ms) => {
      const shown = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime();
      const early = shown.toZonedDateTime(zone, { disambiguation: "earlier" });
      const late = shown.toZonedDateTime(zone, { disambiguation: "later" });
      const clock = readers.get(zone)?.(new Date(ms).toISOString());
      expect(`${clock?.date}T${clock?.time}`).toBe(shown.toString({ smallestUnit: "second", roundingMode: "trunc" }));
      expect(clock?.ms).toBe(Date.parse(`${shown.toString()}Z`));
      expect(clock?.repeated).toBe(!early.equals(late));
    }),
    { numRuns: long(300, 5000) },
  );
});

test.each([
  ["2026-10-25T00:30:00.599999Z", "2026-10-25 02:30:00"],
  ["2026-11-29T13:05:36Z", "2026-11-29 14:05:36"],
  ["2026-02-30T12:33:36Z", "2026-02-30T12:33:36Z"],
  ["2026-02-30T12:33:36+01:00", "2026-02-30T12:33:36+01:00"],
  ["2026-11-29T13:05:36", "2026-11-29T13:05:36"],
  ["2026-11-29", "2026-11-29"],
  ["yesterday", "yesterday"],
])("%s is %s for a spreadsheet", (value, text) => {
  expect(clockWriter("Europe/Berlin")(value)).toBe(text);
});
