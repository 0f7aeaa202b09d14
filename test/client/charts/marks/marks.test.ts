import fc from "fast-check";
import { expect, it } from "vitest";
import { orderSentiments, sentimentSeries } from "../../../../client/charts/marks/marks.ts";

it("orders positive, neutral, mixed, negative, the account's own, not set", () => {
  const order = orderSentiments(["", "zeal", "negative", "angry", "mixed", "positive", "neutral"]);
  expect(order).toEqual(["positive", "neutral", "mixed", "negative", "angry", "zeal", ""]);
});

it("has one order, however the keys come", () => {
  const keys = ["positive", "neutral", "mixed", "negative", "angry", "calm", ""];
  fc.assert(
    fc.property(fc.shuffledSubarray(keys), (some) => {
      expect(orderSentiments(some)).toEqual(keys.filter((key) => some.includes(key)));
    }),
  );
});

it("gives a sentiment the same mark whatever stands beside it", () => {
  const alone = sentimentSeries(["negative"])[0];
  expect(sentimentSeries(["angry", "negative", ""])).toContainEqual(alone);
});
