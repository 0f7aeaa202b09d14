import { z } from "zod";
import { parseJson } from "../../../client/api/exact-json.ts";
import { pageSchema } from "../../../contract/page.ts";
import type { StandIn } from "../../../server/stand-in/options.ts";

/** One conversation as it really is. Times are milliseconds since 1970; values are in lower case and in order. */
export type TrueConversation = {
  id: string;
  created: number;
  channel: string[];
  language: string[];
  sentiment: string[];
  status: string[];
};

const text = z.string().nullable();
const rowSchema = z.object({
  Id: z.union([z.string(), z.number()]).transform(String),
  DateCreated: z.string(),
  Channels: z.array(z.string()).nullable(),
  Languages: z.array(z.string()).nullable(),
  "OperatorResult.Value": text,
  Status: text,
});

/** Values as they are compared: without case or blanks around them, once each, in order. */
export function plainValues(cell: unknown): string[] {
  const members = Array.isArray(cell) ? cell : [cell];
  const said = members.filter((member) => member !== null && member !== undefined && member !== "");
  return [...new Set(said.map((member) => String(member).trim().toLowerCase() || String(member)))].toSorted();
}

const domain = "/v3/InsightsDomains/Conversations";

/** All conversations of an embedded account that speaks the reference's dialect, straight from its API. */
export async function readTruth({ url, apiKey, apiSecret }: StandIn): Promise<TrueConversation[]> {
  const authorization = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString("base64")}`;
  const query = { dimensions: Object.keys(rowSchema.shape), orderBy: [{ field: "DateCreated" }, { field: "Id" }] };
  const all: TrueConversation[] = [];
  let answer = await fetch(`${url}${domain}/Query?pageSize=1000`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  for (;;) {
    const page = pageSchema.parse(await parseJson(await answer.text()));
    for (const row of page.items.map((item) => rowSchema.parse(item))) {
      all.push({
        id: row.Id,
        created: Date.parse(row.DateCreated),
        channel: plainValues(row.Channels),
        language: plainValues(row.Languages),
        sentiment: plainValues(row["OperatorResult.Value"]),
        status: plainValues(row.Status),
      });
    }
    const token = page.meta.nextToken;
    if (!token) return all;
    const path = `${url}${domain}/Query?pageToken=${encodeURIComponent(token)}`;
    answer = await fetch(path, { headers: { authorization } });
  }
}
