import type { Sentence } from "../../../contract/sentence.ts";
import { sentence } from "../../sentence.ts";
import { note, type RunContext, type Walk, type WalkPage } from "./context.ts";
import { awaitJob } from "./job.ts";
import { isExpired, jobWalk, queryWalk } from "./walks.ts";

/** A way to the rows, and pages that have come on it already while it was chosen. */
export type Chosen = { walk: Walk; ahead: WalkPage[] };

function walkQuery(context: RunContext, why: Sentence): Walk {
  context.manifest.source = { ...context.manifest.source, kind: "query", why };
  delete context.manifest.source.idempotencyKey;
  delete context.manifest.source.operationId;
  return queryWalk(context);
}

/** A finished job's results, or the synchronous query when there is no job to be had, which the manifest then says. */
export async function chooseJob(context: RunContext, ahead: WalkPage[] = []): Promise<Chosen> {
  const { manifest, onActivity } = context;
  manifest.source = { ...manifest.source, kind: "job", why: sentence("sourceJob") };
  onActivity({ kind: "preparing" });
  const end = await awaitJob(context);
  if (end.kind === "ready") {
    onActivity({ kind: "reading" });
    return { walk: jobWalk(context, end.operationId), ahead: [] };
  }
  const why = sentence("sourceInsteadOfJob", { why: end.why });
  note(manifest, why);
  onActivity({ kind: "reading" });
  return { walk: walkQuery(context, why), ahead };
}

/**
 * Chooses where the rows of a new export come from. The first page tells whether the result is small; one or two pages
 * are done before a job would have begun.
 */
export async function chooseWalk(context: RunContext): Promise<Chosen> {
  const walk = queryWalk(context);
  const first = await walk.first();
  const { onActivity } = context;
  onActivity({ kind: "reading" });
  if (first.nextToken === undefined) {
    return { walk: walkQuery(context, sentence("sourceOnePage")), ahead: [first] };
  }
  const second = await walk.next(first.nextToken).catch((error: unknown) => {
    if (isExpired(error)) return undefined;
    throw error;
  });
  if (!second) return chooseJob(context);
  if (second.nextToken === undefined) {
    return { walk: walkQuery(context, sentence("sourceTwoPages")), ahead: [first, second] };
  }
  return chooseJob(context, [first, second]);
}
