import { expect, test } from "vitest";
import { z } from "zod";
import { wholeList } from "../../../server/detail/whole-list.ts";
import { earshotProblem } from "../../../server/messages/problem.ts";
import { sentence } from "../../../server/messages/sentence.ts";
import type { ListPage } from "../../../server/twilio/listing.ts";

test("a page that is too large is asked for in smaller ones, and so are those behind it", async () => {
  const asked: ListPage[] = [];
  const { items, cut } = await wholeList(z.number(), { cap: 5000 }, (page) => {
    asked.push(page);
    const at = Number(page.pageToken ?? 0);
    if (at >= 1000 && page.pageSize > 100) {
      return Promise.reject(earshotProblem("upstreamTooLarge", sentence("twilioTooLarge", { api: "Conversations" })));
    }
    const end = Math.min(1250, at + page.pageSize);
    const own = Array.from({ length: end - at }, (_, i) => at + i);
    return Promise.resolve({ items: own, next: end < 1250 ? String(end) : undefined });
  });
  expect(items).toEqual(Array.from({ length: 1250 }, (_, i) => i));
  expect(cut).toBeUndefined();
  expect(asked.map(({ pageSize, pageToken = "0" }) => `${pageToken}: ${pageSize}`)).toEqual([
    "0: 1000",
    "1000: 1000",
    "1000: 100",
    "1100: 100",
    "1200: 100",
  ]);
});
