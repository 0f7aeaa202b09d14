import { beforeAll, expect, test } from "vitest";
import { splitFigure } from "../../../../../client/charts/explore/split/figure.ts";
import { splitNotes } from "../../../../../client/charts/explore/split/notes.ts";
import { prepareSplit, type SplitSetting } from "../../../../../client/charts/explore/split/prepare.ts";
import { splitSheet } from "../../../../../client/charts/explore/split/sheet.ts";
import { readSplit, type Split } from "../../../../../client/charts/explore/split/split.ts";
import { loadLaterWords } from "../../../../../client/words/words.ts";
import type { FieldRoles } from "../../../../../contract/fields.ts";

beforeAll(loadLaterWords);

const role = (field: string) => ({ field, label: field, cube: "C", how: "words" }) as const;
const fields: FieldRoles = {
  cube: "C",
  roles: { count: role("Count"), sentiment: role("Mood") },
  missing: [],
  badOverrides: [],
  grains: new Map(),
};
const setting: SplitSetting = {
  explore: { measure: "Count", dimension: "Team", split: "Mood" },
  fields,
  adds: true,
  at: undefined,
};
const labels = { measure: "Count", dimension: "Team", split: "Mood" };
const rows = [
  { Team: "red", Mood: "negative", Count: 1 },
  { Team: "red", Mood: "positive", Count: 2 },
  { Team: "blue", Mood: null, Count: 4 },
];

function read(count: number, cut = false): Split {
  const frame = { measure: "Count", dimension: "Team", split: "Mood", adds: true, zone: "UTC", cellZone: "UTC" };
  return { ...readSplit(rows, frame), cut, population: { kind: "all", count } };
}

test("sentiments have their own order and look, and a pair that there is not is none where all add up", () => {
  const { marks, bars, isExact } = prepareSplit(read(7), setting);
  expect(isExact).toBe(true);
  expect(marks.map(({ label, shape }) => `${shape} ${label}`)).toEqual(["▲ Positive", "▼ Negative", "○ Not set"]);
  expect(bars.map(({ label, total }) => [label, total])).toEqual([
    ["blue", 4],
    ["red", 3],
  ]);
  expect(bars[1]?.parts.map(({ exact, share }) => [exact, share])).toEqual([
    ["2", "66.7%"],
    ["1", "33.3%"],
    ["0", "0%"],
  ]);
  expect(splitSheet(read(7), setting, labels)).toEqual([
    ["Team", "Positive", "Negative", "Not set", "Total"],
    ["blue", "0", "0", "4", 4],
    ["red", "2", "1", "0", 3],
  ]);
});

test("where figures do not add up no total is told, nor is what the answer lacks, and the file says why", () => {
  const { bars, isExact } = prepareSplit(read(9), setting);
  expect([isExact, bars[0]?.total, bars[0]?.parts[0]?.value]).toEqual([false, undefined, undefined]);
  expect(splitNotes(read(9), setting, labels)).toEqual(["2 conversations have no value here."]);
  expect(splitNotes(read(6), setting, labels)).toEqual(["Some conversations are counted more than once."]);
  expect(splitNotes(read(9, true), setting, labels)[0]).toMatch(/^Only the first/);
  expect(splitSheet(read(6), setting, labels).at(-1)?.at(-1)).toBe("Some conversations are counted more than once.");
});

test.each([true, false])("a picture has every part and the legend, over time: %s", (isTime) => {
  for (const look of ["stacked", "share", "side"] as const) {
    const prepared = prepareSplit(read(7), { ...setting, explore: { ...setting.explore, look } });
    const { marks, legend } = splitFigure(prepared, isTime);
    expect(legend).toHaveLength(3);
    const colors = new Set(marks.flatMap((mark) => (mark.kind === "text" ? [] : [mark.color])));
    for (const { color } of prepared.marks) expect(colors.has(color)).toBe(true);
  }
});
