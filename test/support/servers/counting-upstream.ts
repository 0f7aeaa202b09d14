import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type InsightsQueryRequest, insightsQueryRequestSchema } from "../../../contract/query.ts";

/** One conversation of the account. */
export type Conversation = { Id: string; DateCreated: string; Channels: string[]; Language: string | null };

type Cells = Record<string, unknown>;

/** What an upstream does that its documentation does not say. */
export type Habits = {
  /** No query has more rows than this, without a word. */
  cap?: number;
  /** Lists are taken apart, which leaves out rows whose list is empty. */
  explodes?: boolean;
  /** LT and GT include their value. */
  countsEnds?: boolean;
  /** Hours by which the window of a query is understood wrongly. */
  zoneHours?: number;
  /** What becomes of rows that a query's order does not tell apart: they stay, or change places on each page. */
  shuffles?: boolean;
  /** How many fields of an order are taken; all of them when absent. */
  orders?: number;
  /** What is left of the rows of a query before they are put into pages; counts know nothing of it. */
  lists?: (rows: Cells[]) => Cells[];
  /** What is counted, of so many. */
  count?: (counted: number, asked: number) => number | undefined;
  /** Called before each page but the first: the account may change. */
  onPage?: (conversations: Conversation[], page: number) => void;
  /** Holds the answer to a query back, by its number. */
  hold?: (asked: number) => Promise<void> | undefined;
  /** Whether a query is refused. */
  refuses?: (request: InsightsQueryRequest) => boolean;
};

export type CountingUpstream = {
  url: string;
  conversations: Conversation[];
  /** The queries that came, pages not among them. */
  asked: InsightsQueryRequest[];
  habits: Habits;
  close(): Promise<void>;
};

const newest = Date.UTC(2026, 10, 22, 12);
const countMeasure = "Count";

/** Newest first; a few share each second. */
export function conversation(index: number): Conversation {
  return {
    Id: `conv_${String(index).padStart(6, "0")}`,
    DateCreated: new Date(newest - Math.floor(index / 3) * 1000).toISOString().replace("Z", "456Z"),
    Channels: [[], ["voice"], ["sms"], ["voice", "sms"]][index % 4] ?? [],
    Language: index % 5 === 0 ? null : "en",
  };
}

function holds(
  one: Cells,
  { op, field, values = [] }: { op: string; field: string; values?: string[] | undefined },
  habits: Habits,
) {
  const value = one[field];
  if (op === "IN" || op === "EQ") return [value].flat().some((each) => values.includes(String(each)));
  if (op !== "LT" && op !== "GT") return true;
  const shift = (habits.zoneHours ?? 0) * 3_600_000;
  const [at, edge] = [Date.parse(String(value)), Date.parse(values[0] ?? "") + shift];
  if (habits.countsEnds && at === edge) return true;
  return op === "LT" ? at < edge : at > edge;
}

function exploded(rows: Cells[], fields: readonly string[]): Cells[] {
  return fields.reduce<Cells[]>(
    (list, field) =>
      list.flatMap((row) => (Array.isArray(row[field]) ? row[field].map((one) => ({ ...row, [field]: one })) : [row])),
    rows,
  );
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : Number(a > b);
  const [one, other] = [JSON.stringify(a ?? null), JSON.stringify(b ?? null)];
  return one < other ? -1 : Number(one > other);
}

/** The rows of a query, in its order. */
function answer(
  { query }: InsightsQueryRequest,
  conversations: readonly Conversation[],
  habits: Habits,
  page = 0,
): Cells[] {
  const { dimensions = [], orderBy = [], filters = [] } = query;
  const leaves = filters.flatMap(({ expressions }) => expressions);
  const fitting = conversations.filter((one) => leaves.every((leaf) => holds(one, leaf, habits)));
  const whole = habits.explodes ? exploded(fitting, dimensions) : fitting;
  const rows = new Map<string, Cells>();
  for (const row of whole as Cells[]) {
    const cells = Object.fromEntries(dimensions.map((field) => [field, row[field]]));
    rows.set(JSON.stringify(cells), cells);
  }
  const ties = [...rows.values()];
  // Another order for each page, and the same one each time.
  const place = (row: Cells) =>
    [...JSON.stringify(row)].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0) * (page + 1)) % 9973, 7);
  if (habits.shuffles) {
    const places = new Map(ties.map((row) => [row, place(row)]));
    ties.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  }
  ties.sort((a, b) => {
    for (const { field, direction } of orderBy.slice(0, habits.orders)) {
      const order = compare(a[field], b[field]) * (direction === "DESC" ? -1 : 1);
      if (order !== 0) return order;
    }
    return 0;
  });
  return (habits.lists?.(ties) ?? ties).slice(0, habits.cap);
}

const metadata = {
  domain: "Insights",
  cubes: [
    {
      name: "Conversation",
      measures: [{ name: countMeasure, type: "number" }],
      dimensions: ["Id", "DateCreated", "Channels", "Language"].map((name) => ({
        name,
        type: name === "DateCreated" ? "time" : "string",
      })),
    },
  ],
};

/** An Insights account without jobs that answers queries over its conversations, with whatever habits a test gives it. */
export async function startCountingUpstream(count: number, habits: Habits = {}): Promise<CountingUpstream> {
  const conversations = Array.from({ length: count }, (_, index) => conversation(index));
  const asked: InsightsQueryRequest[] = [];
  let counts = 0;

  function send(response: ServerResponse, status: number, body: unknown): void {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }

  function page(response: ServerResponse, request: InsightsQueryRequest, number: number, size: number): void {
    if (request.query.measures?.includes(countMeasure)) {
      counts += 1;
      const { dimensions: _, ...query } = request.query;
      const all = answer({ query: { ...query, dimensions: ["Id"] } }, conversations, {
        ...habits,
        cap: Number.POSITIVE_INFINITY,
        lists: (every) => every,
      });
      const counted = habits.count ? habits.count(all.length, counts) : all.length;
      const items = counted === undefined ? [] : [{ [countMeasure]: String(counted) }];
      send(response, 200, { items, meta: { key: "items", nextToken: null } });
      return;
    }
    if (number > 0) habits.onPage?.(conversations, number);
    const rows = answer(request, conversations, habits, number);
    const items = rows.slice(number * size, (number + 1) * size);
    const token = Buffer.from(JSON.stringify({ request, number: number + 1, size })).toString("base64url");
    const nextToken = (number + 1) * size < rows.length ? token : null;
    send(response, 200, { items, meta: { key: "items", pageSize: items.length, previousToken: null, nextToken } });
  }

  const server = createServer((incoming, response) => {
    void text(incoming).then((body) => {
      const url = new URL(incoming.url ?? "", "http://upstream");
      const refuse = (status: number, message: string) =>
        send(response, status, { code: 20000 + status, message, httpStatusCode: status });
      const token = url.searchParams.get("pageToken");
      if (url.pathname.endsWith("/Metadata")) send(response, 200, metadata);
      else if (!url.pathname.endsWith("/Query")) refuse(404, "No such resource");
      else if (token !== null) {
        const { request, number, size } = JSON.parse(Buffer.from(token, "base64url").toString());
        page(response, insightsQueryRequestSchema.parse(request), Number(number), Number(size));
      } else {
        const request = insightsQueryRequestSchema.parse(JSON.parse(body));
        asked.push(request);
        const size = Number(url.searchParams.get("pageSize") ?? 50);
        if (habits.refuses?.(request)) refuse(400, "Not this one");
        else void Promise.resolve(habits.hold?.(asked.length)).then(() => page(response, request, 0, size));
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    conversations,
    asked,
    habits,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
