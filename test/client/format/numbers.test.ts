import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { formatDecimal, formatRounded, readDecimal, typedDecimal } from "../../../client/format/decimal.ts";
import { formatCount, formatShare } from "../../../client/format/numbers.ts";
import { loadLanguage } from "../../../client/words/words.ts";

const digits = (text: string) => text.replace(/[^\d-]/g, "");

describe("a count", () => {
  test("is written whole, with its digits grouped", () => {
    expect(formatCount(0)).toBe("0");
    expect(digits(formatCount(1_234_567))).toBe("1234567");
    expect(formatCount(1_234_567)).not.toBe("1234567");
  });
});

describe("a share", () => {
  test.each([
    [0, 3, "0%"],
    [1, 3, "33.3%"],
    [1, 1, "100%"],
    [11, 50, "22.0%"],
    [3, 2, "150.0%"],
    [1, 1000, "0.1%"],
    [0, 0, "–"],
    [1, 2000, "0.1%"],
    [1, 2001, "<0.1%"],
    [1, 1_000_000, "<0.1%"],
    [999_999, 1_000_000, ">99.9%"],
    [9994, 10_000, "99.9%"],
  ])("of %i in %i is %s", (part, total, text) => {
    expect(formatShare(part, total)).toBe(text);
  });
});

describe("a decimal", () => {
  test.each([
    ["12408.50", "12,408.50"],
    ["-1234567", "-1,234,567"],
    ["0", "0"],
    ["0.10", "0.10"],
    ["12345678901234567890.000000000000000001", "12,345,678,901,234,567,890.000000000000000001"],
  ])("%s is written %s, every digit kept", (text, written) => {
    expect(formatDecimal(text)).toBe(written);
  });

  test.each(["007", "1e21", "NaN", "", ".5", "5.", "+5", "1,000", " 5", "0x10", "--5"])(
    "“%s” is none and stays",
    (text) => {
      expect(formatDecimal(text)).toBe(text);
    },
  );

  test("keeps all its digits", () => {
    const whole = fc.bigInt({ min: 0n, max: 10n ** 40n }).map(String);
    const part = fc.stringMatching(/^\d{1,30}$/);
    fc.assert(
      fc.property(fc.boolean(), whole, fc.option(part), (isNegative, before, after) => {
        const text = `${isNegative ? "-" : ""}${before}${after === null ? "" : `.${after}`}`;
        expect(digits(formatDecimal(text))).toBe(digits(text));
      }),
    );
  });
});

/** A text whose digits Intl takes as they are, where a number would lose some. */
function exact(text: string): `${number}` {
  const isNumeric = (one: string): one is `${number}` => /^-?\d+(\.\d+)?$/.test(one);
  if (!isNumeric(text)) throw new Error(`${text} is no number.`);
  return text;
}

describe("a number that is typed", () => {
  const speak = (locale: string) => vi.stubGlobal("navigator", { languages: [locale] });
  // The page's own language is set along with the words.
  beforeEach(() => {
    vi.stubGlobal("document", { documentElement: { lang: "en" } });
  });
  afterEach(async () => {
    await loadLanguage("en");
    vi.unstubAllGlobals();
  });

  test.each([
    ["en-US", "1,234", "1234"],
    ["en-US", "-12,345,678.50", "-12345678.50"],
    ["en-US", " 12 ", "12"],
    ["en-US", "\u22125", "-5"],
    ["en-DE", "1.234", "1234"],
    ["en-DE", "1.234,5", "1234.5"],
    ["en-DE", "1,234", "1.234"],
    ["en-IN", "12,34,567.5", "1234567.5"],
    ["en-ZA", "1 234,5", "1234.5"],
    ["en-CH", "1'234.5", "1234.5"],
  ])("in %s, “%s” is %s", (locale, typed, plain) => {
    speak(locale);
    expect(readDecimal(typed)).toBe(plain);
  });

  test("in Spanish, “1.234,5” is little more than a thousand, and so is “1.234”", async () => {
    await loadLanguage("es");
    speak("es-ES");
    expect(["1.234,5", "1.234", "1234", "-0,5"].map(readDecimal)).toEqual(["1234.5", "1234", "1234", "-0.5"]);
    expect(["1.5", "0.5", "1,234.5", "1.23"].map(readDecimal)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test.each([
    ...["1e3", "", "-", "1,23,4", "1,2.3,4", "..", "1.234,567.8", "0x10", "5 %", "1.2.3"],
    // Whether a group or a decimal point was meant cannot be told.
    ...["1,5", "0,500", "12,3456", "1234,567", "1 5", "1 234", ",5", "1,,234", "1,234,"],
  ])("in English, “%s” is none", (typed) => {
    speak("en-US");
    expect(readDecimal(typed)).toBeUndefined();
  });

  test.each(["en", "es"] as const)(
    "written in %s, with groups or without, it is read as the same number",
    async (one) => {
      await loadLanguage(one);
      const tags =
        one === "en" ? ["en", "en-US", "en-IN", "en-ZA", "en-CH"] : ["es", "es-ES", "es-MX", "es-CR", "es-AR"];
      const plain = fc
        .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.option(fc.stringMatching(/^\d{1,9}$/)))
        .map(([whole, part]) => (part === null ? `${whole}` : `${whole}.${part}`));
      const grouping = fc.constantFrom("always" as const, "auto" as const, false);
      fc.assert(
        fc.property(plain, grouping, fc.constantFrom(...tags), (text, useGrouping, locale) => {
          speak(locale);
          const digits = text.split(".")[1]?.length ?? 0;
          const format = new Intl.NumberFormat(locale, { useGrouping, minimumFractionDigits: digits });
          expect(readDecimal(format.format(exact(text)))).toBe(text);
        }),
      );
    },
  );

  test("is offered again as it would be typed, and is the same then", () => {
    const plain = fc
      .tuple(fc.integer(), fc.option(fc.stringMatching(/^\d{1,9}$/), { nil: undefined }))
      .map(([whole, part]) => (part === undefined ? String(whole) : `${whole}.${part}`));
    fc.assert(
      fc.property(plain, fc.constantFrom("en-US", "en-DE", "en-ZA"), (text, locale) => {
        speak(locale);
        expect(readDecimal(typedDecimal(text))).toBe(text);
      }),
    );
  });
});

describe("a rounded number", () => {
  test.each([
    ["0.5", "0.5"],
    ["12.3456", "12.3"],
    ["99.96", "100"],
    ["1730.5", "1,731"],
    ["0.000012345", "0.0000123"],
    ["-0.50", "-0.5"],
    ["12408", "12,408"],
    ["007", "007"],
    ["1e21", "1e21"],
    ["n/a", "n/a"],
  ])("of %s is %s", (text, shown) => {
    expect(formatRounded(text)).toBe(shown);
  });

  test("is off by half a unit from a hundred on, by half a hundredth of itself below, and never none of some", () => {
    const number = fc.double({ min: 0.001, max: 1e9, noNaN: true }).map((one) => one.toFixed(6));
    fc.assert(
      fc.property(number, (text) => {
        const [exact, shown] = [Number(text), Number(formatRounded(text).replaceAll(",", ""))];
        expect(Math.abs(shown - exact)).toBeLessThanOrEqual(exact >= 100 ? 0.5 : exact * 0.0051);
        expect(shown).toBeGreaterThan(0);
      }),
    );
  });
});
