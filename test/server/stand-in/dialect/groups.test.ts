import { afterAll, beforeAll, expect, test } from "vitest";
import type { Row } from "../../../../contract/page.ts";
import type { Account } from "../../../../server/stand-in/account.ts";
import { bothRows, someData } from "./support.ts";

let data: Account;
beforeAll(async () => {
  data = await someData();
});
afterAll(() => data.close());

const measure = "Conversation.Count";
const query = { dimensions: ["Channels", "Status"], measures: [measure], orderBy: [{ field: "Channels" }] };
const countOf = (row: Row) => Number(row[measure]);
const sum = (rows: readonly Row[]) => rows.reduce((all, row) => all + countOf(row), 0);

test("groups-small-hidden: groups of fewer than five do not come, and are counted in all", async () => {
  const { told, truth } = await bothRows(data, ["groups-small-hidden"], { query });
  expect(told).toEqual(truth.filter((row) => countOf(row) >= 5));
  expect(told.length).toBeLessThan(truth.length);
  const all = await bothRows(data, ["groups-small-hidden"], { query: { measures: [measure] } });
  expect(all.told).toEqual(all.truth);
});

test("groups-small-other: groups of fewer than five are one", async () => {
  const { told, truth } = await bothRows(data, ["groups-small-other=5"], { query });
  const others = told.filter((row) => row.Status === "Other");
  expect(others).toEqual([
    { Channels: "Other", Status: "Other", [measure]: sum(truth.filter((row) => countOf(row) < 5)) },
  ]);
  expect(sum(told)).toBe(sum(truth));
});

test("counts-rounded: counts are tens", async () => {
  const { told, truth } = await bothRows(data, ["counts-rounded"], { query });
  expect(told.map(countOf)).toEqual(truth.map((row) => Math.round(countOf(row) / 10) * 10));
});

test("counts-capped: counts end at a number", async () => {
  const { told, truth } = await bothRows(data, ["counts-capped=7"], { query });
  expect(told.map(countOf)).toEqual(truth.map((row) => Math.min(countOf(row), 7)));
});

test("counts-noisy: counts are off by one at most, always alike", async () => {
  const { told, truth } = await bothRows(data, ["counts-noisy"], { query });
  const off = told.map((row, place) => countOf(row) - countOf(truth[place] ?? {}));
  expect(new Set(off.map(Math.abs))).toEqual(new Set([0, 1]));
  expect((await bothRows(data, ["counts-noisy"], { query })).told).toEqual(told);
});
