import type { Sentence } from "../../../contract/messages/sentence.ts";
import { sentence } from "../../messages/sentence.ts";
import { isExpired, isTimeout, isTooLarge } from "../../twilio/refusals.ts";
import { note, type RunContext, type Walk, type WalkPage } from "./context.ts";
import { awaitJob, forgetJob, type JobTrouble, jobTrouble } from "./job.ts";
import { jobWalk, queryWalk } from "./walks.ts";

/** A way to the rows, and pages that have come on it already while it was chosen. */
export type Chosen = { walk: Walk; ahead: WalkPage[] };

function walkQuery(context: RunContext, why: Sentence): Walk {
  context.manifest.source = { ...context.manifest.source, kind: "query", why };
  delete context.manifest.source.idempotencyKey;
  delete context.manifest.source.operationId;
  delete context.manifest.source.pageSize;
  return queryWalk(context);
}

/** The walk through a finished job's results, of which the first page is there already, or why there is none. */
async function jobResults(context: RunContext): Promise<Walk | JobTrouble> {
  const end = await awaitJob(context);
  if (end.kind !== "ready") return end;
  const walk = jobWalk(context, end.operationId);
  context.onActivity({ kind: "reading" });
  try {
    let first: WalkPage | undefined = await walk.first();
    return {
      ...walk,
      first: () => {
        const page = first;
        first = undefined;
        return page ? Promise.resolve(page) : walk.first();
      },
    };
  } catch (error) {
    const trouble = jobTrouble(error, "gone");
    forgetJob(context);
    return trouble;
  }
}

/**
 * A finished job's results, or the synchronous query when there is no job to be had, which the manifest then says. Where
 * Twilio has lost a job or its results, a new one is tried once.
 *
 * @param why a job rather than the query's pages.
 */
export async function chooseJob(
  context: RunContext,
  ahead: WalkPage[] = [],
  why: Sentence = sentence("sourceJob"),
): Promise<Chosen> {
  const { manifest, onActivity } = context;
  manifest.source = { ...manifest.source, kind: "job", why };
  onActivity({ kind: "preparing" });
  let walk = await jobResults(context);
  if ("kind" in walk && walk.kind === "gone") walk = await jobResults(context);
  if (!("kind" in walk)) return { walk, ahead: [] };
  const instead = sentence("sourceInsteadOfJob", { why: walk.why });
  note(manifest, instead);
  onActivity({ kind: "reading" });
  return { walk: walkQuery(context, instead), ahead };
}

/** The page, or undefined where the query took too long for an answer. */
function inTime<Page>(page: Promise<Page>): Promise<Page | undefined> {
  return page.catch((error: unknown) => {
    if (isTimeout(error)) return undefined;
    throw error;
  });
}

/**
 * Chooses where the rows of a new export come from. The first page tells whether the result is small; one or two pages
 * are done before a job would have begun. A query that takes too long for its first page becomes a job.
 */
export async function chooseWalk(context: RunContext): Promise<Chosen> {
  const walk = queryWalk(context);
  const { manifest, onActivity } = context;
  const first = await inTime(walk.first());
  if (!first) {
    const why = sentence("sourceJobSlowQuery");
    note(manifest, why);
    return chooseJob(context, [], why);
  }
  onActivity({ kind: "reading" });
  if (first.nextToken === undefined) {
    return { walk: walkQuery(context, sentence("sourceOnePage")), ahead: [first] };
  }
  const second = await inTime(walk.next(first.nextToken)).catch((error: unknown) => {
    if (isExpired(error) || isTooLarge(error)) return undefined;
    throw error;
  });
  if (!second) return chooseJob(context);
  if (second.nextToken === undefined) {
    return { walk: walkQuery(context, sentence("sourceTwoPages")), ahead: [first, second] };
  }
  return chooseJob(context, [first, second]);
}
