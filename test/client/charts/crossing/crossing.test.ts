import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossChannels } from "../../../../client/charts/crossing/crossing.ts";
import type { CubeGroup } from "../../../../client/insights/cube.ts";

function group(count: number, channel: string[], sentiment: string[]): CubeGroup {
  return { count, members: { channel, language: [], sentiment, status: [] } };
}

const someGroups = fc.array(
  fc
    .tuple(
      fc.nat(50),
      fc.subarray(["VOICE", "voice", "SMS", "email"]),
      fc.subarray(["positive", "NEGATIVE", "negative"]),
    )
    .map(([count, channel, sentiment]) => group(count, channel, sentiment)),
  { maxLength: 12 },
);

describe("channels crossed with sentiments", () => {
  it("counts each pair that a conversation has, in every spelling", () => {
    const groups = [group(3, ["VOICE"], ["positive"]), group(2, ["voice", "SMS"], ["negative", "POSITIVE"])];
    const { rows, sentiments, overlap } = crossChannels({ pairs: groups, byChannel: groups, count: 5 });
    expect(rows.map(({ key, total, counts }) => [key, total, Object.fromEntries(counts)])).toEqual([
      ["voice", 5, { positive: 5, negative: 2 }],
      ["sms", 2, { positive: 2, negative: 2 }],
    ]);
    expect(sentiments.get("positive")).toEqual(["POSITIVE", "positive"]);
    expect(overlap).toEqual({ channel: true, sentiment: true });
  });

  it("gives what no sentiment was found for to no sentiment", () => {
    const apart = { withSentiment: [group(3, ["sms"], [])], withChannel: 10 };
    const pairs = [group(3, ["sms"], ["positive"])];
    const { rows, sentiments } = crossChannels({ pairs, byChannel: [group(10, ["sms"], [])], count: 10, apart });
    expect(Object.fromEntries(rows[0]?.counts ?? [])).toEqual({ positive: 3, "": 7 });
    expect([...sentiments.keys()]).toEqual(["positive", ""]);
  });

  it("knows neither that there is no sentiment nor that there are several where rows could not be read", () => {
    // The row of those by SMS that have a sentiment is the one that is lost, and so is one channel.
    const apart = { withSentiment: [], withChannel: 10, isLacking: true };
    const pairs = [group(3, ["sms"], ["positive"])];
    const crossed = crossChannels({ pairs, byChannel: [group(10, ["sms"], [])], count: 15, apart });
    expect(Object.fromEntries(crossed.rows[0]?.counts ?? [])).toEqual({ positive: 3, "": 7 });
    expect(crossed).toMatchObject({ missing: 5, restUnknown: true, overlap: { channel: false, sentiment: false } });
  });

  it("is not misled where what is counted twice makes good for what is left out", () => {
    // Ten conversations by SMS: three without a sentiment, two with two of them. Five have no channel.
    const crossed = crossChannels({
      pairs: [group(7, ["sms"], ["positive"]), group(2, ["sms"], ["negative"])],
      byChannel: [group(10, ["sms"], [])],
      count: 15,
      apart: { withSentiment: [group(7, ["sms"], [])], withChannel: 10 },
    });
    expect(Object.fromEntries(crossed.rows[0]?.counts ?? [])).toEqual({ positive: 7, negative: 2, "": 3 });
    expect(crossed).toMatchObject({ missing: 5, overlap: { channel: false, sentiment: true } });
  });

  it("never counts a channel below its largest part, nor loses a conversation", () => {
    fc.assert(
      fc.property(someGroups, (groups) => {
        const count = groups.reduce((sum, one) => sum + one.count, 0);
        const { rows, overlap } = crossChannels({ pairs: groups, byChannel: groups, count });
        for (const { total, counts } of rows) {
          const parts = [...counts.values()];
          expect(Math.max(0, ...parts)).toBeLessThanOrEqual(total);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBeGreaterThanOrEqual(total);
        }
        const all = rows.reduce((sum, { total }) => sum + total, 0);
        expect(all).toBeGreaterThanOrEqual(count);
        expect(overlap.channel).toBe(all > count);
      }),
    );
  });
});
