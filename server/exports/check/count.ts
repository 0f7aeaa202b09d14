import type { Sentence } from "../../../contract/messages/sentence.ts";
import { type InsightsQueryRequest, isNotSet } from "../../../contract/query.ts";
import { ProblemError, problemSentence } from "../../messages/problem.ts";
import { sentence } from "../../messages/sentence.ts";
import type { WirePage } from "../../twilio/read-page.ts";
import { ExportFault, type RunContext } from "../snapshot/context.ts";
import { rowCells } from "../snapshot/row-cells.ts";

/** A count is given up sooner than rows are: without one the export still has its rows. */
const mostFaults = 2;

/** What Twilio counts for a query now, or why there is no number, and what was said to be the cause of that. */
export type Count = { counted: number } | { why: Sentence; cause?: Sentence };

function uncounted(cause: Sentence): Count {
  return { why: sentence("checkNoneBecause", { why: cause }), cause };
}

class GivenUp extends Error {
  override readonly name = "GivenUp";
  readonly why: Sentence;
  constructor(why: Sentence) {
    super(why.text);
    this.why = why;
  }
}

/** The query that counts what another one lists: the same filters, one number. */
export function countRequest(request: InsightsQueryRequest, measure: string): InsightsQueryRequest {
  const { filters } = request.query;
  return { ...request, query: { measures: [measure], ...(filters ? { filters } : {}) } };
}

/** A count's cell: a number, or one that came as text. */
export function readCount(cell: Buffer | undefined): number | undefined {
  const text = cell?.toString("utf8").replace(/^"(.*)"$/, "$1");
  const count = text === undefined || !/^\d+(\.0+)?$/.test(text) ? Number.NaN : Number(text);
  return Number.isSafeInteger(count) ? count : undefined;
}

/** Keeps in the check how far Twilio's counts are off, where a count comes with that. */
export function noteInexact({ manifest: { check } }: RunContext, { marks }: Pick<WirePage, "marks">): void {
  const said = (name: string) => Number(marks?.notes.find(({ key }) => key === name)?.values?.most ?? 0);
  const [step, off, cap] = [said("dialectRounded"), said("dialectNoisy"), said("dialectCapped")];
  if (check && step > 1) check.roundedTo = step;
  if (check && off > 0) check.offBy = off;
  if (check && cap > 0) check.cappedAt = cap;
}

/** Asks Twilio for the count of a query, the export's unless told. Whatever is answered instead of one ends no export. */
export async function countNow(context: RunContext, measure: string, of = context.manifest.request): Promise<Count> {
  const { bulk, withRetries } = context;
  const request = countRequest(of, measure);
  let faults = 0;
  try {
    const page = await withRetries((how) =>
      bulk.firstPage(request, undefined, how).catch((error: unknown) => {
        if (!(error instanceof ProblemError) || error.problem.httpStatusCode === 429) throw error;
        faults += 1;
        throw faults < mostFaults ? error : new GivenUp(problemSentence(error.problem));
      }),
    );
    noteInexact(context, page);
    const [row, ...others] = page.rows;
    // The same row twice is one.
    const isOne = row !== undefined && others.every((other) => other.equals(row));
    const counted = isOne ? readCount(rowCells([measure])(row)[0]) : undefined;
    return counted === undefined ? { why: sentence("checkNone") } : { counted };
  } catch (error) {
    if (error instanceof GivenUp) return uncounted(error.why);
    if (!(error instanceof ProblemError)) throw error;
    return uncounted(problemSentence(error.problem));
  }
}

/**
 * Counts before the first row is taken, once.
 *
 * @throws ExportFault where rows without a value are wanted and cannot be counted: an account may leave them out, and
 * then the file would have any part of them.
 */
export async function countBefore(context: RunContext): Promise<void> {
  const { check, checkpoint, request } = context.manifest;
  if (!check || checkpoint.pages > 0 || check.countedBefore !== undefined) return;
  const count = await countNow(context, check.count);
  if ("counted" in count) {
    check.countedBefore = count.counted;
    return;
  }
  const isOfNotSet = (request.query.filters ?? []).some(({ expressions }) => expressions.some(isNotSet));
  if (isOfNotSet) throw new ExportFault(count.cause ?? count.why, sentence("adviceQuery"));
}
