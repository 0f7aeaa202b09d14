import { onTestFinished } from "vitest";
import { knownHeader } from "../../../../contract/account.ts";
import { pageSchema, type Row } from "../../../../contract/page.ts";
import { type FilterLeaf, type InsightsQueryRequest, insightsQueryRequestSchema } from "../../../../contract/query.ts";
import { oneCube } from "../../../support/one-cube.ts";
import { startFakeUpstream } from "../../../support/servers/fake-upstream.ts";
import { startProxy } from "../../../support/servers/proxy.ts";
import { json } from "../../../support/servers/replies.ts";

const metadata = oneCube("Channels", "Status");

/** Five conversations: what they have in the two fields. */
const usual = ["voice open", "voice open", "sms open", "chat open", "voice closed"];

export type Asked = InsightsQueryRequest["query"];
/** Whether a filter of an account finds a value that its rows have. */
export type Finds = (value: string, wanted: string) => boolean;

export type Groups = (groups: readonly Row[], query: Asked) => readonly Row[];
const exactly: Finds = (value, wanted) => value === wanted;

/**
 * An account whose filters find values, and whose counts come, in their own way; what it was asked.
 *
 * @param all the conversations, each as a channel and a status, `-` for none.
 */
export async function account(finds: Finds = exactly, groupsOf: Groups = (groups) => groups, all = usual) {
  let hold: Promise<unknown> = Promise.resolve();
  const upstream = await startFakeUpstream();
  const asked: Asked[] = [];
  upstream.reply(async (response, received) => {
    if (received.path.endsWith("/Metadata")) return json(metadata)(response, received);
    const { query } = insightsQueryRequestSchema.parse(JSON.parse(received.body));
    asked.push(query);
    if (query.measures && !query.dimensions) await hold;
    const leaves = (query.filters ?? []).flatMap(({ expressions }) => expressions);
    const rows = all.map((words, place) => {
      const [Channels = null, Status = null] = words.split(" ").map((word) => (word === "-" ? null : word));
      return { Id: `c${place}`, CreatedAt: "2026-11-02T10:00:00Z", Channels, Status };
    });
    const found = rows.filter((row) =>
      leaves.every(({ op, field, values = [] }) => {
        if (field !== "Channels" && field !== "Status") return true;
        const value = row[field];
        return value !== null && values.some((wanted) => finds(value, wanted)) === (op !== "NE");
      }),
    );
    const { measures, dimensions = [] } = query;
    const cut = found.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => dimensions.includes(key))));
    const groups = new Map<string, number>();
    for (const row of cut) groups.set(JSON.stringify(row), (groups.get(JSON.stringify(row)) ?? 0) + 1);
    const counted = [...groups].map(([row, Count]) => ({ ...JSON.parse(row), Count }));
    const none = dimensions.length === 0 && counted.length === 0 ? [{ Count: 0 }] : counted;
    return json({ items: measures ? groupsOf(none, query) : cut, meta: {} })(response, received);
  });
  const proxy = await startProxy(upstream.url);
  onTestFinished(async () => {
    await proxy.close();
    await upstream.close();
  });
  await fetch(`${proxy.url}/api/metadata`);
  const headers = { "content-type": "application/json" };
  const send = async (signal: AbortSignal | null, query: Asked, ...more: FilterLeaf[]) => {
    const expressions = [
      { op: "GT" as const, field: "CreatedAt", values: ["2026-10-31T23:59:59.999Z"] },
      { op: "LT" as const, field: "CreatedAt", values: ["2026-11-08T00:00:00.000Z"] },
      ...more,
    ];
    const body = JSON.stringify({ query: { ...query, filters: [{ op: "AND", expressions }] } });
    const answer = await fetch(`${proxy.url}/api/query`, { method: "POST", headers, body, signal });
    const { items, earshot } = pageSchema.parse(await answer.json());
    const notes = (earshot?.notes ?? []).map(({ key }) => key);
    return { items, notes, known: Number(answer.headers.get(knownHeader)) };
  };
  const ask = (query: Asked, ...more: FilterLeaf[]) => send(null, query, ...more);
  /** Lets counts wait from now on. @returns what lets them go. */
  const holdCounts = () => {
    let release = () => {};
    hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    return () => release();
  };
  /** A round to the proxy and back, which waits for nothing. */
  const round = () => fetch(`${proxy.url}/api/metadata`).then((answer) => answer.text());
  return { ask, asked, send, holdCounts, round };
}
