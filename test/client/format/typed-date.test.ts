import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { readTypedDate, typedDate } from "../../../client/format/typed-date.ts";

const speak = (...languages: string[]) => vi.stubGlobal("navigator", { languages });

afterEach(() => vi.unstubAllGlobals());

describe("a date that is typed", () => {
  test.each([
    ["en-US", "11/29/2026"],
    ["en-GB", "29/11/2026"],
    ["de-DE", "29.11.2026"],
    ["nl-NL", "29-11-2026"],
    ["sv-SE", "2026-11-29"],
    ["ja-JP", "2026/11/29"],
    ["hu-HU", "2026.11.29"],
    ["fa-IR", "2026/11/29"],
  ])("is written in %s as %s", (locale, text) => {
    speak(locale);
    expect(typedDate("2026-11-29")).toBe(text);
  });

  test("is read as it was written, and as ISO 8601, whatever the locale", () => {
    const day = fc
      .date({ min: new Date("1970-01-01T00:00:00Z"), max: new Date("2999-12-31T00:00:00Z"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const locale = fc.constantFrom("en-US", "en-GB", "de-DE", "es-ES", "fr-CA", "sv-SE", "ja-JP", "ar-EG", "ko-KR");
    fc.assert(
      fc.property(day, locale, (iso, tag) => {
        speak(tag);
        expect(readTypedDate(typedDate(iso))).toBe(iso);
        expect(readTypedDate(iso)).toBe(iso);
      }),
    );
  });

  test.each([
    ["en-GB", "3.4.2026", "2026-04-03"],
    ["en-US", "3-4-2026", "2026-03-04"],
    ["en-GB", "2026/4/3", "2026-04-03"],
    ["en-US", "29/11/2026", undefined],
    ["en-GB", "31/02/2026", undefined],
    ["en-GB", "3/4/26", undefined],
    ["sv-SE", "3/4/2026", undefined],
    ["en-GB", "3/4", undefined],
    ["en-GB", "soon", undefined],
    ["en-GB", "", undefined],
  ])("%s: “%s” is %s", (locale, text, iso) => {
    speak(locale);
    expect(readTypedDate(text)).toBe(iso);
  });
});
