import { expect, onTestFinished, test } from "vitest";
import { pageSchema } from "../../../contract/page.ts";
import { type InsightsQueryRequest, insightsQueryRequestSchema } from "../../../contract/query.ts";
import { oneCube } from "../../support/one-cube.ts";
import { startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { startProxy } from "../../support/servers/proxy.ts";
import { json } from "../../support/servers/replies.ts";

const metadata = oneCube("Channels");

const lists = [["sms", "voice"], ["voice"], ["sms"], ["chat"], []];

type Asked = InsightsQueryRequest["query"];
type Compares = "texts" | "members" | "nothing";

/**
 * An account whose lists are JSON text, and whose filters compare one or the other; what it was asked. With `hasLost` the
 * second group of each count is no row.
 */
async function account(compares: Compares, members: readonly string[][] = lists, hasLost = false) {
  const upstream = await startFakeUpstream();
  const asked: Asked[] = [];
  upstream.reply((response, received) => {
    if (received.path.endsWith("/Metadata")) return json(metadata)(response, received);
    const { query } = insightsQueryRequestSchema.parse(JSON.parse(received.body));
    asked.push(query);
    const leaves = (query.filters ?? []).flatMap(({ expressions }) => expressions);
    const fits = (list: readonly string[]) =>
      leaves.every(({ op, field, values = [] }) => {
        if (field !== "Channels") return true;
        const has = (value: string) => {
          if (compares === "nothing") return false;
          return compares === "texts" ? JSON.stringify(list) === value : list.includes(value);
        };
        return op === "NE" ? !values.some(has) : values.some(has);
      });
    const found = members.flatMap((list, place) =>
      fits(list) ? [{ Id: `c${place}`, CreatedAt: "2026-11-02T10:00:00Z", Channels: JSON.stringify(list) }] : [],
    );
    const { measures, dimensions = [] } = query;
    const cut = found.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => dimensions.includes(key))));
    const groups = new Map<string, number>();
    for (const row of cut) groups.set(JSON.stringify(row), (groups.get(JSON.stringify(row)) ?? 0) + 1);
    const counted = [...groups].map(([row, Count]) => ({ ...JSON.parse(row), Count }));
    const none = dimensions.length === 0 && counted.length === 0 ? [{ Count: 0 }] : counted;
    const groupsSent = hasLost && none.length > 1 ? none.with(1, null) : none;
    return json({ items: measures ? groupsSent : cut, meta: {} })(response, received);
  });
  const proxy = await startProxy(upstream.url);
  onTestFinished(async () => {
    await proxy.close();
    await upstream.close();
  });
  await fetch(`${proxy.url}/api/metadata`);
  const headers = { "content-type": "application/json" };
  const ask = async (query: Asked, leaf?: { op: "IN" | "NE"; values: string[] }, day = 8) => {
    const expressions = [
      { op: "GT" as const, field: "CreatedAt", values: ["2026-10-31T23:59:59.999Z"] },
      { op: "LT" as const, field: "CreatedAt", values: [`2026-11-0${day}T00:00:00.000Z`] },
      ...(leaf ? [{ ...leaf, field: "Channels" }] : []),
    ];
    const body = JSON.stringify({ query: { ...query, filters: [{ op: "AND", expressions }] } });
    const answer = await fetch(`${proxy.url}/api/query`, { method: "POST", headers, body });
    return pageSchema.parse(await answer.json());
  };
  // What lists look like is seen in the first rows.
  await ask({ dimensions: ["Id", "CreatedAt", "Channels"] });
  asked.length = 0;
  return { ask, asked };
}

const count: Asked = { measures: ["Count"] };
const rows: Asked = { dimensions: ["Id"] };
const voice = { op: "IN" as const, values: ["voice"] };

test.each<[Compares, number]>([
  ["texts", 1 + 1],
  ["members", 1 + 2],
])("a filter on lists that are text is asked for as the account compares: by %s", async (compares, finding) => {
  const { ask, asked } = await account(compares);
  const [counted, listed] = await Promise.all([ask(count, voice), ask(rows, voice)]);
  expect(counted).toMatchObject({ items: [{ Count: 2 }] });
  expect(listed.items).toMatchObject([{ Id: "c0" }, { Id: "c1" }]);
  expect(counted.earshot?.notes ?? []).toEqual([]);
  // The lists of the window, what a filter compares, and the two queries.
  expect(asked).toHaveLength(finding + 2);
  expect(await ask(count, { op: "IN", values: ["fax"] })).toMatchObject({ items: [{ Count: 0 }] });
  expect(await ask(count, { op: "NE", values: ["voice"] })).toMatchObject({ items: [{ Count: 3 }] });
  expect(asked).toHaveLength(finding + 4);
  // Another window has lists of its own; how filters compare is known by then.
  expect(await ask(count, voice, 7)).toMatchObject({ items: [{ Count: 2 }] });
  expect(asked).toHaveLength(finding + 4 + 2);
});

test("where filters find neither lists nor their values, rows are filtered here", async () => {
  const { ask } = await account("nothing");
  const counted = await ask(count, voice);
  expect(counted).toMatchObject({ items: [{ Count: 2 }], earshot: { notes: [{ key: "dialectCounted" }] } });
  expect((await ask(rows, voice)).items).toMatchObject([{ Id: "c0" }, { Id: "c1" }]);
});

test("where there are too many lists, rows are filtered here", async () => {
  const many = Array.from({ length: 201 }, (_, place) => [`x${place}`, "voice"]);
  const { ask } = await account("texts", many);
  expect(await ask(count, voice)).toMatchObject({
    items: [{ Count: 201 }],
    earshot: { notes: [{ key: "dialectCounted" }] },
  });
});

test("where a list may be in a row that cannot be read, rows are filtered here, and nothing is learned", async () => {
  const { ask } = await account("texts", lists, true);
  expect(await ask(count, voice)).toMatchObject({
    items: [{ Count: 2 }],
    earshot: { notes: [{ key: "dialectCounted" }] },
  });
});
