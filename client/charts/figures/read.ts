import type { FieldRoles } from "../../../contract/fields.ts";
import { answererOf, type KeyFields } from "../../../contract/key-figures.ts";
import type { Row } from "../../../contract/page.ts";
import type { FetchedRows } from "../../api/all-pages.ts";
import { InsightsError } from "../../api/errors.ts";
import { asSentiment } from "../../format/sentiment.ts";
import { cellMembers, valueKey } from "../../format/values.ts";
import { readCount } from "../../insights/cube.ts";
import { usesRole } from "../../view/choose.ts";
import type { View } from "../../view/view.ts";
import type { SplitBy } from "./requests.ts";

/** Conversations that are so, of how many. */
export type Share = { part: number; of: number };

/** A measure of the whole window as it was sent, and as a number. Undefined where there is none. */
export type Measured = { text: string; value: number };

/** What is made of an answer; undefined where a count of it cannot be read, which costs its figure alone. */
function unlessUnread<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof InsightsError) return undefined;
    throw error;
  }
}

/** Rows that could not be read, or came twice, make a figure of something else. */
function isWhole({ told, cut }: FetchedRows): boolean {
  return !cut && told.lost + told.repeated === 0;
}

/** The one row of a query without dimensions; undefined where there is more than one, which no such query has. */
function onlyRow(answer: FetchedRows | undefined): Row | undefined {
  return answer && isWhole(answer) && answer.rows.length === 1 ? answer.rows[0] : undefined;
}

export function readMeasured(answer: FetchedRows | undefined, field: string | undefined): Measured | undefined {
  const cell = field === undefined ? undefined : onlyRow(answer)?.[field];
  const text = typeof cell === "number" || typeof cell === "string" ? String(cell).trim() : "";
  const value = Number(text);
  return text !== "" && Number.isFinite(value) ? { text, value } : undefined;
}

/** The count of a query without dimensions; no row means none. */
export function readTotal(answer: FetchedRows | undefined, { roles }: FieldRoles): number | undefined {
  const { count } = roles;
  if (!answer || !isWhole(answer) || !count || answer.rows.length > 1) return undefined;
  const [row] = answer.rows;
  return row ? unlessUnread(() => readCount(row, count.field)) : 0;
}

type Group = { count: number; sentiments: readonly string[]; kinds: readonly string[] };

/** Undefined where not all of them can be read. */
function groupsOf(answer: FetchedRows, { roles }: FieldRoles, { agentKind }: KeyFields): Group[] | undefined {
  if (!isWhole(answer)) return undefined;
  return unlessUnread(() =>
    answer.rows.map((row) => ({
      count: readCount(row, roles.count?.field ?? ""),
      sentiments: roles.sentiment ? cellMembers(row[roles.sentiment.field]) : [],
      kinds: agentKind === undefined ? [] : cellMembers(row[agentKind]),
    })),
  );
}

function sumOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function isAi({ kinds }: Group): boolean {
  return kinds.some((kind) => answererOf(kind) === "ai");
}

function isNegative({ sentiments }: Group): boolean {
  return sentiments.some((raw) => asSentiment(raw) === "negative");
}

/**
 * How many conversations are so of `counted`. Where an account takes lists apart, one conversation may be in several
 * groups: only of one group, or of groups that add up to the conversations there are, is the sum a count.
 */
function shareOf(own: readonly Group[], all: readonly Group[], counted: number): Share | undefined {
  const part = sumOf(own);
  return part <= counted && (own.length < 2 || sumOf(all) === counted) ? { part, of: counted } : undefined;
}

/** The share of AI, and how the account writes that. */
export type AiShare = Share & { spellings: readonly string[] };

/**
 * Reads counts by who answered. Undefined where no value says that it is an AI or a person, or not all can be read.
 *
 * @param counted how many conversations there are.
 */
export function readAi(answer: FetchedRows, fields: FieldRoles, key: KeyFields, counted: number): AiShare | undefined {
  const groups = groupsOf(answer, fields, key) ?? [];
  const kinds = [...new Set(groups.flatMap((group) => group.kinds))];
  const share = shareOf(groups.filter(isAi), groups, counted);
  const isKnown = kinds.some((kind) => answererOf(kind) !== undefined);
  return share && isKnown ? { ...share, spellings: kinds.filter((kind) => answererOf(kind) === "ai") } : undefined;
}

/**
 * Both shares of the period before, from counts by sentiment and by who answered, as far as they are exact.
 *
 * @param counted how many conversations that period has, with every filter.
 */
export function readPreviousShares(
  answer: FetchedRows | undefined,
  setting: { view: View; fields: FieldRoles; key: KeyFields },
  by: SplitBy,
  counted: number | undefined,
): { negative: Share | undefined; ai: Share | undefined } {
  const { view, fields, key } = setting;
  const groups = answer && groupsOf(answer, fields, key);
  if (!groups || counted === undefined) return { negative: undefined, ai: undefined };
  const chosen = new Set(view.chosen.sentiment.map(valueKey));
  const isShown = ({ sentiments }: Group) => sentiments.some((raw) => chosen.has(valueKey(raw)));
  const shown = by.sentiment && chosen.size > 0 ? groups.filter(isShown) : groups;
  // Counts by both are of each conversation once, or of none: a share of one could hold another twice.
  const isOnce = !(by.sentiment && by.kind) || sumOf(shown) === counted;
  const ofSentiments = usesRole(view, "sentiment") ? sumOf(groups) : counted;
  const negative = sumOf(groups.filter(isNegative));
  return {
    negative: by.sentiment && isOnce && negative <= ofSentiments ? { part: negative, of: ofSentiments } : undefined,
    ai: by.kind && isOnce ? shareOf(shown.filter(isAi), shown, counted) : undefined,
  };
}
