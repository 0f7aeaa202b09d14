import { afterAll, beforeAll, expect, test } from "vitest";
import type { Account } from "../../../../server/stand-in/account.ts";
import { someData, speaking } from "./support.ts";

let data: Account;
beforeAll(async () => {
  data = await someData();
});
afterAll(() => data.close());

async function idsOf(words: readonly string[], op: "GT" | "LT", value: string, timezone = "UTC"): Promise<unknown[]> {
  const asked = await speaking(data, words);
  const query = {
    dimensions: ["Id"],
    filters: [{ expressions: [{ op, field: "DateCreated", values: [value] }] }],
  };
  return (await asked.rows(query, timezone)).map((row) => row.Id);
}

/** The time of a conversation in the middle, to the microsecond. */
async function middleTime(): Promise<string> {
  const rows = await (await speaking(data, [])).rows({ dimensions: ["Id", "DateCreated"] });
  return String(rows[200]?.DateCreated);
}

test.each([
  ["range-space", "2026-11-01 10:20:30", "2026-11-01T10:20:30Z"],
  ["range-epoch-s", "1793528430", "2026-11-01T10:20:30Z"],
  ["range-epoch-ms", "1793528430000", "2026-11-01T10:20:30Z"],
])("%s takes %s for the usual spelling, which it refuses", async (word, value, usual) => {
  const truth = await idsOf([], "GT", usual);
  expect(truth.length).toBeGreaterThan(0);
  expect(await idsOf([word], "GT", value)).toEqual(truth);
  const asked = await speaking(data, [word]);
  const expressions = [{ op: "GT" as const, field: "DateCreated", values: [usual] }];
  expect((await asked.post({ query: { dimensions: ["Id"], filters: [{ expressions }] } })).status).toBe(400);
});

test("range-inclusive takes what is exactly at the limit", async () => {
  const middle = await middleTime();
  for (const op of ["GT", "LT"] as const) {
    const truth = await idsOf([], op, middle);
    const told = await idsOf(["range-inclusive"], op, middle);
    expect(told).toHaveLength(truth.length + 1);
    expect(told).toEqual(expect.arrayContaining(truth));
  }
});

test("range-whole-seconds reads a time as the second that it is in", async () => {
  const middle = await middleTime();
  const value = middle.replace(/\.\d+Z$/, ".999999Z");
  const truth = await idsOf([], "GT", middle.replace(/\.\d+Z$/, "Z"));
  expect(await idsOf(["range-whole-seconds"], "GT", value)).toEqual(truth);
  expect(await idsOf([], "GT", value)).toHaveLength(truth.length - 1);
});

test.each(["2026-11-01T00:00:00", "2026-11-01"])("range-read-utc reads %s as UTC in every zone", async (value) => {
  const told = await idsOf(["range-read-utc"], "GT", value, "Asia/Tokyo");
  expect(told).toEqual(await idsOf([], "GT", "2026-11-01T00:00:00Z"));
  expect(told.length).toBeLessThan((await idsOf([], "GT", value, "Asia/Tokyo")).length);
});

test("range-zone-ignored reads an instant as what clocks show in the zone of the query", async () => {
  const told = await idsOf(["range-zone-ignored"], "GT", "2026-11-01T00:00:00Z", "Asia/Tokyo");
  expect(told).toEqual(await idsOf([], "GT", "2026-10-31T15:00:00Z"));
  expect(told.length).toBeGreaterThan((await idsOf([], "GT", "2026-11-01T00:00:00Z")).length);
});

test("range-own-zone reads an instant as what clocks show in Berlin, whatever zone is asked", async () => {
  const told = await idsOf(["range-own-zone"], "GT", "2026-11-01T00:00:00Z", "Asia/Tokyo");
  expect(told).toEqual(await idsOf([], "GT", "2026-10-31T23:00:00Z"));
});
