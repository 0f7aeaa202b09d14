import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Bar, fitBars, prepareBars, sumOf } from "../../../../client/charts/breakdown/prepare.ts";
import { barsSheet } from "../../../../client/charts/breakdown/sheet.ts";
import type { Breakdown } from "../../../../client/insights/breakdown.ts";
import { loadLaterWords } from "../../../../client/words/words.ts";

beforeAll(loadLaterWords);

function breakdown(over: Partial<Breakdown> = {}): Breakdown {
  const entries = [
    { key: "voice", spellings: ["voice", "VOICE"], count: 60 },
    { key: "sms", spellings: ["SMS"], count: 30 },
  ];
  return { role: "channel", population: { kind: "all", count: 100 }, entries, notSet: 10, overlap: false, ...over };
}

const labels = (bars: readonly Bar[]) => bars.map((bar) => bar.label);

describe("prepareBars", () => {
  it("keeps the most frequent first and puts what is not set last, without spellings", () => {
    const bars = prepareBars(breakdown(), []);
    expect(labels(bars)).toEqual(["Voice", "SMS", "Not set"]);
    expect(bars.at(-1)).toMatchObject({ key: "", count: 10, spellings: undefined, chosen: false });
  });

  it("has no bar for what is not set when nothing is", () => {
    expect(labels(prepareBars(breakdown({ notSet: 0 }), []))).toEqual(["Voice", "SMS"]);
  });

  it("dims nothing while nothing is chosen", () => {
    expect(prepareBars(breakdown(), []).some((bar) => bar.dimmed || bar.chosen)).toBe(false);
  });

  it("marks a chosen value in any of its spellings and dims the others", () => {
    const bars = prepareBars(breakdown(), ["VOICE"]);
    expect(bars.map(({ chosen, dimmed }) => [chosen, dimmed])).toEqual([
      [true, false],
      [false, true],
      [false, true],
    ]);
  });

  it("keeps a bar of zero for a chosen value that no conversation has", () => {
    const bars = prepareBars(breakdown(), ["Fax", "FAX"]);
    expect(bars[2]).toMatchObject({ key: "fax", label: "Fax", count: 0, spellings: ["Fax", "FAX"], chosen: true });
    expect(bars).toHaveLength(4);
  });

  it("draws sentiments in their fixed order, whatever their counts, each with its colour and shape", () => {
    const keys = ["angry", "negative", "neutral", "positive", "mixed"];
    const entries = keys.map((key, index) => ({ key, spellings: [key.toUpperCase()], count: 9 - index }));
    const bars = prepareBars(breakdown({ role: "sentiment", entries }), []);
    expect(labels(bars)).toEqual(["Positive", "Neutral", "Mixed", "Negative", "Angry", "Not set"]);
    expect(new Set(bars.map((bar) => bar.color)).size).toBe(6);
    expect(new Set(bars.map((bar) => bar.shape)).size).toBe(6);
  });

  it("names languages", () => {
    const entries = [{ key: "de", spellings: ["de"], count: 1 }];
    expect(labels(prepareBars(breakdown({ role: "language", entries, notSet: 0 }), []))).toEqual(["German"]);
  });

  it("loses and adds no conversation", () => {
    const counts = fc.array(fc.nat(1_000_000), { maxLength: 30 });
    fc.assert(
      fc.property(counts, fc.nat(1000), fc.constantFrom("channel", "sentiment"), (list, notSet, role) => {
        const entries = list.map((count, index) => ({ key: `v${index}`, spellings: [`V${index}`], count }));
        const total = list.reduce((sum, count) => sum + count, notSet);
        expect(sumOf(prepareBars(breakdown({ role, entries, notSet }), []))).toBe(total);
      }),
    );
  });
});

describe("fitBars", () => {
  const many = (count: number, chosen: readonly number[] = []): Bar[] =>
    prepareBars(
      breakdown({
        entries: Array.from({ length: count }, (_, index) => ({
          key: `v${index}`,
          spellings: [`v${index}`],
          count: 100 - index,
        })),
        notSet: 0,
      }),
      chosen.map((index) => `v${index}`),
    );

  it("shows all when all fit", () => {
    expect(fitBars(many(5), 5).hidden).toEqual([]);
  });

  it("keeps a line for telling of the others", () => {
    const { shown, hidden } = fitBars(many(7), 5);
    expect([shown.length, hidden.length]).toEqual([4, 3]);
  });

  it("keeps chosen bars in sight, in their order", () => {
    expect(fitBars(many(9, [8]), 4).shown.map((bar) => bar.key)).toEqual(["v0", "v1", "v8"]);
  });

  it("never loses a bar, and always shows one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 12 }), (count, lines) => {
        const bars = many(count, [count - 1]);
        const { shown, hidden } = fitBars(bars, lines);
        expect(shown.length).toBeGreaterThan(0);
        expect(shown.length + (hidden.length > 0 ? 1 : 0)).toBeLessThanOrEqual(Math.max(2, lines));
        expect(sumOf(shown) + sumOf(hidden)).toBe(sumOf(bars));
      }),
    );
  });
});

describe("the file of a breakdown", () => {
  const file = (one: Breakdown, previous?: Breakdown) => barsSheet(one, prepareBars(one, [], previous), previous);

  it("has counts and shares of both periods where they are compared, as exact as they are", () => {
    const before = breakdown({ entries: [{ key: "fax", spellings: ["Fax"], count: 1 }], notSet: 2 });
    expect(file(breakdown(), { ...before, population: { kind: "all", count: 3 } })).toEqual([
      ["Channel", "Conversations", "Share (%)", "Previous", "Previous share (%)"],
      ["Voice", 60, 60, 0, 0],
      ["SMS", 30, 30, 0, 0],
      ["Fax", 0, 0, 1, 100 / 3],
      ["Not set", 10, 10, 2, 200 / 3],
      ["Total", 100, 100, 3, 100],
    ]);
  });

  it("has no shares of nothing", () => {
    const nothing = breakdown({ entries: [], notSet: 0, population: { kind: "all", count: 0 } });
    expect(file(breakdown(), nothing)[1]).toEqual(["Voice", 60, 60, 0, undefined]);
  });

  it("says that its numbers are of the loaded rows only", () => {
    expect(file(breakdown())[0]).toEqual(["Channel", "Conversations"]);
    const loaded = file(breakdown({ population: { kind: "loaded", count: 100 } }));
    expect(loaded[0]).toEqual(["Channel", "Conversations", "Note"]);
    expect(loaded.at(-1)).toEqual(["Total", 100, "100 loaded rows only"]);
  });
});
