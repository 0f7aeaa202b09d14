import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InsightsError } from "../../../client/api/errors.ts";
import { breakDown, type CubeGroup, readCount, readCube, singleCount, totalOf } from "../../../client/insights/cube.ts";
import { loadedBreakdowns } from "../../../client/insights/loaded.ts";
import { filterRoles } from "../../../client/view/view.ts";
import { findFields } from "../../../contract/fields.ts";
import { reference } from "../../contract/samples.ts";

const { roles } = findFields(reference);

function group(count: number, ...channel: string[]): CubeGroup {
  return { count, members: { channel, language: [], sentiment: [], status: [] } };
}

describe("a count", () => {
  test.each([
    [5, 5],
    ["5", 5],
    [" 12 ", 12],
    [0, 0],
    ["0", 0],
    ["3.974e+03", 3974],
    ["2E2", 200],
  ])("is read from %j", (cell, count) => {
    expect(readCount({ n: cell }, "n")).toBe(count);
  });

  test.each([
    null,
    undefined,
    "",
    " ",
    "many",
    true,
    [5],
    Number.NaN,
    Number.POSITIVE_INFINITY,
    "1 000",
    "1.5",
    "15e-1",
    "1e400",
  ])("is never guessed from %j", (cell) => {
    expect(() => readCount({ n: cell }, "n")).toThrow(InsightsError);
  });

  test("of a query without dimensions is in its one row, or none", () => {
    expect(singleCount([{ "Conversation.Count": "7" }], roles)).toBe(7);
    expect(singleCount([], roles)).toBe(0);
    expect(() => singleCount([{}], roles)).toThrow(InsightsError);
  });
});

describe("the small cube", () => {
  test("is read with the members of every role; what a row does not hold has none", () => {
    const row = { Channels: ["voice", "sms"], Languages: null, Status: "open", "Conversation.Count": 3 };
    expect(readCube([row], roles)).toEqual([
      { count: 3, members: { channel: ["voice", "sms"], language: [], sentiment: [], status: ["open"] } },
    ]);
  });
});

describe("a breakdown", () => {
  test("counts each conversation once for each of its values, and the population once", () => {
    const { entries, population, notSet, overlap } = breakDown("channel", [
      group(5, "voice", "sms"),
      group(2, "voice"),
      group(1),
    ]);
    expect(entries).toEqual([
      { key: "voice", spellings: ["voice"], count: 7 },
      { key: "sms", spellings: ["sms"], count: 5 },
    ]);
    expect({ population, notSet, overlap }).toEqual({
      population: { kind: "all", count: 8 },
      notSet: 1,
      overlap: true,
    });
  });

  test("joins the spellings of a value, and counts two spellings in one conversation once", () => {
    const { entries, overlap } = breakDown("channel", [
      group(5, "VOICE", "voice"),
      group(2, "Voice "),
      group(1, "VOICE"),
    ]);
    expect(entries).toEqual([{ key: "voice", spellings: ["VOICE", "Voice ", "voice"], count: 8 }]);
    expect(overlap).toBe(false);
  });

  test("puts the most frequent first, and equals in the order of their names", () => {
    const groups = [group(1, "b"), group(3, "z"), group(1, "a"), group(1, "c")];
    expect(breakDown("channel", groups).entries.map(({ key }) => key)).toEqual(["z", "a", "b", "c"]);
  });

  test("of nothing is nothing", () => {
    expect(breakDown("status", [])).toEqual({
      role: "status",
      population: { kind: "all", count: 0 },
      entries: [],
      notSet: 0,
      overlap: false,
    });
  });

  test("overlaps only where a conversation that counts has two values", () => {
    expect(breakDown("channel", [group(0, "a", "b"), group(1, "a")]).overlap).toBe(false);
  });

  const anyGroups = fc.array(
    fc
      .tuple(fc.nat({ max: 50 }), fc.array(fc.constantFrom("a", "A", "b", " B", "c"), { maxLength: 4 }))
      .map(([count, members]) => group(count, ...members)),
  );

  test("adds up: without overlap to the population, with overlap to more", () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const { entries, notSet, overlap, population } = breakDown("channel", groups);
        const sum = entries.reduce((total, { count }) => total + count, 0) + notSet;
        expect(population.count).toBe(totalOf(groups));
        if (overlap) expect(sum).toBeGreaterThan(population.count);
        else expect(sum).toBe(population.count);
        for (const { key, count } of entries) {
          const having = groups.filter(({ members }) =>
            members.channel.some((one) => one.trim().toLowerCase() === key),
          );
          expect(count).toBe(totalOf(having));
        }
      }),
    );
  });

  test("does not depend on how the groups are cut", () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const single = groups.flatMap(({ count, members }) =>
          Array.from({ length: count }, () => ({ count: 1, members })),
        );
        const kept = groups.filter(({ count }) => count > 0);
        expect(breakDown("channel", single)).toEqual(breakDown("channel", kept));
      }),
    );
  });

  test("of the loaded rows says that it is of the loaded rows", () => {
    const rows = [{ Channels: ["voice"], Status: "open" }, { Channels: ["voice", "sms"] }];
    const loaded = loadedBreakdowns(rows, roles);
    for (const role of filterRoles) expect(loaded[role].population).toEqual({ kind: "loaded", count: 2 });
    expect(loaded.channel.entries.map(({ key, count }) => [key, count])).toEqual([
      ["voice", 2],
      ["sms", 1],
    ]);
    expect(loaded.status.notSet).toBe(1);
  });
});
