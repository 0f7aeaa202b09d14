import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { prepareTrend, trendNotes } from "../../../../client/charts/trend/prepare.ts";
import { trendSheet } from "../../../../client/charts/trend/sheet.ts";
import type { Trend } from "../../../../client/charts/trend/trend.ts";
import { loadLaterWords } from "../../../../client/words/words.ts";

beforeAll(loadLaterWords);

const hour = 3_600_000;
const keys = ["negative", "", "positive", "angry"];

function trendOf(counts: readonly (readonly number[])[], over: Partial<Trend> = {}): Trend {
  const buckets = counts.map((list, index) => ({
    start: index * hour,
    end: (index + 1) * hour,
    counts: new Map(keys.map((key, at) => [key, list[at] ?? 0])),
    total: list.reduce((sum, count) => sum + count, 0),
    partial: false,
  }));
  const count = buckets.reduce((sum, bucket) => sum + bucket.total, 0);
  const population = { kind: "all", count } as const;
  return { grain: "hour", zone: "UTC", population, outside: 0, keys, buckets, overlap: false, shifted: false, ...over };
}

const partialAt = (...at: number[]): Trend => {
  const trend = trendOf([[1], [2], [3]]);
  return { ...trend, buckets: trend.buckets.map((bucket, index) => ({ ...bucket, partial: at.includes(index) })) };
};

describe("prepareTrend", () => {
  it("stacks in the fixed order and names the buckets", () => {
    const { series, rows } = prepareTrend(trendOf([[1, 2, 3, 4]]));
    expect(series.map(({ label, total }) => [label, total])).toEqual([
      ["Positive", 3],
      ["Negative", 1],
      ["Angry", 4],
      ["Not set", 2],
    ]);
    expect(rows).toMatchObject([{ label: "Thu, Jan 1, 00:00–01:00", total: 10, counts: [3, 1, 4, 2] }]);
  });

  it("is one layer in the accent colour without sentiment", () => {
    const trend = { ...trendOf([[4], [5]]), keys: [] };
    const prepared = prepareTrend(trend);
    expect(prepared.hasSentiment).toBe(false);
    expect(prepared.series).toMatchObject([{ label: "Conversations", shape: undefined, total: 9 }]);
    expect(prepared.rows.map((row) => row.counts)).toEqual([[4], [5]]);
  });

  it("counts an empty bucket as zero and keeps it", () => {
    expect(prepareTrend(trendOf([[1], [0], [2]])).rows.map((row) => row.total)).toEqual([1, 0, 2]);
  });

  it("loses and adds no conversation, and the axis holds the highest stack", () => {
    const bucket = fc.array(fc.nat(100_000), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(bucket, { minLength: 1, maxLength: 40 }), (counts) => {
        const trend = trendOf(counts);
        const { series, rows, scale } = prepareTrend(trend);
        expect(series.reduce((sum, layer) => sum + layer.total, 0)).toBe(trend.population.count);
        const shares = series.map((layer) => layer.total / Math.max(1, trend.population.count));
        if (trend.population.count > 0) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        for (const row of rows) {
          const height = row.counts.reduce((sum, count) => sum + count, 0);
          expect(height).toBe(row.total);
          expect(height).toBeLessThanOrEqual(scale.max);
        }
      }),
    );
  });
});

describe("trendNotes", () => {
  it("is silent when every bucket is whole", () => {
    expect(trendNotes(partialAt())).toEqual([]);
  });

  it("says which are not", () => {
    expect(trendNotes(partialAt(0, 2))).toEqual(["The first and last hours are partial."]);
    expect(trendNotes(partialAt(2))).toEqual(["The last hour is partial."]);
    expect(trendNotes(partialAt(0))).toEqual(["The first hour is partial."]);
  });

  it("says it of an only bucket", () => {
    const trend = partialAt(0);
    expect(trendNotes({ ...trend, buckets: trend.buckets.slice(0, 1) })).toEqual(["This hour is partial."]);
  });

  it("says that conversations are counted several times where there is no sentiment", () => {
    expect(trendNotes({ ...partialAt(), keys: [], overlap: true })).toEqual([
      "Some conversations are counted more than once.",
    ]);
  });

  it("says that sentiments overlap", () => {
    expect(trendNotes({ ...partialAt(), overlap: true })).toEqual([
      "Some conversations have several sentiments, so the bars add up to more than the total.",
    ]);
  });
});

describe("a trend that reaches into the future", () => {
  const at = 1.5 * hour;
  const trend = trendOf([[1], [2], [0], [0]]);

  it("tells what is under way and what has not begun, and takes neither for zero", () => {
    const prepared = prepareTrend(trend, { at });
    expect(prepared.rows.map(({ partial, ahead }) => [partial, ahead])).toEqual([
      [false, false],
      [true, false],
      [false, true],
      [false, true],
    ]);
    expect(trendNotes(trend, at)).toContain("No data after Jan 1, 1970, 01:30 yet.");
    const sheet = trendSheet(prepared, trend);
    expect(sheet.map((row) => row.at(-2))).toEqual(["All", 1, 2, undefined, undefined]);
    expect(sheet.map((row) => row.at(-1))).toEqual([
      "Note",
      undefined,
      "Partial hour; The latest 15 minutes may be missing",
      "Not started yet",
      "Not started yet",
    ]);
  });

  it("has no column of notes in its file where nothing must be said, and says there that only loaded rows count", () => {
    const heads = (trend: Trend) => trendSheet(prepareTrend(trend, { at: 9 * hour }), trend)[0];
    expect(heads(trend)).toEqual(["Hour", "Positive", "Negative", "Angry", "Not set", "All"]);
    const loaded = { ...trend, population: { kind: "loaded", count: 3 } } as const;
    const sheet = trendSheet(prepareTrend(loaded, { at: 9 * hour }), loaded);
    expect(sheet.map((row) => row.at(-1))).toEqual(["Note", "3 loaded rows only", undefined, undefined, undefined]);
  });

  it("says nothing of the future where there is none", () => {
    const over = trendNotes(trend, 9 * hour);
    expect(over).toEqual([]);
    expect(prepareTrend(trend, { at: 4 * hour }).rows.some(({ ahead }) => ahead)).toBe(false);
  });

  it("is drawn to be read: cut elsewhere than the zone cuts, it says so", () => {
    expect(trendNotes({ ...trend, shifted: true })).toEqual([
      "This account’s hours don’t line up with UTC, so some conversations may appear in an adjacent hour.",
    ]);
  });
});
