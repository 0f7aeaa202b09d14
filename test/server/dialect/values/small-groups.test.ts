import { expect, test } from "vitest";
import type { Row } from "../../../../contract/page.ts";
import { type Asked, account } from "./account.ts";

const count: Asked = { measures: ["Count"] };
const byChannel: Asked = { measures: ["Count"], dimensions: ["Channels"] };
const cube: Asked = { measures: ["Count"], dimensions: ["Channels", "Status"] };

const many = (words: string, times: number) => Array.from({ length: times }, () => words);
const mixed = [...many("voice open", 6), ...many("voice closed", 2), ...many("sms open", 7), "chat open", "- open"];
const truth = [
  { Channels: "chat", Count: 1 },
  { Channels: "sms", Count: 7 },
  { Channels: "voice", Count: 8 },
  { Channels: null, Count: 1 },
];

const isSmall = (row: Row) => Number(row.Count) < 3;
const isGrouped = ({ dimensions = [] }: Asked) => dimensions.length > 0;
const hide = (groups: readonly Row[], query: Asked) => groups.filter((row) => !isGrouped(query) || !isSmall(row));

const mark = (groups: readonly Row[], query: Asked) =>
  groups.map((row) => (isGrouped(query) && isSmall(row) ? { ...row, Count: "<3" } : row));

function bundle(groups: readonly Row[], query: Asked): Row[] {
  const small = groups.filter(isSmall);
  if (!isGrouped(query) || small.length === 0) return [...groups];
  const words = (query.dimensions ?? []).map((field) => [field, "(Other)"]);
  const Count = small.reduce((sum, row) => sum + Number(row.Count), 0);
  return [...groups.filter((row) => !isSmall(row)), { ...Object.fromEntries(words), Count }];
}

const sorted = (rows: readonly Row[]) => rows.toSorted((a, b) => (String(a.Channels) < String(b.Channels) ? -1 : 1));

test.each([
  ["are left out", hide],
  ["are put together", bundle],
  ["have no number", mark],
])("groups that %s are counted from rows, and it is said", async (_, groupsOf) => {
  const { ask } = await account(undefined, groupsOf, mixed);
  expect((await ask(count)).items).toEqual([{ Count: 17 }]);
  const { items, notes } = await ask(byChannel);
  expect([sorted(items), notes]).toEqual([sorted(truth), ["dialectCounted"]]);
});

test("groups that came before the count of all: more is known then", async () => {
  const { ask } = await account(undefined, hide, [...mixed, ...many("sms closed", 3)]);
  const before = await ask(cube);
  expect(before.items).toHaveLength(3);
  const { known, items } = await ask(count);
  expect(items).toEqual([{ Count: 20 }]);
  expect(known).toBeGreaterThan(before.known);
  expect((await ask(cube)).items).toHaveLength(6);
});

test("conversations without a value that no group has are no small groups", async () => {
  const isKnown = (row: Row) => row.Channels !== null;
  const drop = (groups: readonly Row[], { dimensions }: Asked) => (dimensions ? groups.filter(isKnown) : groups);
  const { ask, asked } = await account(undefined, drop, mixed);
  await ask(count);
  const { items, notes } = await ask(byChannel);
  expect([items.length, notes]).toEqual([3, []]);
  // The two counts, and two queries to find it out.
  expect(asked).toHaveLength(4);
});

test("nothing is asked where groups add up, whatever they are called", async () => {
  const { ask, asked } = await account(undefined, undefined, [...mixed, "other open"]);
  await ask(count);
  expect((await ask(byChannel)).items).toHaveLength(5);
  // One query finds out that “other” is a value.
  expect(asked).toHaveLength(3);
  await ask({ ...byChannel, dimensions: ["Status"] });
  expect(asked).toHaveLength(4);
});

test("rounded counts are said to be", async () => {
  const round = (groups: readonly Row[]) =>
    groups.map((row) => ({ ...row, Count: Math.round(Number(row.Count) / 10) * 10 }));
  const { ask } = await account(undefined, round, mixed);
  await ask(count);
  expect((await ask(byChannel)).notes).toEqual(["dialectRounded"]);
  expect((await ask(count)).notes).toEqual(["dialectRounded"]);
});

const lists = (groups: readonly Row[]) =>
  groups.map((row) => ("Channels" in row ? { ...row, Channels: [row.Channels] } : row));

test("counts that end at a number are said to, and nothing is asked for it", async () => {
  const cap = (groups: readonly Row[]) =>
    lists(groups).map((row) => ({ ...row, Count: Math.min(Number(row.Count), 10) }));
  const { ask, asked } = await account(undefined, cap, [...mixed, ...many("voice open", 4)]);
  await ask(count);
  expect((await ask(byChannel)).notes).toEqual(["dialectCapped"]);
  expect((await ask(count)).notes).toEqual(["dialectCapped"]);
  expect(asked.every(({ filters = [] }) => filters.length === 1)).toBe(true);
});

test("counts that are off by a little are said to be, after one look more", async () => {
  const off = (groups: readonly Row[], query: Asked) =>
    lists(groups).map((row) => (isGrouped(query) ? row : { ...row, Count: Number(row.Count) - 1 }));
  const { ask, asked } = await account(undefined, off, mixed);
  await ask(count);
  expect((await ask(byChannel)).notes).toEqual(["dialectNoisy"]);
  // The two, the first once more, and the second when more was known.
  expect(asked.filter(({ measures }) => measures)).toHaveLength(4);
});

test("groups that come twice say nothing of an account's counts", async () => {
  const twice = (groups: readonly Row[], query: Asked) =>
    isGrouped(query) ? [...lists(groups), ...lists(groups).slice(-1)] : groups;
  const { ask, asked } = await account(undefined, twice, mixed);
  await ask(count);
  expect((await ask(byChannel)).notes).toEqual([]);
  expect(asked.filter(({ measures }) => measures)).toHaveLength(2);
});
