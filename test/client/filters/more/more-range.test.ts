import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { checkNumbers, checkTimes, draftTimes } from "../../../../client/filters/more/more-range.ts";
import { loadLaterWords } from "../../../../client/words/words.ts";

beforeAll(loadLaterWords);

test("One end may be open, both may not", () => {
  expect(checkNumbers("5", "")).toEqual({ ok: true, range: { from: "5", to: undefined } });
  expect(checkNumbers("", "5")).toEqual({ ok: true, range: { from: undefined, to: "5" } });
  expect(checkNumbers("", " ")).toMatchObject({ ok: false });
  expect(checkNumbers("9", "5")).toMatchObject({ ok: false });
  expect(checkNumbers("1,234", "2,345.5")).toEqual({ ok: true, range: { from: "1234", to: "2345.5" } });
  for (const typed of ["1e3", "1,5"])
    expect(checkNumbers(typed, "")).toEqual({
      ok: false,
      problem: "Enter a number in this format: 12 or 12,345.6.",
    });
});

test("Times that were set are written again as they were, in every zone", () => {
  const zone = fc.constantFrom(
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
  );
  const date = fc
    .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
    .map((one) => one.toISOString().slice(0, 10));
  const time = fc.constantFrom("", "04:00", "12:30", "23:59");
  fc.assert(
    fc.property(zone, date, time, time, (place, day, start, end) => {
      const draft = { from: { date: day, time: start }, to: { date: "2031-05-05", time: end } };
      const checked = checkTimes(draft, place);
      if (!checked.ok) throw new Error(checked.problem);
      expect(draftTimes(checked.range, place)).toEqual(draft);
    }),
  );
});
