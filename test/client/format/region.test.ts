import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { changeRegion, chosenRegion } from "../../../client/browser/region.ts";
import { firstWeekday } from "../../../client/browser/week-start.ts";
import { proposedOptions } from "../../../client/export/proposed-options.ts";
import { exactRange } from "../../../client/filters/range/exact-range.ts";
import { rangeLabel } from "../../../client/filters/range/range-label.ts";
import { formatDecimal, readDecimal, typedDecimal } from "../../../client/format/decimal.ts";
import { formatCount, formatShare } from "../../../client/format/numbers.ts";
import {
  formatClock,
  formatDate,
  formatDay,
  formatMoment,
  formatSeconds,
  formatTime,
} from "../../../client/format/time.ts";
import { t } from "../../../client/words/words.ts";

const moment = Date.parse("2026-11-29T14:05:09Z");
const speak = (...languages: string[]) => vi.stubGlobal("navigator", { languages });
/** Browsers and versions of ICU differ in their narrow spaces. */
const plain = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, " ").replace(/ ?– ?/g, "–");

afterEach(() => {
  vi.unstubAllGlobals();
  changeRegion({});
});

type Ways = { time: string; day: string; moment: string; count: string; share: string; range: string; week: number };

describe("dates and numbers by the browser's locale, with English words", () => {
  test.each<[string, Ways]>([
    [
      "en-US",
      {
        time: "Nov 29, 2026, 2:05 PM",
        day: "Sun, Nov 29",
        moment: "Nov 29, 2:05 PM",
        count: "9,312",
        share: "12.5%",
        range: "Nov 3–9, 2026",
        week: 0,
      },
    ],
    [
      "en-GB",
      {
        time: "29 Nov 2026, 14:05",
        day: "Sun 29 Nov",
        moment: "29 Nov, 14:05",
        count: "9,312",
        share: "12.5%",
        range: "3–9 Nov 2026",
        week: 1,
      },
    ],
    [
      "de-DE",
      {
        time: "29.11.2026, 14:05",
        day: "Sun, 29.11.",
        moment: "29.11., 14:05",
        count: "9.312",
        share: "12,5 %",
        range: "03.–09.11.2026",
        week: 1,
      },
    ],
    [
      "fr-FR",
      {
        time: "29/11/2026 14:05",
        day: "Sun, 29/11",
        moment: "29/11 14:05",
        count: "9 312",
        share: "12,5 %",
        range: "03/11/2026–09/11/2026",
        week: 1,
      },
    ],
    [
      "ja-JP",
      {
        time: "2026/11/29 14:05",
        day: "Sun, 11/29",
        moment: "11/29 14:05",
        count: "9,312",
        share: "12.5%",
        range: "2026/11/03～2026/11/09",
        week: 0,
      },
    ],
  ])("%s", (locale, ways) => {
    // As browsers of such places ask: their own language, and English behind it.
    speak(locale, "en-US", "en");
    const range = { kind: "fixed", from: "2026-11-03", to: "2026-11-09" } as const;
    expect({
      time: plain(formatTime(moment, "UTC")),
      day: plain(formatDay(moment, "UTC")),
      moment: plain(formatMoment(moment, "UTC")),
      count: plain(formatCount(9312)),
      share: plain(formatShare(125, 1000)),
      range: plain(rangeLabel(range)),
      week: firstWeekday(),
    }).toEqual(ways);
  });

  test("sentences have English plurals and the same numbers", () => {
    speak("de-DE", "en-US");
    expect(t("table.foot.all.row", { count: 9312 })).toBe("9.312 rows, all loaded");
    // Japanese has one form for all numbers, and Arabic six.
    for (const locale of ["ja-JP", "ar-EG", "pl-PL"]) {
      speak(locale, "en");
      changeRegion({});
      expect([1, 2, 5].map((count) => t("table.foot.all.row", { count }))).toEqual(
        ["1 row", "2 rows", "5 rows"].map((rows) => `${rows}, all loaded`),
      );
    }
  });

  test("days are those of the calendar that they are chosen from", () => {
    speak("fa-IR");
    expect(plain(formatDate(moment, "UTC"))).toContain("2026");
    speak("th-TH");
    expect(plain(formatDate(moment, "UTC"))).toContain("2026");
  });

  test("numbers are typed as they are written", () => {
    speak("de-DE");
    expect(formatDecimal("12408.50")).toBe("12.408,50");
    expect([readDecimal("1,5"), readDecimal("1.234"), readDecimal("1.5"), typedDecimal("1.5")]).toEqual([
      "1.5",
      "1234",
      undefined,
      "1,5",
    ]);
    speak("ar-EG");
    expect(readDecimal(formatDecimal("1234.5"))).toBe("1234.5");
  });

  test("the exact range has them too", () => {
    speak("de-DE");
    expect(plain(exactRange({ kind: "relative", amount: 24, unit: "hour" }, "UTC", moment))).toBe(
      "28.11.2026, 14:05–now (29.11., 14:05), UTC",
    );
  });

  test("a file is proposed as spreadsheets of the place read it", () => {
    speak("en-US");
    expect(proposedOptions()).toMatchObject({ separator: ",", decimal: ".", times: "iso", protectText: false });
    speak("de-DE", "en-US");
    expect(proposedOptions()).toMatchObject({ separator: ";", decimal: ",", times: "iso", protectText: false });
  });
});

describe("each can be chosen", () => {
  test("and the others stay as the browser has them", () => {
    speak("de-DE");
    changeRegion({ dates: "en-GB" });
    expect([plain(formatDate(moment, "UTC")), formatCount(9312), firstWeekday()]).toEqual(["29 Nov 2026", "9.312", 1]);
    changeRegion({ numbers: "en-US", clock: "12", week: "6" });
    expect([formatDate(moment, "UTC"), formatCount(9312), firstWeekday()]).toEqual(["29.11.2026", "9,312", 6]);
    expect([plain(formatClock(moment, "UTC")), plain(formatSeconds(moment, "UTC"))]).toEqual(["2:05 PM", "2:05:09 PM"]);
    changeRegion({ clock: "24" });
    expect(formatClock(Date.parse("2026-11-29T00:05:00Z"), "UTC")).toBe("00:05");
  });

  test("whatever is kept, something is written", () => {
    fc.assert(
      fc.property(
        fc.record({ dates: fc.string(), numbers: fc.string(), clock: fc.string(), week: fc.string() }),
        (kept) => {
          changeRegion(kept);
          expect(chosenRegion().clock).toBe(["12", "24"].includes(kept.clock) ? kept.clock : undefined);
          expect(formatTime(moment, "UTC")).toMatch(/2026/);
          expect(formatCount(1)).toBe("1");
          expect([0, 1, 6]).toContain(firstWeekday());
        },
      ),
    );
  });
});
