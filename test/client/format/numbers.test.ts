import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { formatDecimal, readDecimal, typedDecimal } from "../../../client/format/decimal.ts";
import { formatCount, formatShare } from "../../../client/format/numbers.ts";

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

describe("a number that is typed", () => {
  const speak = (locale: string) => vi.stubGlobal("navigator", { languages: [locale] });
  afterEach(() => vi.unstubAllGlobals());

  test.each([
    ["en-US", "1,234", "1234"],
    ["en-US", "-12,345,678.50", "-12345678.50"],
    ["en-US", "1,5", "1.5"],
    ["en-US", "0,500", "0.500"],
    ["en-US", " 12 ", "12"],
    ["en-US", "\u22125", "-5"],
    ["en-DE", "1.234", "1234"],
    ["en-DE", "1.234,5", "1234.5"],
    ["en-DE", "1,234", "1.234"],
  ])("in %s, “%s” is %s", (locale, typed, plain) => {
    speak(locale);
    expect(readDecimal(typed)).toBe(plain);
  });

  test.each(["1e3", "", "-", "1,23,4", "1,2.3,4", "..", "1.234,567.8", "0x10", "5 %"])("“%s” is none", (typed) => {
    speak("en-US");
    expect(readDecimal(typed)).toBeUndefined();
  });

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
