import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { exactDuration, formatDuration } from "../../../client/format/duration.ts";
import { loadLanguage } from "../../../client/words/words.ts";
import { type DurationUnit, durationUnits, unitMs } from "../../../contract/durations.ts";

/** Reads what was written, and says how far it may be off: half of its smallest unit. */
function readBack(text: string): { ms: number; within: number } {
  const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
  const parts = [...text.matchAll(/([\d,]+) (ms|s|m|h)/g)].map(([, digits = "", unit = ""]) => ({
    count: Number(digits.replaceAll(",", "")),
    size: Object.entries(units).find(([name]) => name === unit)?.[1] ?? Number.NaN,
  }));
  expect(text).toBe(text.match(/^[\d,]+ (ms|s|m|h)( \d+ (s|m))?$/)?.[0]);
  const ms = parts.reduce((sum, { count, size }) => sum + count * size, 0);
  return { ms, within: ms >= 3_600_000 ? 30_000 : ms >= 1000 ? 500 : 0.5 };
}

describe("a duration", () => {
  test.each<[string, DurationUnit, string]>([
    ["173", "seconds", "2 m 53 s"],
    ["53", "seconds", "53 s"],
    ["0", "seconds", "0 s"],
    ["60", "seconds", "1 m"],
    ["59.6", "seconds", "1 m"],
    ["3599.5", "seconds", "1 h"],
    ["3720", "seconds", "1 h 2 m"],
    ["7199", "seconds", "2 h"],
    ["360000", "seconds", "100 h"],
    ["250", "milliseconds", "250 ms"],
    ["0", "milliseconds", "0 s"],
    ["173000", "milliseconds", "2 m 53 s"],
    ["1.5", "minutes", "1 m 30 s"],
    ["1.5", "hours", "1 h 30 m"],
    ["12345678", "hours", "12,345,678 h"],
  ])("of %s %s is %s", (text, unit, said) => {
    expect(formatDuration(text, unit)).toBe(said);
  });

  test.each(["-5", "", "abc", "1e21", "00:02:53", "PT2M", "NaN", "1".repeat(30)])("“%s” is none", (text) => {
    expect(formatDuration(text, "seconds")).toBeUndefined();
  });

  test("is never further off than half of the smallest unit it is said in, and never 60 of one", () => {
    const number = fc.oneof(
      fc.nat(100_000).map(String),
      fc.integer({ min: 0, max: 2 ** 31 }).map(String),
      fc.double({ min: 0, max: 1e6, noNaN: true }).map((one) => one.toFixed(3)),
    );
    fc.assert(
      fc.property(number, fc.constantFrom(...durationUnits), (text, unit) => {
        const said = formatDuration(text, unit) ?? "";
        const { ms, within } = readBack(said);
        expect(Math.abs(ms - Number(text) * unitMs[unit])).toBeLessThanOrEqual(within + 0.001);
        expect(said).not.toMatch(/(^| )60 (s|m)\b/);
      }),
    );
  });

  test("has its exact number beside it", () => {
    expect(exactDuration("12345.60", "seconds")).toBe("12,345.60 s");
  });

  test("is written in the language of the screen", async () => {
    // The page's own language is set along with the words.
    vi.stubGlobal("document", { documentElement: { lang: "en" } });
    vi.stubGlobal("navigator", { languages: ["es-ES"] });
    await loadLanguage("es");
    expect(formatDuration("44444444", "hours")).toBe("44.444.444 h");
    expect(formatDuration("173", "seconds")).toBe("2 min 53 s");
    await loadLanguage("en");
    vi.unstubAllGlobals();
  });
});
