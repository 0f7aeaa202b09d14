import { type CountCheck, mayBeEstimates } from "../../../contract/checks.ts";
import type { ExportCheck } from "../../../contract/export-check.ts";
import type { FilterLeaf, InsightsQueryRequest } from "../../../contract/query.ts";
import type { RunContext } from "../snapshot/context.ts";
import { afterBound, withLeaf } from "../snapshot/keyset.ts";
import { rowCells } from "../snapshot/row-cells.ts";
import type { Spool } from "../snapshot/spool.ts";
import { spoolRows } from "../snapshot/spool-rows.ts";
import type { Taker } from "../snapshot/taker.ts";
import { countNow } from "./count.ts";
import { instantOf } from "./instant-cell.ts";
import { fetchMissing, idsRequest, type MissingById, missingTaker } from "./missing.ts";
import { readOn } from "./read-on.ts";

/** Conversations of one part, about: so few are counted exactly also by accounts that estimate. */
const ofPart = 120;
/** An account that sends a few rows at a time would be asked far too often. Two calls a part are usual. */
const mostCalls = 100;

/** Whether asking part by part may clear the count up. It is a small one then: of a large one this near is `near`. */
export function mayBeShownInParts(
  { time, astray, leftOut }: ExportCheck,
  { kind, found, counted }: CountCheck,
): boolean {
  const isOff = kind === "short" || kind === "over";
  return isOff && time !== undefined && astray === 0 && mayBeEstimates(found + leftOut, counted);
}

/** Whole seconds that split the conversations of the file into parts of about the same size, each once, in order. */
async function splits({ manifest }: RunContext, spool: Spool, field: string): Promise<number[]> {
  const { request } = manifest;
  const cells = rowCells([field]);
  const times: number[] = [];
  for await (const rows of spoolRows(spool)) {
    for (const { row } of rows) times.push(instantOf(cells(row)[0], request) ?? Number.NaN);
  }
  const known = times.filter((ms) => !Number.isNaN(ms)).sort((a, b) => a - b);
  const number = Math.max(2, Math.ceil(known.length / ofPart));
  const edges = Array.from({ length: number - 1 }, (_, place) => {
    const ms = known[Math.floor(((place + 1) * known.length) / number)] ?? 0;
    return Math.floor(ms / 1000) * 1000;
  });
  const [first = 0] = known;
  return [...new Set(edges)].filter((ms) => ms > first);
}

/**
 * The query for each part of its window. Neighbors share the milliseconds at their edge: whether LT and GT include their
 * value is not documented, and no part of the window may be in none of them.
 */
function inParts(request: InsightsQueryRequest, field: string, edges: readonly number[]): InsightsQueryRequest[] {
  const from = (ms: number | undefined): FilterLeaf[] =>
    ms === undefined ? [] : [afterBound({ field, direction: "ASC", ms })];
  const to = (ms: number | undefined): FilterLeaf[] =>
    ms === undefined ? [] : [afterBound({ field, direction: "DESC", ms })];
  return Array.from({ length: edges.length + 1 }, (_, place) =>
    withLeaf(request, ...from(edges[place - 1]), ...to(edges[place])),
  ).filter((part) => part !== undefined);
}

/** A part of the window, as Twilio counts and lists it. `undefined` where it is refused. */
async function agreesWithItself(
  context: RunContext,
  part: InsightsQueryRequest,
  take: (rows: readonly Buffer[]) => void,
  isEnough: () => boolean,
): Promise<boolean | undefined> {
  const { check } = context.manifest;
  if (!check) return undefined;
  const count = await countNow(context, check.count, part);
  if (!("counted" in count)) return undefined;
  const cells = rowCells([check.id]);
  const listed = new Set<string>();
  const takeIds = (rows: readonly Buffer[]) => {
    for (const row of rows) {
      const [id] = cells(row);
      if (id) listed.add(id.toString("latin1"));
    }
    take(rows);
  };
  const isWhole = () => listed.size >= count.counted;
  const isRead = await readOn(context, idsRequest(context, part), { take: takeIds, isEnough, isWhole });
  // What is outside the window is in both, if the account's filter takes it in.
  return isRead ? count.counted === listed.size : undefined;
}

/** What came of asking part by part. `parts`: how many, where each was counted and listed as the file has it. */
type InParts = { came: number; parts?: number };

/**
 * Asks for the conversations of a window in parts: how many each has, and which. That is another way than the one by which
 * the file was read, with other pages, fewer rows for a cap to cut and counts of few, so it does not hide the same ones.
 * What the file has no row of is added.
 *
 * An account that loses a conversation from its lists and counts it has one more in the count of its part; one whose
 * counts are estimates counts the parts exactly, and the parts add up to another number than the whole.
 *
 * @param found how many conversations the file has.
 */
export async function askInParts(
  context: RunContext,
  spool: Spool,
  taker: Taker,
  found: () => number,
): Promise<InParts> {
  const { manifest } = context;
  const { check, request, calls } = manifest;
  const field = check?.time?.field;
  if (!check || field === undefined) return { came: 0 };
  const edges = await splits(context, spool, field);
  const parts = inParts(request, field, edges);
  if (edges.length === 0 || parts.length <= edges.length) return { came: 0 };

  const isTooMuch = () => manifest.calls - calls > mostCalls;
  const cells = rowCells([check.id]);
  const missing: MissingById = new Map();
  const takeMissing = missingTaker(context, taker, missing);
  const within = new Set<string>();
  const take = (rows: readonly Buffer[]) => {
    for (const row of rows) {
      const [id] = cells(row);
      if (id && taker.within(row)) within.add(id.toString("latin1"));
    }
    takeMissing(rows);
  };
  let agree = true;
  for (const part of parts) {
    const agrees = await agreesWithItself(context, part, take, isTooMuch);
    agree &&= agrees === true && !isTooMuch();
    if (agrees === undefined || isTooMuch()) break;
  }
  const came = await fetchMissing(context, taker, missing);
  const isAll = missing.size === came && within.size === found();
  return agree && isAll ? { came, parts: parts.length } : { came };
}
