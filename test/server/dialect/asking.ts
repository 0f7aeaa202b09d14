import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { parseJson } from "../../../client/api/exact-json.ts";
import type { Sentence } from "../../../contract/messages/sentence.ts";
import { type Page, pageSchema, type Row } from "../../../contract/page.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { long } from "../../support/long.ts";

/** All rows of a query, and what its pages say beside them. */
export type Answer = {
  rows: Row[];
  notes: Sentence[];
  notReturned: Set<string>;
  unsorted: Set<string>;
  /** Items that were no rows, which the list and the cards count. */
  lost: number;
};
export type Refusal = { refused: string };

const problemSchema = z.object({ message: z.string(), retryAfter: z.number().optional() });
const mostPages = 200;

/** Asks until there is another answer than one to wait. The screen waits as long as it is told to, at most a minute. */
export async function answered(url: string, init?: RequestInit): Promise<{ ok: boolean; body: unknown }> {
  for (;;) {
    const response = await fetch(url, init);
    const body: unknown = await parseJson(await response.text());
    const retryAfter = response.ok ? undefined : problemSchema.parse(body).retryAfter;
    if (retryAfter === undefined) return { ok: response.ok, body };
    await sleep(Math.min(retryAfter, 2) * 1000);
  }
}

async function ask(url: string, init?: RequestInit): Promise<Page | Refusal> {
  const { ok, body } = await answered(url, init);
  return ok ? pageSchema.parse(body) : { refused: problemSchema.parse(body).message };
}

export function isRefusal(one: object): one is Refusal {
  return "refused" in one && typeof one.refused === "string";
}

/** Every page of a query, as the screen would read it. A refusal says itself. */
export async function readAll(
  base: string,
  request: InsightsQueryRequest,
  pageSize = long(40, 200),
): Promise<Answer | Refusal> {
  const answer: Answer = { rows: [], notes: [], notReturned: new Set(), unsorted: new Set(), lost: 0 };
  const headers = { "content-type": "application/json" };
  let page = await ask(`${base}/api/query?pageSize=${pageSize}`, {
    method: "POST",
    headers,
    body: JSON.stringify(request),
  });
  for (let pages = 0; pages < mostPages; pages += 1) {
    if (isRefusal(page)) return page;
    answer.rows.push(...page.items);
    answer.notes.push(...(page.earshot?.notes ?? []));
    answer.lost += page.earshot?.lost ?? 0;
    for (const field of page.earshot?.notReturned ?? []) answer.notReturned.add(field);
    for (const field of page.earshot?.unsorted ?? []) answer.unsorted.add(field);
    const token = page.meta.nextToken;
    if (!token) return answer;
    page = await ask(`${base}/api/query?pageToken=${encodeURIComponent(token)}`);
  }
  return { refused: "The pages did not end." };
}
