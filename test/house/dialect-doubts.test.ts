import { describe, expect, test } from "vitest";
import { cardFault, endFault, fileFault } from "../e2e/support/dialect-doubts.ts";

const right = { got: [3, 2], expected: [3, 2], all: 5, truth: 5 };
const all = "All 5 matching conversations";

describe("a figure of a card that is wrong", () => {
  const short = { ...right, got: [3, 1], all: 4 };

  test.each([
    ["nothing is said", ""],
    ["another doubt is said", "1 row outside the time range was left out."],
    ["what was done is said", "Counted by Earshot from 4 conversations in 1 request."],
    ["the number of another chart is said", "3 conversations are in this chart, but Twilio counts 5."],
    ["another true number is said", "4 conversations are in this chart, but Twilio counts 6."],
    ["other rows are said to be loaded", "3 loaded rows only"],
    ["estimates are said to be further off", "Twilio’s counts are approximate: 4 and 9."],
  ])("stays wrong where %s", (_, words) => {
    expect(cardFault({ ...short, got: [1, 1] }, words)).toBe("1,1 of 4 instead of 3,2 of 5");
  });

  test.each([
    ["4 conversations are in this chart, but Twilio counts 5."],
    ["4 loaded rows only"],
    ["1 row of Twilio’s response couldn’t be read, so figures may be too low."],
    ["Twilio’s counts are approximate: 4 and 5."],
    ["Twilio returned some groups twice, so these figures may be wrong."],
  ])("is said by “%s”", (words) => {
    expect(cardFault(short, `${all} ${words}`)).toBeUndefined();
  });

  test("is not excused as too low where it is too high, nor as loaded rows where all are loaded", () => {
    const high = { ...right, got: [3, 4], all: 7 };
    expect(cardFault(high, "1 row of Twilio’s response couldn’t be read, so figures may be too low.")).toBeDefined();
    expect(cardFault({ ...right, got: [3, 1] }, "5 loaded rows only")).toBeDefined();
  });

  test("may be on an adjacent day where the sum is right", () => {
    const words = "some conversations may appear on an adjacent day.";
    expect(cardFault({ ...right, got: [2, 3] }, words)).toBeUndefined();
    expect(cardFault({ ...right, got: [2, 2] }, words)).toBeDefined();
  });
});

test("a rounded figure is excused by half the step, and no further", () => {
  const words = "Twilio rounds counts to multiples of 10, so figures may be off.";
  const of = (got: number[], all: number) => cardFault({ got, expected: [33, 24], all, truth: 57 }, words);
  expect([of([30, 20], 60), of([30, 29], 52)]).toEqual([undefined, undefined]);
  expect([of([30, 30], 60), of([30], 60), of([30, 20], 63)].map((fault) => fault !== undefined)).toEqual([
    true,
    true,
    true,
  ]);
  const ofTwo = (got: number[]) =>
    cardFault({ got, expected: [33, 24], all: 60, truth: 57, figures: [2, 1] }, words) === undefined;
  expect([ofTwo([40, 20]), ofTwo([50, 20]), ofTwo([40, 30])]).toEqual([true, false, false]);
  expect(cardFault({ got: [30, 20], expected: [33, 24], all: 57, truth: 57 }, "")).toBeDefined();
});

test("groups that are kept as they come excuse figures of groups that are too low, and not the number of all", () => {
  const words = "Twilio leaves conversations out of these groups or merges groups, so figures may be wrong.";
  expect(cardFault({ ...right, got: [3] }, words)).toBeUndefined();
  expect(cardFault({ ...right, got: [3, 3] }, words)).toBeDefined();
  expect(cardFault({ ...right, got: [3], all: 3 }, words)).toBeDefined();
});

test("unknown clocks excuse conversations in a neighboring day, and nothing that is not by day", () => {
  const words =
    "Twilio returns “DateCreated” without a time zone, and Earshot couldn’t determine which it is. These times may be hours off.";
  expect(cardFault({ ...right, got: [2, 3], isByDay: true }, words)).toBeUndefined();
  expect(cardFault({ ...right, got: [1, 3, 1], isByDay: true }, words)).toBeUndefined();
  expect(cardFault({ ...right, got: [2, 2], isByDay: true }, words)).toBeDefined();
  expect(cardFault({ ...right, got: [2, 3] }, words)).toBeDefined();
});

test("values that were not chosen may be missing where a filter hides them, and no value may be another", () => {
  const words = "In this account, a filter by channels keeps only the values you selected. Other values aren’t shown.";
  expect(cardFault({ ...right, got: [3] }, words)).toBeUndefined();
  expect(cardFault({ ...right, got: [4] }, words)).toBeDefined();
  expect(cardFault({ ...right, got: [3] }, "")).toBeDefined();
});

test("figures that are right need no word", () => {
  expect(cardFault(right, "")).toBeUndefined();
});

test.each([
  { foot: "5 conversations, all loaded", found: 5, isSo: true },
  { foot: "5 conversations, all loaded", found: 4, isSo: false },
  { foot: "4 conversations, all loaded", found: 4, isSo: false },
  { foot: "4 conversations, all loaded", found: 4, notes: "1 row couldn’t be read.", isSo: true },
  { foot: "5 conversations, all loaded", found: 5, notes: "2 rows couldn’t be read.", isSo: true },
  { foot: "3 conversations, all loaded", found: 3, notes: "1 row couldn’t be read.", isSo: false },
  { foot: "7 rows, all loaded", found: 5, isSo: true },
  { foot: "7 rows, all loaded", found: 4, isSo: false },
  { foot: "4 of 5. Twilio returns no more. Choose a shorter time range to see the rest.", found: 4, isSo: true },
  { foot: "4 of 6. Twilio returns no more. Choose a shorter time range to see the rest.", found: 4, isSo: false },
  {
    foot: "3 of 5 conversations, in 7 rows, because Twilio leaves out conversations with no value.",
    found: 3,
    isSo: true,
  },
  {
    foot: "4 of 5 conversations. The others couldn’t be read.",
    notes: "1 row couldn’t be read.",
    found: 4,
    isSo: true,
  },
  { foot: "4 of 5 conversations. The others couldn’t be read.", found: 4, isSo: false },
  {
    foot: "3 of 5 conversations. The others couldn’t be read.",
    notes: "1 row couldn’t be read.",
    found: 3,
    isSo: false,
  },
  {
    foot: "4 of 6 conversations. The others couldn’t be read.",
    notes: "2 rows couldn’t be read.",
    found: 4,
    isSo: false,
  },
  { foot: "5 loaded. Twilio’s count is approximate: 6.", found: 5, isSo: true },
  { foot: "4 loaded. Twilio’s count is approximate: 5.", found: 4, isSo: false },
  { foot: "5 loaded. Twilio’s count is rounded to a multiple of 10: 10.", found: 5, isSo: true },
  { foot: "5 loaded. Twilio’s count is rounded to a multiple of 10: 20.", found: 5, isSo: false },
  { foot: "4 loaded. Twilio’s count is rounded to a multiple of 10: 10.", found: 4, isSo: false },
  { foot: "5 loaded, but Twilio counts 9.", found: 5, isSo: true },
  { foot: "4 loaded, more available", found: 4, isSo: false },
  { foot: "Not loaded", found: 0, isSo: false },
  { foot: "Not loaded", notes: "Twilio took too long.", found: 0, isSo: true },
])("a list with $found of 5 that says “$foot”: $isSo", ({ foot, notes = "", found, isSo }) => {
  expect(endFault({ foot, notes, found, truth: 5 }) === undefined).toBe(isSo);
});

test.each([
  { name: "a.csv", words: "Complete: 5 rows", found: 5, isSo: true },
  { name: "a.csv", words: "Complete: 4 rows", found: 4, isSo: false },
  { name: "a.csv", words: "1 row of Twilio’s pages couldn’t be read and isn’t in the file.", found: 4, isSo: true },
  { name: "a_partial-4-of-5.csv", words: "Partial: 4 of 5 conversations", found: 4, isSo: true },
  { name: "a_partial-4-of-5.csv", words: "Partial: 4 of 5 conversations", found: 3, isSo: false },
  { name: "a_partial-4-of-5.csv", words: "Complete: 4 rows", found: 4, isSo: false },
  { name: "a_partial-4-of-6.csv", words: "Partial: 4 of 6 conversations", found: 4, isSo: false },
  { name: "a_partial-4-of-6.csv", words: "Partial: 4 of 6 conversations", found: 4, isEstimated: true, isSo: true },
  { name: "a_partial-5-of-6.csv", words: "Partial: 5 of 6 conversations", found: 5, isEstimated: true, isSo: false },
  { name: "a_unverified.csv", words: "Unverified: 5 rows", found: 5, isSo: true },
  { name: "a_unverified.csv", words: "Unverified: 4 rows", found: 4, isSo: false },
  {
    name: "a_unverified.csv",
    words: "Unverified: 4 rows The file has 4 conversations, but Twilio counts 5. The count may be an estimate.",
    found: 4,
    isSo: true,
  },
])("a file $name with $found of 5 and “$words”: $isSo", ({ name, words, found, isEstimated, isSo }) => {
  expect(fileFault({ name, words, found, truth: 5, isEstimated: isEstimated === true }) === undefined).toBe(isSo);
});
