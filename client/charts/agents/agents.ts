import { answererOf } from "../../../contract/key-figures.ts";
import type { Row } from "../../../contract/page.ts";
import type { Told } from "../../api/told.ts";
import type { AgentKind } from "../../format/agent-kind.ts";
import { asSentiment } from "../../format/sentiment.ts";
import { cellMembers } from "../../format/values.ts";
import type { Population } from "../../insights/breakdown.ts";
import { readCount } from "../../insights/cube.ts";
import { readMeasure } from "../explore/explore.ts";

/** A measure as a number, and as it was sent. */
export type AgentMeasure = {
  text: string;
  value: number;
  /** Whether it is reckoned from several averages, by how many conversations each is of. */
  isWeighted: boolean;
};

/** One agent, or all who are people or AI. */
export type AgentRow = {
  /** As the account writes it; undefined for conversations without one. */
  raw: string | undefined;
  kind: AgentKind | undefined;
  count: number;
  /** Negative conversations among them; undefined where nobody knows. */
  negative: number | undefined;
  duration: AgentMeasure | undefined;
  wait: AgentMeasure | undefined;
};

/** Whether there is a figure of each agent: it may be on its way, the account may have none, or its query failed. */
export type NegativeState = "known" | "coming" | "none" | "failed";

export type Agents = {
  population?: Population;
  /** In the order of the answer; those without an agent last. */
  rows: readonly AgentRow[];
  negative: NegativeState;
  hasDuration: boolean;
  hasWait: boolean;
  /** Whether some conversations have several agents, so that the counts add up to more than there are. */
  overlap: boolean;
  /** There are more agents than are read. */
  cut: boolean;
  told?: Told;
};

/** Conversations of the same agents. */
export type AgentGroup = {
  members: readonly string[];
  count: number;
  duration: Omit<AgentMeasure, "isWeighted"> | undefined;
  wait: Omit<AgentMeasure, "isWeighted"> | undefined;
};

/** Conversations of the same agents, of one kind, with the same sentiments. */
export type FeltGroup = { members: readonly string[]; kinds: readonly string[]; negative: boolean; count: number };

/** The fields that agents are read from; undefined where the account has none. */
export type AgentFields = {
  by: string;
  count: string;
  duration: string | undefined;
  wait: string | undefined;
};

function measureIn(row: Row, field: string | undefined): AgentGroup["wait"] {
  if (field === undefined) return undefined;
  const { text, value } = readMeasure(row[field], field);
  return text === undefined || value === undefined ? undefined : { text, value };
}

/** Reads counts and measures by agent. @throws InsightsError where one cannot be read: a card must not guess. */
export function readGroups(rows: readonly Row[], { by, count, duration, wait }: AgentFields): AgentGroup[] {
  return rows.map((row) => ({
    members: [...new Set(cellMembers(row[by]))],
    count: readCount(row, count),
    duration: measureIn(row, duration),
    wait: measureIn(row, wait),
  }));
}

/**
 * Reads counts by agent, kind and sentiment. Undefined where no value is a sentiment that Twilio names: of an account's
 * own, nobody knows which are negative.
 */
export function readFelt(
  rows: readonly Row[],
  { by, count, kind, sentiment }: { by: string; count: string; kind: string | undefined; sentiment: string },
): { groups: FeltGroup[]; hasSentiments: boolean } {
  let hasSentiments = false;
  const groups = rows.map((row): FeltGroup => {
    const felt = cellMembers(row[sentiment]).map(asSentiment);
    hasSentiments ||= felt.some((one) => one !== undefined);
    return {
      members: [...new Set(cellMembers(row[by]))],
      kinds: kind === undefined ? [] : cellMembers(row[kind]),
      negative: felt.includes("negative"),
      count: readCount(row, count),
    };
  });
  return { groups, hasSentiments };
}

function totalOf(groups: readonly { count: number }[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

/**
 * The average of all conversations of some groups. Of one group it is the account's own, to the digit; of several each
 * counts by its conversations, which is as good as it can be known.
 */
export function averageOf(groups: readonly AgentGroup[]): AgentMeasure | undefined {
  const own = groups.filter(({ duration, count }) => duration !== undefined && count > 0);
  const [first] = own;
  if (!first?.duration) return undefined;
  if (own.length === 1) return { ...first.duration, isWeighted: false };
  const sum = own.reduce((all, { duration, count }) => all + (duration?.value ?? 0) * count, 0);
  const value = sum / totalOf(own);
  return { text: String(value), value, isWeighted: true };
}

/** The longest of some groups, as the account sent it. */
export function longestOf(groups: readonly AgentGroup[]): AgentMeasure | undefined {
  const waits = groups.flatMap(({ wait }) => wait ?? []);
  const [first] = waits;
  if (!first) return undefined;
  return { ...waits.reduce((most, one) => (one.value > most.value ? one : most), first), isWeighted: false };
}

/**
 * How many conversations of an agent are negative. Where an account takes lists apart, one may be in several groups: only
 * of one group, or of groups that add up to all of the agent's, is the sum a count.
 *
 * @param isWhole whether all groups were read.
 */
export function negativeOf(own: readonly FeltGroup[], count: number, isWhole: boolean): number | undefined {
  const felt = own.filter(({ negative }) => negative);
  const part = totalOf(felt);
  if (part > count) return undefined;
  return totalOf(own) === count || (isWhole && felt.length < 2) ? part : undefined;
}

/** Whether people or AI are meant; undefined where both are, or nobody knows. */
function kindOf(values: readonly string[]): AgentKind | undefined {
  const kinds = new Set(values.map(answererOf));
  const [only] = kinds;
  return kinds.size === 1 ? only : undefined;
}

export type AgentParts = {
  groups: readonly AgentGroup[];
  /** Undefined where they are not there. */
  felt: { groups: readonly FeltGroup[]; isWhole: boolean } | undefined;
  /** Whether the values are kinds themselves. */
  byKind: boolean;
  /** How many conversations there are, where what the groups leave out is to be told. */
  population: number | undefined;
};

function without(members: readonly string[]): boolean {
  return members.length === 0;
}

/** Makes the rows: each agent once, with every conversation that has it, and those without an agent. */
export function agentRows({ groups, felt, byKind, population }: AgentParts): Pick<Agents, "rows" | "overlap"> {
  const byMember = new Map<string, AgentGroup[]>();
  for (const group of groups) {
    for (const raw of group.members) byMember.set(raw, [...(byMember.get(raw) ?? []), group]);
  }
  const feltBy = new Map<string, FeltGroup[]>();
  for (const group of felt?.groups ?? []) {
    for (const raw of group.members) feltBy.set(raw, [...(feltBy.get(raw) ?? []), group]);
  }
  const rowOf = (raw: string | undefined, own: readonly AgentGroup[], known: readonly FeltGroup[], count: number) => ({
    raw,
    kind: kindOf(byKind ? (raw === undefined ? [] : [raw]) : known.flatMap(({ kinds }) => kinds)),
    count,
    negative: felt && negativeOf(known, count, felt.isWhole),
    duration: averageOf(own),
    wait: longestOf(own),
  });
  const rows = [...byMember].map(([raw, own]) => rowOf(raw, own, feltBy.get(raw) ?? [], totalOf(own)));
  const unset = groups.filter(({ members }) => without(members));
  const sum = totalOf(groups);
  // An account may have no group of conversations without an agent: they are what is left over.
  const rest = unset.length > 0 ? totalOf(unset) : Math.max(0, (population ?? sum) - sum);
  const feltUnset = felt?.groups.filter(({ members }) => without(members)) ?? [];
  return {
    rows: rest > 0 ? [...rows, rowOf(undefined, unset, feltUnset, rest)] : rows,
    overlap: sum > (population ?? sum) || groups.some(({ members, count }) => members.length > 1 && count > 0),
  };
}
