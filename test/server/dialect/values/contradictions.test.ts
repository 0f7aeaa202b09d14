import { expect, test } from "vitest";
import type { FilterLeaf } from "../../../../contract/query.ts";
import { until } from "../../../support/until.ts";
import { type Asked, account, type Finds, type Groups } from "./account.ts";

const count: Asked = { measures: ["Count"] };
const rows: Asked = { dimensions: ["Id"] };
const cube: Asked = { measures: ["Count"], dimensions: ["Channels", "Status"] };
const isIn = (field: string, ...values: string[]): FilterLeaf => ({ op: "IN", field, values });
const isNot = (field: string, value: string): FilterLeaf => ({ op: "NE", field, values: [value] });
const ids = (items: readonly object[]) => items.map((row) => Object.values(row)[0]);

const inCapitals: Finds = (value, wanted) => value.toUpperCase() === wanted;

test("a filter that finds nothing of what was counted is asked for in capitals", async () => {
  const { ask, asked } = await account(inCapitals);
  await ask(cube);
  const [listed, counted] = await Promise.all([
    ask(rows, isIn("Channels", "voice")),
    ask(count, isIn("Channels", "voice")),
  ]);
  expect(ids(listed.items)).toEqual(["c0", "c1", "c4"]);
  expect(counted.items).toEqual([{ Count: 3 }]);
  // The cube, both queries, two counts to find it out, and both queries anew.
  expect(asked).toHaveLength(1 + 2 + 2 + 2);
  // It is known of the field by now.
  expect((await ask(count, isIn("Channels", "chat"))).items).toEqual([{ Count: 1 }]);
  expect((await ask(count, isNot("Channels", "voice"))).items).toEqual([{ Count: 2 }]);
  expect(asked).toHaveLength(7 + 2);
});

test.each<[what: string, finds: Finds]>([
  ["only one of two values has another spelling", (value, wanted) => (value === "voice" ? "VOICE" : value) === wanted],
  ["each value has another spelling", (value, wanted) => (value === "voice" ? "Voice" : "SMS") === wanted],
])("several values of one filter: %s", async (_, finds) => {
  const { ask } = await account(finds);
  await ask(cube);
  expect((await ask(count, isIn("Channels", "voice", "sms"))).items).toEqual([{ Count: 4 }]);
  expect((await ask(count, isIn("Channels", "sms"))).items).toEqual([{ Count: 1 }]);
});

test("a value that is excluded and comes all the same, or is counted", async () => {
  const { ask } = await account(inCapitals);
  await ask(cube);
  expect((await ask(count, isNot("Status", "open"))).items).toEqual([{ Count: 1 }]);
  const other = await account(inCapitals);
  const { items, notes } = await other.ask({ dimensions: ["Id", "Status"] }, isNot("Status", "open"));
  expect([ids(items), notes]).toEqual([["c4"], []]);
});

test("who waits for a look that another has begun is answered, also when that one has gone", async () => {
  const { ask, asked, send, holdCounts, round } = await account(inCapitals);
  await ask(cube);
  const release = holdCounts();
  const gone = new AbortController();
  const first = send(gone.signal, rows, isIn("Channels", "voice")).catch(String);
  // The first one's own query, and the look at the value, which waits.
  await until(() => expect(asked).toHaveLength(3));
  const second = ask(rows, isIn("Channels", "voice"));
  await until(() => expect(asked).toHaveLength(4));
  // By the time that others have been answered, the second one waits for the look too.
  for (let rounds = 0; rounds < 5; rounds += 1) await round();
  gone.abort();
  await first;
  await round();
  release();
  expect(ids((await second).items)).toEqual(["c0", "c1", "c4"]);
});

test("two filters at once", async () => {
  const { ask } = await account(inCapitals);
  await ask(cube);
  const both = [isIn("Channels", "voice"), isIn("Status", "open")];
  expect((await ask(count, ...both)).items).toEqual([{ Count: 2 }]);
});

test("a filter that came before what contradicts it: more is known then", async () => {
  const { ask } = await account(inCapitals);
  const before = await ask(rows, isIn("Channels", "voice"));
  expect(before.items).toEqual([]);
  expect((await ask(cube)).known).toBeGreaterThan(before.known);
  expect((await ask(rows, isIn("Channels", "voice"))).items).toHaveLength(3);
});

test("where no spelling is found, rows are filtered here, and it is said", async () => {
  const { ask } = await account((value, wanted) => `CHANNEL_${value.length}` === wanted);
  await ask(cube);
  const listed = await ask(rows, isIn("Channels", "voice"));
  expect([ids(listed.items), listed.notes]).toEqual([["c0", "c1", "c4"], ["dialectFilter"]]);
  expect(await ask(count, isIn("Channels", "voice"))).toMatchObject({
    items: [{ Count: 3 }],
    notes: ["dialectCounted"],
  });
});

test("a value that no filter finds beside others that are found is the account’s word for several", async () => {
  const word: Groups = (groups, { dimensions = [] }) => {
    return groups.map((row) =>
      row.Channels === "chat" && !dimensions.includes("Id") ? { ...row, Channels: "misc" } : row,
    );
  };
  const { ask } = await account(undefined, word);
  expect((await ask(cube)).items).toContainEqual({ Channels: "misc", Status: "open", Count: 1 });
  expect((await ask(count, isIn("Channels", "misc"))).items).toEqual([{ Count: 0 }]);
  const { items, notes } = await ask(cube);
  expect([items.map((row) => row.Channels).includes("misc"), notes]).toEqual([false, ["dialectCounted"]]);
});

test("a filter that finds more than has the value", async () => {
  const { ask } = await account((value, wanted) => value.includes(wanted.slice(0, 1)));
  await ask(cube);
  // “c” is in voice, too.
  expect((await ask(count, isIn("Channels", "chat"))).items).toEqual([{ Count: 1 }]);
});

test("nothing is asked where nothing contradicts", async () => {
  const { ask, asked } = await account((value, wanted) => value === wanted);
  await ask(cube);
  await ask(count, isIn("Channels", "fax"));
  await ask(count, isIn("Channels", "sms"), isIn("Status", "closed"));
  await ask(rows, isIn("Channels", "sms", "voice"));
  await ask(count, isNot("Channels", "voice"));
  await ask(rows, isIn("Channels", "chat"), isNot("Status", "open"));
  expect(asked).toHaveLength(6);
});
