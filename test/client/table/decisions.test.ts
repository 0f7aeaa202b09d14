import { describe, expect, test } from "vitest";
import { indexRows } from "../../../client/rows/row-index.ts";
import { spreadCheck } from "../../../client/rows/spread.ts";
import { cardLines } from "../../../client/table/card-lines.ts";
import { toggleColumn } from "../../../client/table/columns/column-choice.ts";
import { columnTracks } from "../../../client/table/columns/column-widths.ts";
import { ariaSort, nextSort } from "../../../client/table/columns/sort.ts";
import { type FootState, footText, type Hollow } from "../../../client/table/foot-text.ts";
import { movedBy } from "../../../client/table/keys/cell-moves.ts";
import type { ViewColumn } from "../../../client/view/columns.ts";
import type { Sort } from "../../../client/view/view.ts";
import type { CellKind } from "../../../contract/roles/role.ts";
import { columnRoles } from "../../../contract/roles.ts";

function column(kind: CellKind, field: string = kind): ViewColumn {
  const role = columnRoles.find((one) => one === kind);
  return { field, label: field, kind, sortable: true, ...(role ? { role } : {}) };
}

const idle: FootState = {
  count: 600,
  ended: false,
  isFirstLoad: false,
  isUpdating: false,
  isLoadingMore: false,
  failed: false,
  secondsHeld: 0,
};

describe("the foot", () => {
  const noun = "conversation";
  test.each<[Partial<FootState>, string]>([
    [{}, "600 loaded, more available"],
    [{ isLoadingMore: true }, "600 loaded. Loading more…"],
    [{ isLoadingMore: true, secondsHeld: 12 }, "Twilio asks us to wait: going on in 12 s"],
    [{ isFirstLoad: true, count: 0, secondsHeld: 1 }, "Twilio asks us to wait: going on in 1 s"],
    [{ isUpdating: true, secondsHeld: 3 }, "Twilio asks us to wait: going on in 3 s"],
    [
      { isFirstLoad: true, count: 0, secondsHeld: 59, isTrial: true },
      "Twilio asks for an unusually long wait. Trying again in 59 s",
    ],
    // Something else of the page waits: the table has what it shows.
    [{ secondsHeld: 12 }, "600 loaded, more available"],
    [{ ended: true, count: 1204 }, "1,204 conversations, all loaded"],
    [{ ended: true, count: 1 }, "1 conversation, all loaded"],
    [{ ended: true, count: 0 }, "No conversations"],
    [{ ended: true, count: 1204, counted: 1204 }, "1,204 conversations, all loaded"],
    // One that is not of the window is counted with the others.
    [{ ended: true, count: 1203, outside: 1, counted: 1204 }, "1,203 conversations, all loaded"],
    [
      { ended: true, count: 10_000, counted: 12_641 },
      "10,000 of 12,641: Twilio sends no more. Narrow the time range to see the rest.",
    ],
    [{ ended: true, count: 10_000, counted: 12_641, canContinuePastEnd: true }, "10,000 loaded, more available"],
    [
      { ended: true, count: 5276, counted: 5736, hollow: { labels: ["Channels", "Languages"], most: 460 } },
      "5,276 of 5,736: Twilio leaves out conversations without a value. Hide Channels, Languages to see the rest.",
    ],
    [
      { ended: true, count: 200, counted: 367, hollow: { labels: ["Languages"], most: 5 } },
      "200 of 367: Twilio sends no more. Narrow the time range to see the rest.",
    ],
    [
      { ended: true, count: 315, counted: 319, lost: 4 },
      "315 of 319 conversations: the others couldn’t be read. An export asks for them again.",
    ],
    [
      { ended: true, count: 9_999, outside: 1, counted: 10_010, lost: 10 },
      "9,999 of 10,010 conversations: the others couldn’t be read. An export asks for them again.",
    ],
    // More are missing than could not be read, or none is.
    [
      { ended: true, count: 315, counted: 319, lost: 3 },
      "315 of 319: Twilio sends no more. Narrow the time range to see the rest.",
    ],
    [{ ended: true, count: 319, counted: 319, lost: 4 }, "319 conversations, all loaded"],
    [{ ended: true, count: 12, counted: 10 }, "12 loaded, but Twilio counts 10."],
    [{ ended: true, count: 10_010, counted: 10_000 }, "10,010 loaded. Twilio’s count is approximate: 10,000."],
    [{ ended: true, count: 330, counted: 331, isEstimate: true }, "330 loaded. Twilio’s count is approximate: 331."],
    // Nobody can tell whether all are there, also where the number is the same.
    [
      { ended: true, count: 26, counted: 30, inexact: { kind: "rounded", most: 10 } },
      "26 loaded. Twilio’s count is rounded to a multiple of 10: 30.",
    ],
    [
      { ended: true, count: 30, counted: 30, inexact: { kind: "rounded", most: 10 } },
      "30 loaded. Twilio’s count is rounded to a multiple of 10: 30.",
    ],
    [
      { ended: true, count: 40, conversations: { found: 30, counted: 30 }, inexact: { kind: "rounded", most: 10 } },
      "30 loaded. Twilio’s count is rounded to a multiple of 10: 30.",
    ],
    [
      { ended: true, count: 20, counted: 30, inexact: { kind: "rounded", most: 10 } },
      "20 of 30: Twilio sends no more. Narrow the time range to see the rest.",
    ],
    // Nobody can tell what a count that has reached its cap leaves out; below it, it is exact.
    [
      { ended: true, count: 50, counted: 50, inexact: { kind: "capped", most: 50 } },
      "50 loaded. Twilio counts no further than 50.",
    ],
    [
      { ended: true, count: 87, counted: 50, inexact: { kind: "capped", most: 50 } },
      "87 loaded. Twilio counts no further than 50.",
    ],
    [{ ended: true, count: 12, counted: 12, inexact: { kind: "capped", most: 50 } }, "12 conversations, all loaded"],
    [
      { ended: true, count: 26, counted: 27, inexact: { kind: "near", most: 2 } },
      "26 loaded. Twilio’s count is approximate: 27.",
    ],
    // As many are not missing because the count is an estimate.
    [
      { ended: true, count: 300, counted: 331, isEstimate: true },
      "300 of 331: Twilio sends no more. Narrow the time range to see the rest.",
    ],
    [{ isFirstLoad: true, count: 0 }, "Loading…"],
    [{ isUpdating: true }, "Updating…"],
    [{ failed: true, count: 0 }, "Not loaded"],
    [
      { isLoadingMore: true, finding: { why: "expired", done: 200, of: 1250 } },
      "The pages had expired. Reading the list again: 200 of 1,250…",
    ],
  ])("with %j reads %s", (change, text) => {
    expect(footText({ ...idle, ...change }, noun)).toBe(text);
  });
});

describe("rows of which a conversation may have several", () => {
  const index = indexRows([{ items: [{ Id: "a" }, { Id: "b" }, { Id: "a" }] }]);
  const foot = (found: number, counted: number, hollow?: Hollow, lost = 0) =>
    footText({ ...idle, ended: true, count: 3, conversations: { found, counted }, hollow, lost }, "row");

  test("are held against the conversations that Twilio counts, where all of them are there", () => {
    expect(spreadCheck({ index, count: 3 }, { idField: "Id", counted: 4 })).toEqual({ found: 2, counted: 4 });
    expect(spreadCheck({ index, count: 5 }, { idField: "Id", counted: 4 })).toBeUndefined();
  });

  test("are not called all where conversations have none", () => {
    expect(foot(2, 2)).toBe("3 rows, all loaded");
    expect(foot(2, 4)).toBe(
      "2 of 4 conversations, in 3 rows: Twilio sends no more. Narrow the time range to see the rest.",
    );
    expect(foot(2, 4, undefined, 2)).toBe(
      "2 of 4 conversations: the others couldn’t be read. An export asks for them again.",
    );
    expect(foot(2, 4, { labels: ["Channels"], most: 2 })).toBe(
      "2 of 4 conversations, in 3 rows: Twilio leaves out conversations without a value. Hide Channels to see the rest.",
    );
    // One without a value does not explain two that are missing.
    expect(foot(2, 4, { labels: ["Channels"], most: 1 })).toContain("Twilio sends no more.");
  });
});

describe("a click on a header", () => {
  const usual: Sort = { field: "t", direction: "DESC" };
  const sort = (field: string, direction: Sort["direction"]): Sort => ({ field, direction });
  test.each<[string, Sort | undefined, Sort | undefined]>([
    ["a", undefined, sort("a", "DESC")],
    ["a", sort("a", "DESC"), sort("a", "ASC")],
    ["a", sort("a", "ASC"), undefined],
    ["a", sort("b", "ASC"), sort("a", "DESC")],
    ["t", undefined, sort("t", "ASC")],
    ["t", sort("t", "DESC"), sort("t", "ASC")],
    ["t", sort("t", "ASC"), undefined],
    ["t", sort("a", "DESC"), undefined],
  ])("of %s in the order %j leads to %j", (field, now, next) => {
    expect(nextSort(field, now, usual)).toEqual(next);
  });

  test("works in an account without a time to sort by", () => {
    expect(nextSort("a", undefined, undefined)).toEqual(sort("a", "DESC"));
    expect(nextSort("a", sort("a", "ASC"), undefined)).toBeUndefined();
    expect([ariaSort(false), ariaSort("asc"), ariaSort("desc")]).toEqual(["none", "ascending", "descending"]);
  });
});

describe("a column that is ticked or unticked", () => {
  const all = ["a", "b", "c", "d"].map((field) => column("text", field));
  test.each([
    [["a", "c"], "b", ["a", "b", "c"]],
    [["a", "b"], "d", ["a", "b", "d"]],
    [["a", "b", "c"], "b", ["a", "c"]],
    [["c", "a"], "b", ["b", "c", "a"]],
    [["unknown"], "a", ["unknown", "a"]],
    [["a"], "a", ["a"]],
  ])("among %j is %s and gives %j", (visible, field, next) => {
    expect(toggleColumn(all, visible, field)).toEqual(next);
  });
});

describe("a card", () => {
  const lines = (...columns: ViewColumn[]) => {
    const { first, second } = cardLines(columns);
    return [first.map(({ field }) => field), second.map(({ field }) => field)];
  };
  test("shows when and how, then over what and who", () => {
    expect(
      lines(column("id"), column("language"), column("status"), column("time"), column("channel"), column("sentiment")),
    ).toEqual([
      ["time", "sentiment", "status"],
      ["channel", "language", "id"],
    ]);
  });
  test("prefers a name to an id", () => {
    expect(lines(column("id"), column("time"), column("text", "name"))).toEqual([["time"], ["name"]]);
  });
  test("is never empty, whatever the columns are", () => {
    expect(lines(column("number", "n"), column("number", "m"))).toEqual([["n", "m"], []]);
    expect(lines(column("time"), column("number", "n"))).toEqual([["time"], ["n"]]);
    expect(lines(column("id"))).toEqual([[], ["id"]]);
  });
});

describe("a key in the grid", () => {
  const size = { rows: 50, columns: 4, fit: 10 };
  const from = { row: 20, column: 1 };
  test.each<[string, boolean, [number, number]]>([
    ["ArrowDown", false, [21, 1]],
    ["ArrowUp", false, [19, 1]],
    ["ArrowLeft", false, [20, 0]],
    ["ArrowRight", false, [20, 2]],
    ["PageDown", false, [30, 1]],
    ["PageUp", false, [10, 1]],
    ["Home", false, [20, 0]],
    ["End", false, [20, 3]],
    ["Home", true, [0, 0]],
    ["End", true, [49, 3]],
  ])("%s (with Ctrl: %s) moves", (key, ctrl, [row, column]) => {
    expect(movedBy(key, ctrl, from, from, size)).toEqual({ row, column });
  });
  test("stops at the edges", () => {
    expect(movedBy("ArrowUp", false, { row: 0, column: 0 }, from, size)).toEqual({ row: 0, column: 0 });
    expect(movedBy("PageDown", false, { row: 45, column: 3 }, from, size)).toEqual({ row: 49, column: 3 });
  });
  test("enters at the first row in sight, and others do not move", () => {
    expect(movedBy("ArrowDown", false, undefined, from, size)).toEqual(from);
    expect(movedBy("a", false, from, from, size)).toBeUndefined();
  });
});

describe("the columns' widths", () => {
  test("never depend on what is in them", () => {
    const columns = [column("time"), column("text")];
    expect(columnTracks(columns)).toBe("minmax(10.5rem, 0fr) minmax(10rem, 2fr)");
  });
  test("leave a heading whole, with its unit, but for a very long one", () => {
    const [label, field] = ["Average wait time", "Wait"];
    expect(columnTracks([{ ...column("number"), label, field }])).toBe("minmax(10.1875rem, 0.4fr)");
    expect(columnTracks([{ ...column("number"), label, field, unit: "seconds" }])).toBe("minmax(11.9375rem, 0.4fr)");
    expect(columnTracks([{ ...column("number"), label: label.repeat(9), field }])).toBe("minmax(15rem, 0.4fr)");
  });
  test("fill the box also where no column would grow by itself", () => {
    expect(columnTracks([column("time")])).toBe("minmax(10.5rem, 1fr)");
  });
});
