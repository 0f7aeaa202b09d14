import { describe, expect, test } from "vitest";
import { indexRows } from "../../../../client/rows/row-index.ts";
import {
  allSelected,
  clearedByView,
  nothingSelected,
  rangeSelected,
  type SelectableRows,
  type Selected,
  toggled,
} from "../../../../client/table/select/selection.ts";
import { selectionWords } from "../../../../client/table/select/selection-words.ts";
import { mostSelected } from "../../../../contract/selection.ts";

type Part = { start?: number; listKey?: string; loaded?: number };

function list(count: number, part: Part = {}): SelectableRows {
  const { start = 0, listKey = "one", loaded = start + count } = part;
  const items = Array.from({ length: count }, (_, i) => ({ Id: `C${start + i}` }));
  return { listKey, index: indexRows([{ items, start }]), count: loaded, idField: "Id" };
}

const idsOf = ({ ids }: Selected) => [...ids];

describe("one conversation", () => {
  test("is selected and taken out again by its id, wherever it stands by then", () => {
    const one = toggled(nothingSelected, list(5), 2);
    expect(idsOf(one)).toEqual(["C2"]);
    const again = { ...list(5, { listKey: "sorted" }), index: indexRows([{ items: [{ Id: "C4" }, { Id: "C2" }] }]) };
    expect(idsOf(toggled(one, again, 1))).toEqual([]);
  });

  test("without an id, or on a row that is not held, cannot be selected", () => {
    const rows = { ...list(0), index: indexRows([{ items: [{ Id: null }, { Id: "" }, {}] }]) };
    for (const place of [0, 1, 2, 7]) expect(toggled(nothingSelected, rows, place)).toBe(nothingSelected);
  });

  test("of several rows is selected once", () => {
    const rows = { ...list(0), index: indexRows([{ items: [{ Id: "A" }, { Id: "A" }, { Id: "B" }] }]) };
    expect(idsOf(rangeSelected(toggled(nothingSelected, rows, 0), rows, 2))).toEqual(["A", "B"]);
    expect(idsOf(allSelected(nothingSelected, rows))).toEqual(["A", "B"]);
  });
});

describe("a range", () => {
  const rows = list(20);

  test("grows and shrinks at its end, and keeps what was selected before", () => {
    const before = toggled(nothingSelected, rows, 15);
    const far = rangeSelected(toggled(before, rows, 3), rows, 6);
    expect(idsOf(far)).toEqual(["C15", "C3", "C4", "C5", "C6"]);
    const near = rangeSelected(far, rows, 4);
    expect(idsOf(near)).toEqual(["C15", "C3", "C4"]);
    expect(idsOf(rangeSelected(near, rows, 1))).toEqual(["C15", "C3", "C1", "C2"]);
  });

  test("takes out after one was taken out", () => {
    const all = allSelected(nothingSelected, rows);
    expect(rangeSelected(toggled(all, rows, 2), rows, 4).ids.size).toBe(17);
  });

  test("begins at the row that the keyboard stands on, unless it goes on from there", () => {
    const one = rangeSelected(nothingSelected, rows, 6, 5);
    expect(idsOf(one)).toEqual(["C5", "C6"]);
    expect(idsOf(rangeSelected(one, rows, 5, 6))).toEqual(["C5"]);
    expect(idsOf(rangeSelected(one, rows, 11, 10))).toEqual(["C5", "C6", "C10", "C11"]);
  });

  test("does not begin in a list of another order", () => {
    const one = toggled(nothingSelected, rows, 3);
    expect(idsOf(rangeSelected(one, list(20, { listKey: "other" }), 6))).toEqual(["C3", "C6"]);
  });

  test("over rows that were let go of changes nothing and says so", () => {
    const one = toggled(nothingSelected, list(4), 1);
    const next = rangeSelected(one, list(4, { start: 40 }), 42);
    expect(next.ids).toBe(one.ids);
    expect(selectionWords(next).note).toContain("rows in between are no longer loaded");
  });
});

describe("the loaded rows", () => {
  test("are selected and called so, beside what was selected", () => {
    const one = allSelected(toggled(nothingSelected, list(1, { start: 9 }), 9), list(3));
    expect(one.ids.size).toBe(4);
    expect(selectionWords(one)).toEqual({ count: "4 selected", note: "All 3 loaded rows are selected." });
  });

  test("are told from rows that were loaded and let go of", () => {
    const { note } = selectionWords(allSelected(nothingSelected, list(100, { start: 300, loaded: 9000 })));
    expect(note).toBe("Only the 100 rows near this part of the list are selected, of 9,000 loaded.");
  });
});

describe("more than can be selected", () => {
  test("are refused whole, with the way to export them", () => {
    const full = allSelected(nothingSelected, list(mostSelected));
    expect(full.ids.size).toBe(1000);
    const next = toggled(full, list(1, { start: 5000 }), 5000);
    expect(next.ids).toBe(full.ids);
    expect(selectionWords(next).note).toBe(
      "Not selected: 1,001 conversations would exceed the limit of 1,000. To get every row, export the view.",
    );
    expect(idsOf(allSelected(nothingSelected, list(1001)))).toEqual([]);
    // What is too much can still be made less.
    expect(toggled(full, list(5), 2).ids.size).toBe(999);
  });
});

test("other filters clear it and say of how many, once", () => {
  const cleared = clearedByView(allSelected(nothingSelected, list(12)));
  expect(idsOf(cleared)).toEqual([]);
  expect(selectionWords(cleared)).toEqual({
    count: "",
    note: "Selection of 12 cleared because the filters or the time range changed.",
  });
  expect(clearedByView(cleared)).toBe(nothingSelected);
});
