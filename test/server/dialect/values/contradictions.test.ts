import { expect, onTestFinished, test } from "vitest";
import { knownHeader } from "../../../../contract/account.ts";
import { pageSchema } from "../../../../contract/page.ts";
import { type FilterLeaf, type InsightsQueryRequest, insightsQueryRequestSchema } from "../../../../contract/query.ts";
import { startFakeUpstream } from "../../../support/servers/fake-upstream.ts";
import { startProxy } from "../../../support/servers/proxy.ts";
import { json } from "../../../support/servers/replies.ts";

const metadata = {
  cubes: [
    {
      name: "Conversation",
      measures: [{ name: "Count", type: "number" }],
      dimensions: [
        { name: "Id", type: "string" },
        { name: "CreatedAt", type: "time" },
        { name: "Channels", type: "string" },
        { name: "Status", type: "string" },
      ],
    },
  ],
};

const channels = ["voice", "voice", "sms", "chat", "voice"];

type Asked = InsightsQueryRequest["query"];
/** Whether a filter of an account finds a value that its rows have. */
type Finds = (value: string, wanted: string) => boolean;

/** An account with five conversations, whose filters find values in their own way; what it was asked. */
async function account(finds: Finds) {
  const upstream = await startFakeUpstream();
  const asked: Asked[] = [];
  upstream.reply((response, received) => {
    if (received.path.endsWith("/Metadata")) return json(metadata)(response, received);
    const { query } = insightsQueryRequestSchema.parse(JSON.parse(received.body));
    asked.push(query);
    const leaves = (query.filters ?? []).flatMap(({ expressions }) => expressions);
    const rows = channels.map((Channels, place) => {
      return { Id: `c${place}`, CreatedAt: "2026-11-02T10:00:00Z", Channels, Status: place === 4 ? "closed" : "open" };
    });
    const found = rows.filter((row) =>
      leaves.every(({ op, field, values = [] }) => {
        if (field !== "Channels" && field !== "Status") return true;
        return values.some((wanted) => finds(row[field], wanted)) === (op !== "NE");
      }),
    );
    const { measures, dimensions = [] } = query;
    const cut = found.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => dimensions.includes(key))));
    const groups = new Map<string, number>();
    for (const row of cut) groups.set(JSON.stringify(row), (groups.get(JSON.stringify(row)) ?? 0) + 1);
    const counted = [...groups].map(([row, Count]) => ({ ...JSON.parse(row), Count }));
    const none = dimensions.length === 0 && counted.length === 0 ? [{ Count: 0 }] : counted;
    return json({ items: measures ? none : cut, meta: {} })(response, received);
  });
  const proxy = await startProxy(upstream.url);
  onTestFinished(async () => {
    await proxy.close();
    await upstream.close();
  });
  await fetch(`${proxy.url}/api/metadata`);
  const headers = { "content-type": "application/json" };
  const ask = async (query: Asked, ...more: FilterLeaf[]) => {
    const expressions = [
      { op: "GT" as const, field: "CreatedAt", values: ["2026-10-31T23:59:59.999Z"] },
      { op: "LT" as const, field: "CreatedAt", values: ["2026-11-08T00:00:00.000Z"] },
      ...more,
    ];
    const body = JSON.stringify({ query: { ...query, filters: [{ op: "AND", expressions }] } });
    const answer = await fetch(`${proxy.url}/api/query`, { method: "POST", headers, body });
    const { items, earshot } = pageSchema.parse(await answer.json());
    const notes = (earshot?.notes ?? []).map(({ key }) => key);
    return { items, notes, known: Number(answer.headers.get(knownHeader)) };
  };
  return { ask, asked };
}

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
