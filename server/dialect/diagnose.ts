import type { Problem } from "../../contract/problem.ts";
import type { FilterLeaf, InsightsQueryRequest } from "../../contract/query.ts";
import { findingOf, plainest, type SentQuery, withParts } from "./ladder.ts";
import type { Learned } from "./learned.ts";
import { widestRange, withRange } from "./needed-range.ts";
import { fieldPart } from "./refused-field.ts";
import { findRefused, type IsTaken, type Refused } from "./search.ts";
import { type SpellingName, spelledBound, spellingNames } from "./spellings.ts";
import { leavesOf } from "./split-filters.ts";
import { valueMarks } from "./value-marks.ts";

/** The most calls that finding out why a request was refused may cost. */
export const mostCalls = 6;

/** Numbers of rows to try where a page of more is refused, the largest first. */
export const pageSizes = [500, 200, 100, 50, 20, 10] as const;

function replaceLeaves(request: InsightsQueryRequest, change: (leaf: FilterLeaf) => FilterLeaf): InsightsQueryRequest {
  const filters = request.query.filters?.map((group) => ({ ...group, expressions: group.expressions.map(change) }));
  return { ...request, query: { ...request.query, ...(filters ? { filters } : {}) } };
}

/** Rows for a page that most APIs take; it is believed where no call is left to ask. */
const likelySize = 100;

/** The largest smaller page that is taken; none, where a size as such is refused. */
async function pageSize(
  { part, taken }: Refused,
  sent: SentQuery,
  takes: IsTaken,
  calls: { left: number },
): Promise<Learned[]> {
  if (part.kind !== "page-size") return [];
  const isTaken = (size: number) => {
    calls.left -= 1;
    return takes({ ...withParts(sent, taken), pageSize: size });
  };
  const smaller = pageSizes.filter((size) => size < part.size);
  // Where a likely size was refused as well, it may be any: the smallest tells.
  const [least] = smaller.slice(-1);
  const isAnySuspect = part.size <= likelySize && calls.left > 0;
  if (least === undefined || (isAnySuspect && !(await isTaken(least)))) return [{ kind: "page-size", value: "none" }];
  for (const size of smaller) {
    if (calls.left <= 0) break;
    if (await isTaken(size)) return [{ kind: "page-size", most: size }];
  }
  const likely = smaller.find((size) => size <= likelySize);
  return likely === undefined ? [] : [{ kind: "page-size", most: likely, how: "guessed" }];
}

/** So many fields, each refused alone, show that rows are put in no order at all. */
const noOrderAfter = 3;

/**
 * A refused order: by this field, or by any, as others in its place tell, one by one until one is taken. Groups are
 * ordered by several lists, of which an account may refuse each, so their measure is tried first.
 */
async function order(
  { part, taken, alike }: Refused,
  sent: SentQuery,
  takes: IsTaken,
  calls: { left: number },
): Promise<Learned[]> {
  if (part.kind !== "order") return [];
  const { orderBy = [], measures = [] } = sent.request.query;
  const refused: Learned[] = alike.flatMap((one) => findingOf(one) ?? []);
  if (taken.some(({ kind }) => kind === "order")) return refused;
  const { request } = withParts(sent, taken);
  const others = orderBy.filter(({ field }) => !alike.some((one) => "field" in one && one.field === field));
  const tried = [...measures.slice(0, 1).map((field) => ({ field, direction: "DESC" as const })), ...others];
  for (const [place, other] of tried.entries()) {
    if (calls.left <= 0) return refused;
    calls.left -= 1;
    const alone = { ...request, query: { ...request.query, orderBy: [other] } };
    if (await takes({ request: alone, pageSize: undefined })) return refused;
    if (place + 2 >= noOrderAfter || place === tried.length - 1) return [{ kind: "no-order" }];
    refused.push({ kind: "no-order-by", field: other.field });
  }
  return refused;
}

type Bound = { leaf: FilterLeaf; op: "GT" | "LT"; ms: number };

function boundsOf(leaves: readonly FilterLeaf[], read: (value: string) => number | undefined): Bound[] {
  return leaves.flatMap((leaf): Bound[] => {
    const ms = read(leaf.values?.[0] ?? "");
    return (leaf.op === "GT" || leaf.op === "LT") && ms !== undefined ? [{ leaf, op: leaf.op, ms }] : [];
  });
}

/** The spelling of instants that is taken: the next one where no call is left, else `no-filter` after the last. */
async function timeSpelling(
  bounds: readonly Bound[],
  refused: Refused,
  { sent, now }: { sent: SentQuery; now: SpellingName },
  takes: IsTaken,
  calls: { left: number },
): Promise<Learned[]> {
  const others = spellingNames.slice(spellingNames.indexOf(now) + 1);
  for (const name of others) {
    if (calls.left <= 0) return [{ kind: "time-spelling", value: name, how: "guessed" }];
    calls.left -= 1;
    const { request } = withParts(sent, [...refused.taken, refused.part]);
    const spelled = replaceLeaves(request, (leaf) => {
      const bound = bounds.find((one) => one.leaf === leaf);
      return bound ? { ...leaf, values: [spelledBound(bound.op, bound.ms, name).value] } : leaf;
    });
    if (await takes({ request: spelled, pageSize: undefined })) return [{ kind: "time-spelling", value: name }];
  }
  return [{ kind: "no-filter", field: refused.part.kind === "filter" ? refused.part.field : "" }];
}

/** Long enough a list to be refused for its length. */
const longList = 20;

/** How many values are taken, where a list is refused for its length; a guess where that cannot be asked any more. */
async function shorterList(
  leaf: FilterLeaf,
  isTakenInstead: (other: FilterLeaf) => Promise<boolean | undefined>,
): Promise<Learned | undefined> {
  const values = leaf.values ?? [];
  const isLong = values.length > longList;
  const takesBoth = async (...pair: string[]) => (await isTakenInstead({ ...leaf, values: pair })) === true;
  // Of a short list, its ends tell whether it was too long or one of its values is refused; of a long one that is likely.
  const areEndsTaken = async () =>
    values.length > 2 && (await takesBoth(...values.slice(0, 2))) && (await takesBoth(...values.slice(-2)));
  if (!isLong && !(await areEndsTaken())) return undefined;
  for (const most of [100, 50, 20, 10, 5].filter((size) => size < values.length)) {
    const isTaken = await isTakenInstead({ ...leaf, values: values.slice(0, most) });
    if (isTaken !== false) return { kind: "values", most, ...(isTaken ? {} : { how: "guessed" }) };
  }
  return isLong ? undefined : { kind: "values", most: 2 };
}

/**
 * What of a comparison is refused: its operator, its number of values, or the field as such. Where no call is left, the
 * retreat that keeps the most is tried: if that is refused too, the next search goes on from there.
 */
async function comparison(
  refused: Refused,
  sent: SentQuery,
  takes: IsTaken,
  calls: { left: number },
): Promise<Learned[]> {
  const { part, taken } = refused;
  if (part.kind !== "filter") return [];
  const [leaf] = part.leaves;
  const values = leaf?.values ?? [];
  const one = values.slice(0, 1);
  if (!leaf || one.length === 0) return [{ kind: "no-filter", field: part.field }];
  // It may be no more than this value that is refused: with another one it is tried again.
  const none: Learned[] = [{ kind: "no-filter", field: part.field, value: valueMarks(part.field, one) }];
  /** Whether it is taken with another comparison in its place; undefined where that cannot be asked any more. */
  const instead = async (other: FilterLeaf): Promise<boolean | undefined> => {
    if (calls.left <= 0) return undefined;
    calls.left -= 1;
    const { request } = withParts(sent, [...taken, part]);
    return await takes({ request: replaceLeaves(request, (one) => (one === leaf ? other : one)), pageSize: undefined });
  };
  if (leaf.op === "NE") {
    const isTaken = await instead({ ...leaf, op: "EQ" });
    return isTaken === false ? none : [{ kind: "no-ne", ...(isTaken ? {} : { how: "guessed" }) }];
  }
  if (leaf.op !== "IN") return none;
  const shorter = await shorterList(leaf, instead);
  if (shorter) return [shorter];
  const asEqual = await instead({ ...leaf, op: "EQ", values: one });
  if (asEqual === false) return none;
  const others = values.slice(1);
  const asList = asEqual && others.length > 0 ? await instead({ ...leaf, values: one }) : false;
  // A list of the first value is taken: one of the others is not, and nothing tells which.
  if (asList) return [{ kind: "no-value", field: part.field, value: valueMarks(part.field, others) }];
  return [{ kind: "no-in", ...(asEqual && asList === false ? {} : { how: "guessed" }) }];
}

function wordsOf({ message, params }: Problem): string {
  return [message, ...Object.entries(params ?? {}).flat()].join(" ");
}

export type Diagnosis =
  | { kind: "learned"; findings: Learned[] }
  /** The plainest query is refused as well: it is not about this request. */
  | { kind: "not-there" }
  /** All parts are taken: the refusal was of a moment, or of something that the calls did not reach. */
  | { kind: "unexplained" };

export type Suspect = {
  sent: SentQuery;
  problem: Problem;
  /** How instants are spelled in it, and how one is read back. */
  spelling: SpellingName;
  readBound(value: string): number | undefined;
  /** The time of conversations, if it is known, and whether a range of it is known to be needed. */
  range: { field: string | undefined; isNeeded: boolean };
};

/** The range of a request, or one of all times where it has none. */
function rangeOf({ sent, readBound, spelling, range }: Suspect): { leaves: FilterLeaf[]; isOwn: boolean } | undefined {
  const own = boundsOf(leavesOf(sent.request), readBound).map(({ leaf }) => leaf);
  if (own.length > 0) return { leaves: own, isOwn: true };
  return range.field === undefined ? undefined : { leaves: widestRange(range.field, spelling), isOwn: false };
}

/**
 * Finds out which part of a refused request an account's API does not take, and what it takes instead, in at most
 * {@link mostCalls} calls. The first is the plainest query, which tells whether the API is there at all; where
 * that is refused, it is asked once more with the request's range.
 *
 * @param takes makes one call. Throws what is no refusal, which ends the search.
 */
export async function diagnose(suspect: Suspect, takes: IsTaken): Promise<Diagnosis> {
  const { sent } = suspect;
  const calls = { left: mostCalls - 1 };
  const first = plainest(sent);
  if (!suspect.range.isNeeded && (await takes(first))) return await partOf(suspect, takes, calls);
  const range = rangeOf(suspect);
  if (!range) return { kind: "not-there" };
  if (!suspect.range.isNeeded) calls.left -= 1;
  const within: IsTaken = (one) => takes(withRange(one, range.leaves));
  if (!(await within(first))) return { kind: "not-there" };
  if (suspect.range.isNeeded) return await partOf(suspect, within, calls);
  const needed: Learned = { kind: "needs-range", field: range.leaves[0]?.field };
  // A request without a range is refused for that.
  const found = range.isOwn ? await partOf(suspect, within, calls) : undefined;
  return { kind: "learned", findings: [needed, ...(found?.kind === "learned" ? found.findings : [])] };
}

/** Which part it is, where the plainest query is taken. */
async function partOf(suspect: Suspect, takes: IsTaken, calls: { left: number }): Promise<Diagnosis> {
  const refused = await findRefused(suspect.sent, wordsOf(suspect.problem), takes, calls);
  const found = refused ? await explained(refused, suspect, takes, calls) : [];
  return found.length > 0 ? { kind: "learned", findings: found } : { kind: "unexplained" };
}

/** What the refused part means, and what is taken instead of it. */
function explained(refused: Refused, suspect: Suspect, takes: IsTaken, calls: { left: number }): Promise<Learned[]> {
  const { part, alike } = refused;
  const { sent, spelling: now, readBound } = suspect;
  if (part.kind === "page-size") return pageSize(refused, sent, takes, calls);
  if (part.kind === "dimension" || part.kind === "measure") return fieldPart(refused, sent, takes, calls);
  if (part.kind === "order") return order(refused, sent, takes, calls);
  if (part.kind === "filter") {
    const bounds = boundsOf(part.leaves, readBound);
    if (bounds.length > 0) return timeSpelling(bounds, refused, { sent, now }, takes, calls);
    return comparison(refused, sent, takes, calls);
  }
  // Parts that the calls did not tell apart are left out together: each of them may be the one.
  return Promise.resolve(alike.flatMap((one) => findingOf(one) ?? []));
}
