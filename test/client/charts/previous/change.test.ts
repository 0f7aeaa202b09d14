import { beforeAll, expect, it } from "vitest";
import { changeSentence, changeText, previousPeriodName } from "../../../../client/charts/previous/change.ts";
import type { PreviousPeriod } from "../../../../client/charts/previous/previous-period.ts";
import { loadLaterWords } from "../../../../client/words/words.ts";

beforeAll(loadLaterWords);

const week: PreviousPeriod = {
  name: { kind: "days", count: 7 },
  window: { from: 0, to: 1 },
  cut: true,
  back: (ms) => ms,
};

it("tells a change in percent, and never one of nothing", () => {
  expect(changeText(112, 100)).toBe("+12%");
  expect(changeText(1005, 1000)).toBe("+0.5%");
  expect(changeText(0, 40)).toBe("-100%");
  expect(changeText(10_001, 10_000)).toBe("+0.01%");
  expect(changeText(9_999_999, 10_000_000)).toBe("-0.00001%");
  expect(changeText(1, 1000)).toBe("-99.9%");
  expect(changeText(1, 10_000)).toBe("-99.99%");
  expect(changeText(5, 5)).toBe("±0");
  expect(changeText(5, 0)).toBe("new");
  expect(changeText(0, 0)).toBe("±0");
});

it("says against what, and that only the same part is held against it", () => {
  expect(changeSentence(112, 100, week)).toBe("+12% vs the previous 7 days, up to the same time");
  expect(changeSentence(112, 100, { ...week, cut: false })).toBe("+12% vs the previous 7 days");
  expect(changeSentence(3, 0, week)).toBe("None in the previous 7 days, up to the same time");
  expect(changeSentence(0, 0, week)).toBe("None in the previous 7 days, up to the same time either");
  expect(previousPeriodName({ ...week, name: { kind: "week", count: 1 }, cut: false })).toBe("the previous week");
});
