import { earshotProblem } from "../../messages/problem.ts";
import { sentence } from "../../messages/sentence.ts";
import { usualApi } from "../../twilio/faults.ts";
import { mostFruitless } from "../../twilio/fruitless-pages.ts";
import { isExpired } from "../../twilio/refusals.ts";
import { type Chosen, chooseJob, chooseWalk } from "./choose.ts";
import { ExportFault, note, noteLost, type RunContext, type Walk, type WalkPage } from "./context.ts";
import { shrinkPages } from "./page-sizes.ts";
import { recover } from "./recover.ts";
import { emptySha256, type Spool } from "./spool.ts";
import type { Taker } from "./taker.ts";
import { jobWalk, queryWalk } from "./walks.ts";

/** Times that an expired token is made good without a single new row. */
const mostRestarts = 3;

/** Where an earlier run stopped. */
async function resumed(context: RunContext): Promise<Chosen> {
  const { source, checkpoint } = context.manifest;
  if (source.kind === "undecided") return await chooseWalk(context);
  if (source.kind === "query") return { walk: queryWalk(context), ahead: [] };
  const { operationId } = source;
  if (operationId && checkpoint.pages > 0) return { walk: jobWalk(context, operationId), ahead: [] };
  return await chooseJob(context);
}

/** Asks again, once, for a page whose token has been seen: the second answer tells a slip from a circle. */
async function withNewToken(
  page: WalkPage,
  seen: ReadonlySet<string>,
  again: () => Promise<WalkPage>,
): Promise<WalkPage> {
  const repeated = ({ nextToken }: WalkPage) => nextToken !== undefined && seen.has(nextToken);
  if (!repeated(page)) return page;
  const second = await again();
  if (!repeated(second)) return second;
  throw new ExportFault(sentence("failureCircle"), sentence("adviceCircle"));
}

/**
 * Takes every row of the result into the spool, from wherever an earlier run stopped. After each page the checkpoint is
 * saved; while Twilio is faster than the disk, a few pages share one. The next page is asked for while the last is
 * written.
 *
 * @throws ExportFault or ProblemError when it cannot go on, the signal's reason when it is told to end.
 */
export async function takeSnapshot(context: RunContext, spool: Spool, taker: Taker): Promise<void> {
  const { manifest, onActivity } = context;
  const { checkpoint } = manifest;
  if (spool.extent.bytes !== checkpoint.bytes) {
    note(manifest, sentence("noteOtherRows"));
    Object.assign(checkpoint, { pages: 0, rows: 0, bytes: 0, repeats: 0, nextToken: null, sha256: emptySha256 });
    if (manifest.check) Object.assign(manifest.check, { leftOut: 0, astray: 0, clashes: 0 });
  }
  if (checkpoint.pages > 0 && checkpoint.nextToken === null) return;
  const tokens = new Set<string>(checkpoint.nextToken === null ? [] : [checkpoint.nextToken]);
  let { walk, ahead } = await resumed(context);
  let restarts = 0;
  let vain = 0;

  /** The calls themselves know the last rows only; the spool has all, however long the circle is that the pages go in. */
  async function write(page: WalkPage): Promise<void> {
    noteLost(manifest, page.lost);
    const { repeats } = checkpoint;
    if ((await taker.take(page)) > 0) restarts = 0;
    if (page.rows.length === 0) return;
    vain = checkpoint.repeats - repeats === page.rows.length ? vain + 1 : 0;
    if (vain >= mostFruitless && page.nextToken !== undefined) {
      throw earshotProblem("upstreamEndless", sentence("twilioKnownPages", { api: usualApi, count: vain }));
    }
  }

  /** The page behind a token; what is expired is made good only when all before it is written. */
  async function restart(): Promise<WalkPage> {
    restarts += 1;
    if (restarts > mostRestarts) {
      throw new ExportFault(sentence("failureTokens"), sentence("adviceTokens"));
    }
    const continued = await recover(context, spool, taker);
    walk = continued.walk;
    tokens.clear();
    onActivity({ kind: "reading" });
    return continued.page;
  }

  const asked = (token: string, on: Walk) =>
    on.next(token).then((page) => withNewToken(page, tokens, () => on.next(token)));
  const orRestart = (error: unknown): Promise<WalkPage> => {
    if (isExpired(error)) return restart();
    // A query's token carries the size of its pages, so smaller ones are asked for by another query.
    if (manifest.source.kind === "query" && shrinkPages(error, manifest.source)) return restart();
    throw error;
  };

  const [given] = ahead;
  let page: WalkPage;
  if (given) page = given;
  else if (checkpoint.nextToken !== null) page = await asked(checkpoint.nextToken, walk).catch(orRestart);
  else page = await walk.first();
  ahead = ahead.slice(1);
  for (;;) {
    const { nextToken } = page;
    if (nextToken === undefined) break;
    tokens.add(nextToken);
    const queued = ahead.shift();
    const next = queued ? Promise.resolve(queued) : asked(nextToken, walk);
    // Awaited below; until then, a failure must not count as unhandled.
    next.catch(() => undefined);
    await write(page);
    onActivity({ kind: "reading" });
    page = await next.catch(orRestart);
  }
  await write(page);
  await context.save();
}
