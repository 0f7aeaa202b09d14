import { opposite } from "../../../contract/order.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { ProblemError } from "../../messages/problem.ts";
import { inSmallerPages } from "../../twilio/smaller-pages.ts";
import type { RunContext } from "../snapshot/context.ts";
import { afterBound, type KeysetBound, withLeaf } from "../snapshot/keyset.ts";
import { rowCells } from "../snapshot/row-cells.ts";
import { querySize, queryWalk } from "../snapshot/walks.ts";
import { instantOf } from "./instant-cell.ts";

/** Queries that one result is asked for in, at most: a cap of a few rows must not become a call for each row. */
const mostReads = 1000;

/**
 * What is done with the rows that come, each of which may come again. `isEnough` is asked after each page, `isWhole` where a result ends: whether nothing
 * is to be asked for behind that end.
 */
export type Sink = { take(rows: readonly Buffer[]): unknown; isEnough(): boolean; isWhole?(): boolean };

/** What a read ended with, and how many items of its pages were no rows. */
type Read = { last: Buffer | undefined; unsorted: ReadonlySet<string>; lost: number };

/** Reads the pages of a query to their end, or until it is enough; where one is too large, once more in smaller ones. */
async function readPages(context: RunContext, request: InsightsQueryRequest, sink: Sink): Promise<Read> {
  return await inSmallerPages(querySize(context.manifest), (size) => readSized(context, request, size, sink));
}

/** Reads the pages of a size. A token that comes again ends them, too. */
async function readSized(context: RunContext, request: InsightsQueryRequest, size: number, sink: Sink): Promise<Read> {
  const walk = queryWalk(context, request, size);
  const tokens = new Set<string>();
  const unsorted = new Set<string>();
  const read: Read = { last: undefined, unsorted, lost: 0 };
  for (let page = await walk.first(); ; ) {
    read.last = page.rows.at(-1) ?? read.last;
    read.lost += page.lost;
    for (const field of page.marks?.unsorted ?? []) unsorted.add(field);
    await sink.take(page.rows);
    const { nextToken } = page;
    if (nextToken === undefined || tokens.has(nextToken) || sink.isEnough()) return read;
    tokens.add(nextToken);
    page = await walk.next(nextToken);
  }
}

/** The rows of the edge's own millisecond, the other way round: of more than a cap, the other end comes. */
function alone(request: InsightsQueryRequest, edge: KeysetBound): InsightsQueryRequest | undefined {
  const both = withLeaf(
    request,
    afterBound(edge),
    afterBound({ ...edge, direction: edge.direction === "ASC" ? "DESC" : "ASC" }),
  );
  const orderBy = (request.query.dimensions ?? [])
    .filter((field) => field !== edge.field)
    .map((field) => ({ field, direction: "DESC" as const }));
  return both && { ...both, query: { ...both.query, orderBy } };
}

/** Whether a read brought its last row from further on than where it began. */
function reached(
  edge: KeysetBound | undefined,
  direction: KeysetBound["direction"],
  ms: number | undefined,
): ms is number {
  if (ms === undefined || !edge) return ms !== undefined;
  return direction === "DESC" ? ms < edge.ms : ms > edge.ms;
}

/**
 * Reads a query that is ordered by time, also behind the end that an upstream makes without a word: from the last row's
 * time on it is asked for again, until that brings nothing more.
 *
 * @param from where to begin; at the beginning when undefined.
 * @returns how many items of its pages were no rows.
 */
async function readByTime(
  context: RunContext,
  request: InsightsQueryRequest,
  { field, direction }: Pick<KeysetBound, "field" | "direction">,
  from: number | undefined,
  sink: Sink,
): Promise<number> {
  const cell = rowCells([field]);
  let edge: KeysetBound | undefined = from === undefined ? undefined : { field, direction, ms: from };
  let isPast = false;
  let all = 0;
  for (let reads = 0; reads < mostReads; reads += 1) {
    const asked = edge ? withLeaf(request, afterBound(edge, isPast)) : request;
    if (!asked) return all;
    const { last, unsorted, lost } = await readPages(context, asked, sink);
    all += lost;
    // Without the order, the last row is no edge to go on from.
    if (sink.isEnough() || sink.isWhole?.() || unsorted.has(field)) return all;
    const ms = last && instantOf(cell(last)[0], request);
    if (reached(edge, direction, ms)) {
      edge = { field, direction, ms };
      isPast = false;
      continue;
    }
    if (!edge || isPast) return all;
    const same = last && alone(request, edge);
    if (same) await readPages(context, same, sink);
    if (sink.isEnough()) return all;
    isPast = true;
  }
  return all;
}

/** Reads a query as far as it goes: one that has the export's time by that, else as it is ordered. */
async function readWhole(
  context: RunContext,
  request: InsightsQueryRequest,
  sink: Sink,
  from: number | undefined,
): Promise<number> {
  const field = context.manifest.check?.time?.field;
  const { orderBy = [], dimensions = [] } = request.query;
  if (!field || !dimensions.includes(field)) return (await readPages(context, request, sink)).lost;
  const [first] = orderBy;
  const isByTime = first?.field === field;
  const direction = isByTime ? (first.direction ?? "ASC") : "DESC";
  const rest = orderBy.filter((one) => one.field !== field);
  const byTime = {
    ...request,
    query: { ...request.query, orderBy: [{ field, direction }, ...(isByTime ? rest : [])] },
  };
  return await readByTime(context, byTime, { field, direction }, isByTime ? from : undefined, sink);
}

/**
 * Reads everything that a query has, beyond an upstream's cap where its rows have a time. Where rows of it could not be
 * read, it is read once more in the opposite order, in which other rows may have their places.
 *
 * @param from the instant to begin at, where the query is ordered by time; else it begins at the beginning.
 * @returns whether it was read to its end: false where the upstream refused.
 */
export async function readOn(
  context: RunContext,
  request: InsightsQueryRequest,
  sink: Sink,
  from?: number,
): Promise<boolean> {
  try {
    const lost = await readWhole(context, request, sink, from);
    const isDone = sink.isEnough() || sink.isWhole?.();
    const turned = lost > 0 && from === undefined && !isDone ? opposite(request) : undefined;
    if (turned) await readWhole(context, turned, sink, undefined);
    return true;
  } catch (error) {
    // What can't be had this way stays away, and is told with both numbers.
    if (error instanceof ProblemError) return false;
    throw error;
  }
}
