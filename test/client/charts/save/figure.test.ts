import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { barsFigure } from "../../../../client/charts/breakdown/figure.ts";
import { figureSvg } from "../../../../client/charts/save/figure.ts";
import { plotWidth } from "../../../../client/charts/save/layout.ts";
import { fileName } from "../../../../client/charts/save/save-file.ts";
import { sheetCsv } from "../../../../client/charts/save/sheet.ts";
import { linesOf, textWidth } from "../../../../client/charts/save/text-lines.ts";
import { viewWords } from "../../../../client/charts/save/view-words.ts";
import { trendFigure } from "../../../../client/charts/trend/figure.ts";
import { prepareTrend } from "../../../../client/charts/trend/prepare.ts";
import type { Trend } from "../../../../client/charts/trend/trend.ts";
import { filterChips } from "../../../../client/filters/chips.ts";
import { defaultView, nothingChosen, type View } from "../../../../client/view/view.ts";
import { loadLaterWords } from "../../../../client/words/words.ts";
import { zoneInName } from "../../../../contract/zone-name.ts";

beforeAll(loadLaterWords);

const bar = { key: "a", spellings: ["a"], chosen: false, dimmed: false, color: "var(--chart-bar)", shape: undefined };

it("writes a drawing of its own, with every bar, the caption and the colours of the screen", () => {
  const figure = barsFigure([{ ...bar, label: "<Voice> & co", count: 40, previous: { count: 20, of: 50 } }], 80);
  const svg = figureSvg(figure, { title: "By channel", lines: ["All 80", "No filters"] }, (name) => `[${name}]`);
  for (const part of [
    "By channel",
    "All 80",
    "No filters",
    "&lt;Voice&gt; &amp; co",
    "50.0% (40) ┃ 40.0% (20) +10 pt",
    ">┃</text>",
    'fill="[var(--chart-bar)]"',
  ])
    expect(svg).toContain(part);
  expect(svg.replace(/\[var\(--[a-z-]+\)\]/g, "")).not.toContain("var(");
});

it("has every label at its bar, and its numbers behind it, whatever they are", () => {
  const counts = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ maxLength: 200 }), counts), { minLength: 1, maxLength: 9 }), (values) => {
      const bars = values.map(([label, count]) => ({ ...bar, label, count, previous: undefined }));
      const { marks } = barsFigure(bars, 1_000_000);
      const ends = marks.flatMap((mark) => (mark.kind === "rect" ? [mark.x + mark.width] : []));
      const texts = marks.flatMap((mark) => (mark.kind === "text" ? [mark] : []));
      const behind = texts.filter(({ anchor }) => anchor !== "end");
      for (const [place, { x }] of behind.entries()) expect(x - 8).toBeCloseTo(ends[place] ?? Number.NaN);
      for (const { x, text } of behind) expect(x + textWidth(text)).toBeLessThanOrEqual(plotWidth + 0.01);
      const before = texts.filter(({ anchor }) => anchor === "end");
      for (const { x, text } of before) expect(x - textWidth(text)).toBeGreaterThanOrEqual(-0.01);
      expect(
        before
          .map(({ text }) => text)
          .join("")
          .replaceAll(" ", ""),
      ).toBe(
        bars
          .map(({ label }) => label)
          .join("")
          .replaceAll(" ", ""),
      );
    }),
    { numRuns: 40 },
  );
});

it("breaks a text into lines that fit, and leaves none of it out", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 13, max: 200 }), (text, width) => {
      const lines = linesOf(text, width);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});

describe("the picture of a trend", () => {
  const monday = Date.UTC(2026, 10, 16);
  const trendOf = (days: number): Trend => ({
    ...{ grain: "day", zone: "UTC", population: { kind: "all", count: 12 * days }, outside: 0 },
    ...{ keys: ["negative", ""], overlap: false, shifted: false },
    buckets: Array.from({ length: days }, (_, place) => ({
      start: monday + place * 86_400_000,
      end: monday + (place + 1) * 86_400_000,
      counts: new Map([
        ["negative", 5],
        ["", 7],
      ]),
      total: 12,
      partial: false,
    })),
  });
  const texts = (days: number) => {
    const trend = trendOf(days);
    return trendFigure(prepareTrend(trend), trend).marks.flatMap((mark) => (mark.kind === "text" ? [mark] : []));
  };

  it("has names, totals and parts at their bars, and no axis that would say them again", () => {
    const all = texts(7);
    const first = all.filter(({ x }) => Math.abs(x - (all[0]?.x ?? 0)) < 0.01);
    expect(first.map(({ text }) => text)).toEqual(["5", "7", "12", "Mon, Nov 16"]);
    expect(all.filter(({ text }) => text === "12")).toHaveLength(7);
    expect(all.every(({ anchor }) => anchor === "middle")).toBe(true);
  });

  it("has an axis where bars are too narrow for their totals", () => {
    const many = texts(90);
    expect(many.filter(({ anchor }) => anchor === "end").map(({ text }) => text)).toContain("10");
    expect(many.filter(({ text }) => text === "12")).toEqual([]);
  });
});

it("writes numbers as digits and any text so that it is read back", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.integer()), { minLength: 1 }), (rows) => {
      const sheet = rows.map(([text, count]) => [`x${text}`, count]);
      const csv = sheetCsv([["a", "b"], ...sheet]);
      const read: unknown = parse(csv, { bom: true });
      expect(read).toEqual([["a", "b"], ...sheet.map((row) => row.map(String))]);
    }),
  );
});

it("never writes a text that a spreadsheet would run", () => {
  expect(sheetCsv([["=1+1", -5, "-5", undefined]])).toBe("\uFEFF'=1+1,-5,-5,\r\n");
});

it("names a file by chart, range and zone", () => {
  expect(fileName("Sentiment über Zeit", ["2026-11-16", "2026-11-22", zoneInName("Europe/Berlin")], "svg")).toBe(
    "Sentiment-uber-Zeit_2026-11-16_2026-11-22_Europe-Berlin.svg",
  );
});

it("says range, zone and every filter", () => {
  const window = { from: Date.UTC(2026, 10, 16), to: Date.UTC(2026, 10, 23) };
  const view = {
    ...defaultView("UTC"),
    chosen: { ...nothingChosen, channel: ["VOICE", "voice"] },
    excluded: { ...nothingChosen, language: ["fr"] },
    notSet: ["sentiment" as const],
    more: [{ kind: "notSet" as const, field: "AgentName" }],
  };
  const { lines, name } = viewWords(view, window);
  expect(lines).toEqual([
    "Nov 16, 2026, 00:00 to Nov 23, 2026, 00:00, times in UTC",
    "Filters: Channel: Voice; Language excluding French; Sentiment: Not set; Agent name: Not set",
  ]);
  expect(name).toEqual(["2026-11-16", "2026-11-22", "UTC"]);
  expect(viewWords(defaultView("UTC"), window).lines[1]).toBe("No filters");
  const agent = { field: "AgentName", label: "Agent", kind: "text", sortable: true, role: "agent" } as const;
  expect(viewWords(view, window, [agent]).lines[1]).toContain("; Agent: Not set");
});

it("says ranges on fields as their chips do: times in the view's zone, numbers as they are written here", () => {
  const view: View = {
    ...defaultView("Asia/Kathmandu"),
    more: [
      { kind: "range", field: "EndedAt", from: "2026-11-15T18:15:00.000Z", to: "2026-11-16T18:14:59.999Z" },
      { kind: "range", field: "HandleSeconds", from: "1234.5", to: undefined },
    ],
  };
  const { lines } = viewWords(view, { from: 0, to: 1 });
  const said = filterChips(view).map(({ name, label }) => `${name}: ${label}`);
  expect(said).toEqual(["Ended at: Nov 16, 2026, 00:00 – Nov 16, 2026, 23:59", "Handle seconds: ≥ 1,234.5"]);
  expect(lines[1]).toBe(`Filters: ${said.join("; ")}`);
});

it("writes a drawing that every program can open, whatever signs an account's values hold", () => {
  const values = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(values, (label) => {
      const figure = barsFigure([{ ...bar, label: `\u0000\ud800${label}\uffff`, count: 1, previous: undefined }], 1);
      const svg = figureSvg(figure, { title: label, lines: [label] }, () => "black");
      const isWritable = (sign: string) => sign >= " " && !/\p{Cs}|[\ufffe\uffff]/u.test(sign);
      expect([...svg].filter((sign) => !isWritable(sign) && !"\t\n\r".includes(sign))).toEqual([]);
    }),
  );
});
