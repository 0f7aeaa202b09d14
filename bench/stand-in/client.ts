import { type Page, pageSchema } from "../../contract/page.ts";
import type { InsightsQueryRequest, QueryDefinition } from "../../contract/query.ts";
import type { StandIn } from "../../server/stand-in/options.ts";

export type Client = {
  metadata(): Promise<unknown>;
  first(query: QueryDefinition, pageSize: number): Promise<Page>;
  /** The page after a page. */
  next(page: Page): Promise<Page>;
  /** Every page; returns the number of rows. */
  all(query: QueryDefinition): Promise<number>;
};

/** A plain client over HTTP: what a query costs is measured with everything that a caller pays. */
export function clientOf(standIn: StandIn): Client {
  const base = `${standIn.url}/v3/InsightsDomains/Conversations`;
  const headers = {
    authorization: `Basic ${Buffer.from(`${standIn.apiKey}:${standIn.apiSecret}`).toString("base64")}`,
    "content-type": "application/json",
  };
  const read = async (response: Response) => {
    if (!response.ok) throw new Error(await response.text());
    return pageSchema.parse(await response.json());
  };
  const first: Client["first"] = async (query, pageSize) => {
    const body = JSON.stringify({ query, properties: { timezone: "Europe/Berlin" } } satisfies InsightsQueryRequest);
    return read(await fetch(`${base}/Query?pageSize=${pageSize}`, { method: "POST", headers, body }));
  };
  const next: Client["next"] = async (page) =>
    read(await fetch(`${base}/Query?pageToken=${encodeURIComponent(page.meta.nextToken ?? "")}`, { headers }));
  return {
    metadata: async () => (await fetch(`${base}/Metadata`, { headers })).json(),
    first,
    next,
    async all(query) {
      let page = await first(query, 1000);
      let rows = page.items.length;
      for (; page.meta.nextToken; rows += page.items.length) page = await next(page);
      return rows;
    },
  };
}
