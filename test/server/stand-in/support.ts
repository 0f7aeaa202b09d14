import { type Page, pageSchema, type Row } from "../../../contract/page.ts";
import type { InsightsQueryRequest, QueryDefinition } from "../../../contract/query.ts";
import type { StandIn, StandInOptions } from "../../../server/stand-in/options.ts";
import { startStandIn } from "../../../server/stand-in/start.ts";

export const queryPath = "/v3/InsightsDomains/Conversations/Query";
export const metadataPath = "/v3/InsightsDomains/Conversations/Metadata";

export type Answer = { status: number; body: unknown };

/** A stand-in and a plain HTTP client that knows its credentials. */
export type Asked = {
  standIn: StandIn;
  send(path: string, init?: RequestInit): Promise<Response>;
  post(body: unknown, search?: string): Promise<Answer>;
  first(request: InsightsQueryRequest, pageSize: number): Promise<Page>;
  byToken(token: string): Promise<Page>;
  /** Every row, page by page. */
  walk(request: InsightsQueryRequest, pageSize: number): Promise<Page[]>;
  rows(query: QueryDefinition, timezone?: string): Promise<Row[]>;
};

export async function ask(options: StandInOptions): Promise<Asked> {
  return askOf(await startStandIn(options));
}

/** The client alone, for a stand-in that runs already. */
export function askOf(standIn: StandIn): Asked {
  const authorization = `Basic ${Buffer.from(`${standIn.apiKey}:${standIn.apiSecret}`).toString("base64")}`;
  const send = (path: string, init: RequestInit = {}) =>
    fetch(standIn.url + path, {
      ...init,
      headers: { authorization, "content-type": "application/json", ...init.headers },
    });
  const post = async (body: unknown, search = "") => {
    const response = await send(queryPath + search, { method: "POST", body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  };
  const page = ({ status, body }: Answer) => {
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return pageSchema.parse(body);
  };
  const first: Asked["first"] = async (request, pageSize) => page(await post(request, `?pageSize=${pageSize}`));
  const byToken: Asked["byToken"] = async (token) => {
    const response = await send(`${queryPath}?pageToken=${encodeURIComponent(token)}`);
    return page({ status: response.status, body: await response.json() });
  };
  const walk: Asked["walk"] = async (request, pageSize) => {
    const pages = [await first(request, pageSize)];
    for (let token = pages[0]?.meta.nextToken; token; token = pages.at(-1)?.meta.nextToken) {
      pages.push(await byToken(token));
    }
    return pages;
  };
  const rows: Asked["rows"] = async (query, timezone) => {
    const request = timezone ? { query, properties: { timezone } } : { query };
    return (await walk(request, 1000)).flatMap((one) => one.items);
  };
  return { standIn, send, post, first, byToken, walk, rows };
}

export function words(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : value === null || value === undefined ? [] : [String(value)];
}

/** A fixed moment, with changes of summer time in Europe and North America in the 90 days before it. */
export const now = new Date("2026-11-22T12:00:00Z");
