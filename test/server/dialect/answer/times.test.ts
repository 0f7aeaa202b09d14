import { describe, expect, test } from "vitest";
import { learn } from "../../../../server/dialect/answer/learn.ts";
import type { Asked, Readings } from "../../../../server/dialect/answer/readings.ts";
import { rewriter } from "../../../../server/dialect/answer/rewriter.ts";
import { askedFor, known, toBuffers } from "./asked.ts";

const at = Date.parse;
const plain = { times: new Set(["T"]) };
const newYork = "America/New_York";

/** The times of an answer as they are after reading and writing anew, with what was learned. */
function read(cells: readonly unknown[], more: Partial<Asked> = plain, before: Readings = known()) {
  const asked = askedFor(["T"], more);
  const rows = toBuffers(cells.map((T) => ({ T })));
  const { readings } = learn(rows, asked, before);
  const write = rewriter(asked, readings) ?? ((row: Buffer) => row);
  const written = rows.map((row): unknown => Reflect.get(JSON.parse(write(row).toString("utf8")), "T"));
  return { reading: readings.times.T, cells: written, readings };
}

function windowOn(field: string, from: string, to: string): Pick<Asked, "window"> {
  return { window: { field, from: at(from), to: at(to) } };
}

describe("a plain time", () => {
  test.each([
    [[1793527200, 1793527201], "epoch-s:stated", "2026-11-01T10:00:00Z"],
    [["1793527200"], "epoch-s:stated", "2026-11-01T10:00:00Z"],
    [[1793527200.25], "epoch-s:stated", "2026-11-01T10:00:00.25Z"],
    [[1793527200123], "epoch-ms:stated", "2026-11-01T10:00:00.123Z"],
    [["1793527200123456"], "epoch-us:stated", "2026-11-01T10:00:00.123456Z"],
    [["1793527200123456789"], "epoch-ns:stated", "2026-11-01T10:00:00.123456789Z"],
    [["1.7935272e9"], "epoch-s:stated", "2026-11-01T10:00:00Z"],
    [["2026-11-01 10:00:00.123456"], "iso:open", "2026-11-01T10:00:00.123456Z"],
    [["2026-11-01T10:00:00.123456"], "iso:open", "2026-11-01T10:00:00.123456Z"],
    [["2026-11-01T10:00"], "iso:open", "2026-11-01T10:00:00Z"],
    [["2026/11/01 10:00:00"], "iso:open", "2026-11-01T10:00:00Z"],
    [["2026-11-01 10:00:00Z"], "iso:stated", "2026-11-01T10:00:00Z"],
    [["2026-11-01 10:00:00 UTC"], "iso:stated", "2026-11-01T10:00:00Z"],
    [["2026-11-01T12:00:00.5+0200"], "iso:stated", "2026-11-01T10:00:00.5Z"],
    [["2026-11-01T05:30:00-04:30[America/Caracas]"], "iso:stated", "2026-11-01T10:00:00Z"],
    [["20261101T100000Z"], "iso:stated", "2026-11-01T10:00:00Z"],
    [["11/28/2026 3:04:05 PM"], "month-first:open", "2026-11-28T15:04:05Z"],
    [["11/28/2026 12:04:05 AM"], "month-first:open", "2026-11-28T00:04:05Z"],
    [["11/28/2026, 15:04"], "month-first:open", "2026-11-28T15:04:00Z"],
    [["28.11.2026 15:04:05"], "day-first:open", "2026-11-28T15:04:05Z"],
    [["Sat, 28 Nov 2026 15:04:05 GMT"], "day-named:stated", "2026-11-28T15:04:05Z"],
    [["Nov 28, 2026, 3:04:05\u202fPM"], "month-named:open", "2026-11-28T15:04:05Z"],
  ])("%j is read as %s", (cells, reading, first) => {
    const result = read([null, ...cells, null]);
    expect(result.reading).toBe(reading);
    expect(result.cells[1]).toBe(first);
    expect(result.cells[0]).toBeNull();
  });

  test.each([
    [["2026-11-01T10:00:00.123456Z"]],
    [["2026-11-01T10:00:00+02:00", null, "2026-11-01T10:00:00Z"]],
    [["2026-11-01"]],
    [["03/04/2026 10:00:00", "12/11/2026 10:00:00"]],
    [["2026-11-01 10:00:00", "2026-11-01T10:00:00Z"]],
    [["2026-11-01 10:00:00", "soon"]],
    [["2026-02-30 10:00:00"]],
    [["2026-11-01 25:00:00"]],
    [["11/28/2026 13:04:05 PM"]],
    [[1793527200, 1793527200123]],
    [[20261101, 202611011000, 0]],
    [[true, [], {}]],
    [[""]],
  ])("%j stays as it is", (cells) => {
    expect(read(cells)).toMatchObject({ reading: undefined, cells });
  });

  test("what the same rows say of other fields stays text", () => {
    const asked = askedFor(["T", "Name"], plain);
    const rows = toBuffers([{ T: 1793527200, Name: "2026-11-01 10:00:00" }]);
    const { readings } = learn(rows, asked, known());
    expect(rewriter(asked, readings)?.(rows[0] ?? Buffer.alloc(0)).toString()).toBe(
      '{"T":"2026-11-01T10:00:00Z","Name":"2026-11-01 10:00:00"}',
    );
  });

  test("what a database writes for no time does not keep the others from being read", () => {
    expect(read([1793527200, 0]).cells).toEqual(["2026-11-01T10:00:00Z", 0]);
  });

  test("nothing is known of a field that is named as every object's own", () => {
    const names = ["constructor", "toString"];
    expect(rewriter(askedFor(names, { times: new Set(["constructor"]) }), known())).toBeUndefined();
  });

  test("a number that is no time near the window stays a number", () => {
    const window = windowOn("T", "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z");
    expect(read([1793527200], { ...plain, ...window }).reading).toBe("epoch-s:stated");
    expect(read([1543527200], { ...plain, ...window }).reading).toBeUndefined();
  });

  test("the order of day and month is told by the window, or by a day past the twelfth", () => {
    const march = { ...plain, ...windowOn("T", "2026-03-01T00:00:00Z", "2026-03-11T00:00:00Z") };
    const april = { ...plain, ...windowOn("T", "2026-04-01T00:00:00Z", "2026-04-11T00:00:00Z") };
    expect(read(["03/04/2026 10:00:00"], march).cells).toEqual(["2026-03-04T10:00:00Z"]);
    expect(read(["03/04/2026 10:00:00"], april).cells).toEqual(["2026-04-03T10:00:00Z"]);
    expect(read(["03/04/2026 10:00:00", "3/13/2026 1:00:00 AM"]).reading).toBe("month-first:open");
    const all = { ...plain, ...windowOn("T", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z") };
    expect(read(["03/04/2026 10:00:00"], all).reading).toBeUndefined();
  });

  test("without an offset it is the zone that was asked, unless the window says UTC", () => {
    const inZone = { ...plain, zone: newYork };
    expect(read(["2026-11-28T10:00:00"], inZone).cells).toEqual(["2026-11-28T15:00:00Z"]);
    const window = windowOn("T", "2026-11-28T05:00:00Z", "2026-11-29T05:00:00Z");
    const zoned = read(["2026-11-28T00:10:00", "2026-11-28T23:50:00"], { ...inZone, ...window });
    expect(zoned.reading).toBe("iso:asked");
    expect(zoned.cells).toEqual(["2026-11-28T05:10:00Z", "2026-11-29T04:50:00Z"]);
    const utc = read(["2026-11-28T05:10:00", "2026-11-29T04:50:00"], { ...inZone, ...window });
    expect(utc.reading).toBe("iso:utc");
    expect(utc.cells).toEqual(["2026-11-28T05:10:00Z", "2026-11-29T04:50:00Z"]);
    const either = read(["2026-11-28T12:00:00"], { ...inZone, ...window });
    expect(either).toMatchObject({ reading: "iso:open", cells: ["2026-11-28T17:00:00Z"] });
    expect(read(["2026-11-28T12:00:00"], { ...inZone, ...window }, utc.readings).cells).toEqual([
      "2026-11-28T12:00:00Z",
    ]);
  });

  test("a false Z is found where true ones lie outside of the window and false ones all in it", () => {
    const asked = { ...plain, zone: newYork, ...windowOn("T", "2026-11-28T05:00:00Z", "2026-11-29T05:00:00Z") };
    const found = read(["2026-11-28T00:10:00.5Z", "2026-11-28T23:50:00Z"], asked);
    expect(found.reading).toBe("iso:false");
    expect(found.cells).toEqual(["2026-11-28T05:10:00.5Z", "2026-11-29T04:50:00Z"]);
    // What both ways could be stays as known; what only a true Z can be takes it back.
    expect(read(["2026-11-28T12:00:00Z"], asked).reading).toBeUndefined();
    expect(read(["2026-11-28T12:00:00Z"], asked, found.readings).cells).toEqual(["2026-11-28T17:00:00Z"]);
    expect(read(["2026-11-29T04:50:00Z"], asked, found.readings).reading).toBeUndefined();
    // The end that a filter counted in, or half a second that it dropped, is no sign.
    expect(read(["2026-11-29T05:00:00.000Z", "2026-11-28T23:59:59Z"], asked).reading).toBeUndefined();
    expect(read(["2026-11-28T00:10:00Z", "2026-11-28T23:50:00Z"], { ...asked, zone: "UTC" }).reading).toBeUndefined();
  });

  test("a zone that Node does not know leaves what has no offset alone", () => {
    expect(read(["2026-11-28 10:00:00"], { ...plain, zone: "Mars/Base" })).toMatchObject({
      cells: ["2026-11-28 10:00:00"],
    });
  });

  test("a page that is written as usual, or not at all, takes nothing back", () => {
    const before = known({ times: { T: "epoch-ms:stated" } });
    expect(read(["2026-11-01T10:00:00Z"], plain, before)).toMatchObject({
      reading: "epoch-ms:stated",
      cells: ["2026-11-01T10:00:00Z"],
    });
    expect(read([null], plain, before).readings).toBe(before);
    expect(read(["x", 1793527200123], plain, before).cells).toEqual(["x", "2026-11-01T10:00:00.123Z"]);
    expect(read([1793527200], plain, before).reading).toBe("epoch-s:stated");
  });
});

describe("a grain", () => {
  const days = { grains: new Set(["T"]) };
  const asDay = (field: string, more: Partial<Asked> = {}) => ({
    cells: (cells: readonly unknown[], before = known()) => {
      const asked = askedFor([field], { grains: new Set([field]), zone: newYork, ...more });
      const rows = toBuffers(cells.map((cell) => ({ [field]: cell })));
      const { readings } = learn(rows, asked, before);
      const write = rewriter(asked, readings) ?? ((row: Buffer) => row);
      const written = rows.map((row): unknown => Object.values(JSON.parse(write(row).toString("utf8")))[0]);
      return { reading: readings.times[field], cells: written, readings };
    },
  });

  test.each([
    [["2026-11-01T00:00:00.000", "2026-11-02T00:00:00.000"]],
    [["2026-11-01", "2026-11-02"]],
    [["2026-11-01T04:00:00.000Z"]],
    [["2026-11-01T00:00:00-04:00"]],
    [["2026-11-01T00:00:00"]],
  ])("%j stays as it is", (cells) => {
    expect(read(cells, { ...days, zone: newYork })).toMatchObject({ reading: undefined, cells });
    expect(asDay("T.day").cells(cells)).toMatchObject({ reading: undefined, cells });
  });

  test.each([
    ["2026-11-01 00:00:00", "iso:open", "2026-11-01T00:00:00.000"],
    ["11/28/2026 00:00:00", "month-first:open", "2026-11-28T00:00:00.000"],
    ["11/28/2026", "month-first:open", "2026-11-28T00:00:00.000"],
    [1793505600, "epoch-s:stated", "2026-11-01T04:00:00.000Z"],
  ])("%j is read as %s", (cell, reading, written) => {
    expect(read([cell], { ...days, zone: newYork })).toMatchObject({ reading, cells: [written] });
  });

  test("days that begin at midnight only as UTC are instants", () => {
    const result = asDay("T.day").cells(["2026-11-01T04:00:00.000", "2026-11-02T05:00:00.000"]);
    expect(result).toMatchObject({
      reading: "iso:utc",
      cells: ["2026-11-01T04:00:00.000Z", "2026-11-02T05:00:00.000Z"],
    });
  });

  test("a day whose name says nothing is read like one that says it", () => {
    const cells = ["2026-11-01T04:00:00.000", "2026-11-02T05:00:00.000"];
    expect(asDay("bucket").cells(cells).reading).not.toBe("iso:utc");
    expect(asDay("bucket", { telling: new Map([["bucket", "T.day"]]) }).cells(cells).reading).toBe("iso:utc");
  });

  test("a skipped midnight is a day's beginning", () => {
    const santiago = asDay("T.day", { zone: "America/Santiago" });
    const cells = ["2026-09-05T00:00:00.000", "2026-09-06T01:00:00.000"];
    expect(santiago.cells(cells)).toMatchObject({ reading: undefined, cells });
    expect(santiago.cells(["2026-09-05T04:00:00.000", "2026-09-06T04:00:00.000"]).reading).toBe("iso:utc");
  });

  test("days of a false Z cannot be told from days of UTC, but hours tell, and days follow them", () => {
    const cells = ["2026-11-27T00:00:00.000Z", "2026-11-28T00:00:00.000Z"];
    const week = windowOn("T", "2026-11-27T05:00:00Z", "2026-11-29T05:00:00Z");
    expect(asDay("T.day", week).cells(cells)).toMatchObject({ reading: undefined, cells });
    const evening = windowOn("T", "2026-11-28T02:00:00Z", "2026-11-28T04:00:00Z");
    const hours = asDay("T.hour", evening).cells(["2026-11-27T21:00:00.000Z", "2026-11-27T22:00:00.000Z"]);
    expect(hours).toMatchObject({
      reading: "iso:false",
      cells: ["2026-11-27T21:00:00.000", "2026-11-27T22:00:00.000"],
    });
    expect(asDay("T.day", week).cells(cells, hours.readings)).toMatchObject({
      reading: "iso:false",
      cells: ["2026-11-27T00:00:00.000", "2026-11-28T00:00:00.000"],
    });
    const day = asDay("T.day", evening).cells(["2026-11-27T00:00:00.000Z"]);
    expect(day.reading).toBe("iso:false");
    expect(asDay("T.day", evening).cells(["2026-11-28T00:00:00.000Z"], day.readings).reading).toBeUndefined();
  });

  test("a day on which clocks are set back reaches into its last hour", () => {
    const window = windowOn("T", "2026-11-02T04:30:00Z", "2026-11-02T05:00:00Z");
    const cells = ["2026-11-01T04:00:00.000Z"];
    expect(asDay("T.day", window).cells(cells)).toMatchObject({ reading: undefined, cells });
  });

  test("the buckets at the ends of a window are in it", () => {
    const window = windowOn("Cube.T", "2026-11-27T05:30:00Z", "2026-11-28T05:30:00Z");
    const cells = ["2026-11-27T05:00:00.000Z", "2026-11-28T05:00:00.000Z"];
    expect(asDay("Cube.T.hour", window).cells(cells)).toMatchObject({ reading: undefined, cells });
  });
});
