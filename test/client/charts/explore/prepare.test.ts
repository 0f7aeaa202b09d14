import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readExplored } from "../../../../client/charts/explore/explore.ts";
import { lineParts, stretches } from "../../../../client/charts/explore/line-parts.ts";
import { exploreNotes, topNote } from "../../../../client/charts/explore/notes.ts";
import { domainOf, prepareExplored } from "../../../../client/charts/explore/prepare.ts";
import { exploreSheet } from "../../../../client/charts/explore/sheet.ts";
import { loadLaterWords } from "../../../../client/words/words.ts";
import type { FieldRoles } from "../../../../contract/fields.ts";

beforeAll(loadLaterWords);

const fields: FieldRoles = { cube: undefined, roles: {}, missing: [], badOverrides: [], grains: new Map() };
const asked = { measure: "M", dimension: "D", zone: "Europe/Berlin", cellZone: "Europe/Berlin" };

describe("a chart of one's own", () => {
  it("keeps digits as they are sent, and what is missing missing", () => {
    const { entries } = readExplored(
      [
        { D: "a", M: null },
        { D: "b", M: "12345678901234567890.10" },
        { D: ["c", "d"], M: 2 },
        { D: null, M: -3.5 },
      ],
      asked,
    );
    expect(entries.map(({ members, text }) => [members.join("+"), text])).toEqual([
      ["b", "12345678901234567890.10"],
      ["c+d", "2"],
      ["", "-3.5"],
      ["a", undefined],
    ]);
    const points = prepareExplored(
      { grain: undefined, zone: "UTC", entries, cut: false, untimed: undefined, outside: 0 },
      "D",
      fields,
    );
    expect(points.map(({ label, exact }) => [label, exact])).toEqual([
      ["b", "12,345,678,901,234,567,890.10"],
      ["c + d", "2"],
      ["Not set", "-3.5"],
      ["a", "–"],
    ]);
  });

  it("does not guess at what is no number or no time", () => {
    expect(() => readExplored([{ D: "a", M: "many" }], asked)).toThrow(/isn’t a number/);
    expect(() => readExplored([{ "D.day": "soon", M: 1 }], { ...asked, dimension: "D.day" })).toThrow();
  });

  it("leaves a gap for each day that the answer leaves out, also over a change of clocks", () => {
    const row = (day: string, M: number) => ({ "D.day": day, M });
    const rows = [row("2026-10-27", 4), row("2026-10-24", 1)];
    const { entries } = readExplored(rows, { ...asked, dimension: "D.day" });
    expect(entries.map(({ value }) => value)).toEqual([1, undefined, undefined, 4]);
    expect(stretches(entries)).toHaveLength(2);
  });

  it("leaves out and tells of buckets that the time range does not reach into", () => {
    const rows = [19, 20, 21, 22].map((day) => ({ "D.day": `2026-11-${day}`, M: day }));
    const window = { from: Date.UTC(2026, 10, 20, 6), to: Date.UTC(2026, 10, 22) };
    const frame = { measure: "M", dimension: "D.day", zone: "UTC", cellZone: "UTC" };
    const explored = { ...readExplored(rows, { ...frame, window }), cut: false };
    expect(explored.entries.map(({ value }) => value)).toEqual([20, 21]);
    expect(exploreNotes(explored, "M")).toContain("2 values outside the time range aren’t included.");
    expect(readExplored(rows, frame).entries).toHaveLength(4);
  });

  it("draws dashes to and from what is not whole or may still grow, and says which ends are", () => {
    const days = [20, 21, 22, 23, 24];
    const rows = days.map((day) => ({ "D.day": `2026-11-${day}`, M: day }));
    const at = Date.UTC(2026, 10, 24, 12);
    const window = { from: Date.UTC(2026, 10, 20, 6), to: at };
    const explored = {
      ...readExplored(rows, { measure: "M", dimension: "D.day", zone: "UTC", cellZone: "UTC", window }),
      cut: false,
    };
    const parts = lineParts(prepareExplored(explored, "D.day", fields, at));
    expect(parts.map(({ partial, fresh, solid, dashed }) => [partial, fresh, solid, dashed])).toEqual([
      [true, false, undefined, 20],
      [false, false, 21, 21],
      [false, false, 22, undefined],
      [false, false, 23, 23],
      [true, true, undefined, 24],
    ]);
    expect(exploreNotes(explored, "Count", at)).toEqual([
      "The first and last days are partial.",
      "Twilio data is about 15 minutes behind, so some conversations after 11:45 may be missing.",
    ]);
    const points = prepareExplored(explored, "D.day", fields, at);
    expect(exploreSheet(explored, points, ["Day", "Count"])).toEqual([
      ["Day", "Count", "Note"],
      ["2026-11-20T00:00:00+00:00", "20", "Partial day"],
      ["2026-11-21T00:00:00+00:00", "21", undefined],
      ["2026-11-22T00:00:00+00:00", "22", undefined],
      ["2026-11-23T00:00:00+00:00", "23", undefined],
      ["2026-11-24T00:00:00+00:00", "24", "Partial day; The latest 15 minutes may be missing"],
    ]);
  });

  it("says nothing of the window where the time is another than that of the window", () => {
    const row = { "D.week": "2026-11-16", M: 1 };
    const read = readExplored([row], { ...asked, dimension: "D.week" });
    expect(exploreNotes({ ...read, cut: false }, "Count", Date.UTC(2026, 10, 30))).toEqual([]);
  });

  it("tells of what has no time: it is not on the line, and not lost", () => {
    const read = readExplored(
      [
        { "D.day": "2026-10-24", M: 1 },
        { "D.day": null, M: 7 },
      ],
      { ...asked, dimension: "D.day" },
    );
    const explored = { ...read, cut: false };
    const points = prepareExplored(explored, "D.day", fields);
    expect(points).toHaveLength(1);
    expect(exploreNotes(explored, "Count")).toEqual(["Conversations without this time aren’t on the line. Count: 7."]);
    expect(exploreSheet(explored, points, ["Day", "Count"]).at(-1)).toEqual(["Not set", "7"]);
  });

  it("leaves a gap also where a line has more points than it can fill with gaps", () => {
    const hours = Array.from({ length: 5001 }, (_, place) => ({
      "D.hour": new Date(Date.UTC(2026, 0, 1, place)).toISOString(),
      M: 1,
    }));
    const rows = [...hours, { "D.hour": "2027-01-01T00:00:00.000Z", M: 1 }];
    const { entries } = readExplored(rows, { ...asked, dimension: "D.hour" });
    expect(stretches(entries)).toHaveLength(2);
  });

  it("says how many conversations the others have, where each has one value and all are read", () => {
    const entries = readExplored(
      [
        { D: "a", M: 50 },
        { D: "b", M: 30 },
        { D: "c", M: 12 },
        { D: null, M: 8 },
      ],
      asked,
    ).entries;
    const read = { grain: undefined, zone: "UTC", entries, cut: false, untimed: undefined, outside: 0 };
    const of = (count: number) => ({ ...read, population: { kind: "all" as const, count } });
    expect(topNote(of(100), "Conversations", 2, true)).toBe("Top 2 of 4, sorted by Conversations. Others: 20");
    const bare = "Top 2 of 4, sorted by Conversations";
    // Some conversations have several values; no sum of another measure; not all values read; no number of all.
    expect(topNote(of(99), "Conversations", 2, true)).toBe(bare);
    expect(topNote(of(100), "Conversations", 2, false)).toBe(bare);
    expect(topNote({ ...of(100), cut: true }, "Conversations", 2, true)).toBe(bare);
    expect(topNote(read, "Conversations", 2, true)).toBe(bare);
  });

  it("tells of a cut list, and by which order", () => {
    const entries = readExplored(
      [
        { D: "a", M: 1 },
        { D: "b", M: 2 },
        { D: ["c", "d"], M: 3 },
      ],
      asked,
    ).entries;
    const explored = { grain: undefined, zone: "UTC", entries, cut: true, untimed: undefined, outside: 0 };
    expect(topNote(explored, "Longest wait", 2, false)).toBe("Top 2 of 3, sorted by Longest wait");
    expect(exploreNotes(explored, "Longest wait")).toEqual([
      "Only the first 3 values are read. There are more.",
      "Combinations of values are shown separately because measures aren’t added up.",
    ]);
    const points = prepareExplored(explored, "D", fields);
    const notes = exploreSheet(explored, points, ["Team", "Wait"]).map((row) => row.at(-1));
    expect(notes).toEqual(["Note", undefined, undefined, "Only the first 3 values are read. There are more."]);
  });

  it("has room for every value and for zero", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { nil: undefined })),
        (values) => {
          const { min, max } = domainOf(values.map((value) => ({ value })));
          expect(min).toBeLessThanOrEqual(0);
          expect(max).toBeGreaterThanOrEqual(0);
          expect(max).toBeGreaterThan(min);
          for (const value of values) if (value !== undefined) expect(value >= min && value <= max).toBe(true);
        },
      ),
    );
  });
});
