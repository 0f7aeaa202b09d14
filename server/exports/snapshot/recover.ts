import { sentence } from "../../messages/sentence.ts";
import { mostFruitless } from "../../twilio/fruitless-pages.ts";
import { isExpired } from "../../twilio/refusals.ts";
import { chooseJob } from "./choose.ts";
import { ExportFault, note, type RunContext, type Walk, type WalkPage } from "./context.ts";
import { forgetJob } from "./job.ts";
import { keysetRequest } from "./keyset.ts";
import type { Spool } from "./spool.ts";
import { isRowAt, lastRow } from "./spool-rows.ts";
import type { Taker } from "./taker.ts";
import { jobWalk, queryWalk } from "./walks.ts";

/** A way that goes on behind the written rows, and the first page on it: of its rows, none is written yet. */
export type Continued = { walk: Walk; page: WalkPage };

const changed = () => new ExportFault(sentence("failureChanged"), sentence("adviceChanged"));

/**
 * Reads the whole result again and compares every byte with what is written. What comes behind the written rows goes on
 * the export.
 *
 * @throws ExportFault when a single byte differs.
 */
async function reread(context: RunContext, spool: Spool, walk: Walk, taker: Taker): Promise<Continued> {
  const { bytes } = spool.extent;
  const tokens = new Set<string>();
  let at = 0;
  let rows = 0;
  let vain = 0;
  let page = await walk.first();
  for (;;) {
    const before = at;
    let index = 0;
    for (; index < page.rows.length && at < bytes; index += 1) {
      const row = page.rows[index] ?? Buffer.alloc(0);
      if (await isRowAt(spool, at, row)) {
        at += row.length + 1;
        rows += 1;
      } else if (taker.within(row) && !(await taker.seen.has(row))) throw changed();
    }
    context.onActivity({ kind: "rereading", rows });
    if (at >= bytes) return { walk, page: { ...page, rows: page.rows.slice(index) } };
    // Rows that came late may stand among the written ones, but not for so many pages.
    vain = at > before ? 0 : vain + 1;
    if (page.nextToken === undefined || tokens.has(page.nextToken) || vain >= mostFruitless) throw changed();
    tokens.add(page.nextToken);
    page = await walk.next(page.nextToken);
  }
}

/** Begins again at the last written row's time. Undefined where the answer does not prove that it joins what is written. */
async function restartByTime(context: RunContext, spool: Spool, taker: Taker): Promise<Continued | undefined> {
  const time = await context.timeRole();
  const last = await lastRow(spool);
  if (!time || !last) return undefined;
  const request = keysetRequest(context.manifest.request, time, last);
  if (!request) return undefined;
  const walk = queryWalk(context, request);
  let page = await walk.first();
  for (const tokens = new Set<string>(); ; ) {
    const place = page.rows.findIndex((row) => row.equals(last));
    const before = place < 0 ? page.rows : page.rows.slice(0, place);
    for (const row of before) if (taker.within(row) && !(await taker.seen.has(row))) return undefined;
    if (place >= 0) return { walk, page: { ...page, rows: page.rows.slice(place + 1) } };
    if (page.nextToken === undefined || tokens.has(page.nextToken) || tokens.size >= mostFruitless) return undefined;
    tokens.add(page.nextToken);
    page = await walk.next(page.nextToken);
  }
}

async function newJob(context: RunContext, spool: Spool, taker: Taker): Promise<Continued> {
  forgetJob(context);
  note(context.manifest, sentence("noteNewJob"));
  const { walk, ahead } = await chooseJob(context);
  const [first] = ahead;
  return spool.extent.rows === 0 && first ? { walk, page: first } : reread(context, spool, walk, taker);
}

/** Finds the way on when Twilio no longer takes the token, or no longer has the results. */
export async function recover(context: RunContext, spool: Spool, taker: Taker): Promise<Continued> {
  const { source, notes } = context.manifest;
  if (source.kind === "job") {
    if (!source.operationId) return newJob(context, spool, taker);
    try {
      const continued = await reread(context, spool, jobWalk(context, source.operationId), taker);
      note(context.manifest, sentence("noteResultsReread"));
      return continued;
    } catch (error) {
      if (!isExpired(error)) throw error;
      return newJob(context, spool, taker);
    }
  }
  const byTime = await restartByTime(context, spool, taker).catch((error: unknown) => {
    if (isExpired(error)) return undefined;
    throw error;
  });
  if (byTime) {
    note(context.manifest, sentence("noteByTime"));
    return byTime;
  }
  const continued = await reread(context, spool, queryWalk(context), taker);
  if (notes) note(context.manifest, sentence("noteQueryReread"));
  return continued;
}
