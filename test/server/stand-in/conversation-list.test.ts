import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { type Asked, ask, now } from "./support.ts";

const conversations = 300;
const itemSchema = z.looseObject({
  id: z.string(),
  createdAt: z.string(),
  channelIds: z.array(z.string()).optional(),
  communications: z.undefined().optional(),
});

let asked: Asked;
beforeAll(async () => {
  asked = await ask({ conversations, now });
});
afterAll(() => asked.standIn.close());

async function read(path: string, key: string) {
  const body: unknown = await (await asked.send(path)).json();
  const meta = z.looseObject({ key: z.literal(key), nextToken: z.string().nullish() });
  const page = z.looseObject({ [key]: z.array(itemSchema), meta }).parse(body);
  return { items: z.array(itemSchema).parse(page[key]), next: meta.parse(page.meta).nextToken };
}

async function all(path: string, key: string) {
  const items: z.infer<typeof itemSchema>[] = [];
  for (let token: string | undefined | null = ""; token !== undefined && token !== null; ) {
    const page = await read(`${path}?pageSize=37${token && `&pageToken=${encodeURIComponent(token)}`}`, key);
    items.push(...page.items);
    token = page.next;
  }
  return items;
}

it("lists every conversation that it can tell of once, newest first", async () => {
  for (const [path, key] of [
    ["/v3/Conversations", "items"],
    ["/v2/Conversations", "conversations"],
  ] as const) {
    const items = await all(path, key);
    const times = items.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().reverse());
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const { id } of items.slice(0, 10)) expect((await asked.send(`${path}/${id}`)).status).toBe(200);
    expect(items.length).toBeGreaterThan(conversations / 2);
  }
});

it("finds the conversation of a call in both lists, and nothing by another SID", async () => {
  const items = await all("/v3/Conversations", "items");
  const calls = items.filter(({ channelIds = [] }) => channelIds.length > 0);
  expect(calls.length).toBeGreaterThan(20);
  for (const { id, channelIds: [sid] = [] } of calls.slice(0, 20)) {
    expect((await read(`/v3/Conversations?channelId=${sid}`, "items")).items.map((one) => one.id)).toEqual([id]);
    const others = await read(`/v2/Conversations?channelId=${sid}`, "conversations");
    const isThere = (await asked.send(`/v2/Conversations/${id}`)).status === 200;
    expect(others.items.map((one) => one.id)).toEqual(isThere ? [id] : []);
  }
  const [known = ""] = calls[0]?.channelIds ?? [];
  for (const sid of ["", "CA", known.slice(0, -1), `SM${known.slice(2)}`, `CA${"0".repeat(32)}`, `${known}0`]) {
    expect((await read(`/v3/Conversations?channelId=${sid}`, "items")).items).toEqual([]);
  }
});
