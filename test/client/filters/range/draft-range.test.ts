import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { checkDraft, draftOf, todayIn } from "../../../../client/filters/range/draft-range.ts";
import { rangePresets } from "../../../../client/filters/range/range-presets.ts";
import { resolveRange } from "../../../../client/view/range.ts";
import { loadLaterWords } from "../../../../client/words/words.ts";
import { at } from "../support.ts";

beforeAll(loadLaterWords);

const now = at("2026-11-22T13:05:00Z");
const zones = ["Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Kiritimati"];
const end = (date: string, time = "") => ({ date, time });

test("Days without times are whole days, times are kept", () => {
  const draft = { from: end("2026-11-03"), to: end("2026-11-03", "17:30") };
  const range = { kind: "fixed", from: "2026-11-03", to: "2026-11-03T17:30" };
  expect(checkDraft(draft, "Europe/Berlin", now)).toEqual({ ok: true, range });
});

test.each([
  [end(""), end("2026-11-03"), "Choose a start date."],
  [end("2026-11-03"), end(""), "Choose an end date."],
  [end("2026-11-09"), end("2026-11-03"), "The end is before the start."],
  [end("2026-11-03", "09:00"), end("2026-11-03", "08:59"), "The end is before the start."],
  [end("2026-11-03", "09:00"), end("2026-11-03", "09:00"), "The range is empty. Choose a later end."],
  [end("2026-11-03"), end("2026-11-03", "00:00"), "The range is empty. Choose a later end."],
  [end("2026-02-30"), end("2026-03-01"), "One of the dates isn’t valid. Check the day, month and year."],
  [end("12026-01-01"), end("12026-01-02"), "One of the dates isn’t valid. Check the day, month and year."],
])("From %j to %j: %s", (from, to, problem) => {
  expect(checkDraft({ from, to }, "Europe/Berlin", now)).toEqual({ ok: false, problem });
});

test("An hour that clocks skip is no range; an hour that they repeat is one", () => {
  const skipped = { from: end("2026-03-29", "02:00"), to: end("2026-03-29", "03:00") };
  expect(checkDraft(skipped, "Europe/Berlin", now)).toMatchObject({ ok: false });
  const repeated = { from: end("2026-10-25", "02:30"), to: end("2026-10-25", "02:30") };
  expect(checkDraft(repeated, "Europe/Berlin", now)).toMatchObject({ ok: true });
});

test("Today is the zone's, not the browser's", () => {
  expect(todayIn("Pacific/Kiritimati", now)).toBe("2026-11-23");
  expect(todayIn("America/New_York", now)).toBe("2026-11-22");
});

test("A draft begins as the whole days of the range in use, and a fixed range as it is", () => {
  expect(draftOf({ kind: "calendar", period: "lastWeek" }, "Europe/Berlin", now)).toEqual({
    from: end("2026-11-09"),
    to: end("2026-11-15"),
  });
  expect(draftOf({ kind: "fixed", from: "2026-11-03T09:00", to: "2026-11-04" }, "UTC", now)).toEqual({
    from: end("2026-11-03", "09:00"),
    to: end("2026-11-04"),
  });
});

test("In every zone, at any time of many years, a preset's draft is valid and covers the preset", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...rangePresets().flat()),
      fc.integer({ min: at("2015-01-01T00:00Z"), max: at("2030-01-01T00:00Z") }),
      (zone, preset, moment) => {
        const window = resolveRange(preset, zone, moment);
        const checked = checkDraft(draftOf(preset, zone, moment), zone, moment);
        expect(checked.ok).toBe(true);
        if (!checked.ok) return;
        const covered = resolveRange(checked.range, zone, moment);
        expect(covered.from).toBeLessThanOrEqual(window.from);
        expect(covered.to).toBeGreaterThanOrEqual(window.to);
      },
    ),
  );
});
