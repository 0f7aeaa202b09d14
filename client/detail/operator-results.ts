import type { ConversationResult } from "../../contract/detail.ts";
import { parseTime } from "../format/time.ts";
import { currentLocale } from "../words/words.ts";
import type { Line } from "./lines.ts";
import { type Payload, payloadOf } from "./payload.ts";

/** An operator's result with the words for its operator, and a key of its own. */
export type NamedResult = { key: string; operator: string; result: ConversationResult; at: number | undefined };

/** The results of one operator, the newest first: one that runs at each message has many. */
export type ResultGroup = { key: string; operator: string; newest: NamedResult; older: NamedResult[] };

function timeOf(result: ConversationResult): number | undefined {
  return parseTime(result.executionDetails.trigger.timestamp ?? result.dateCreated, "UTC");
}

/** What is read at a glance stands first. */
const order: Payload["kind"][] = ["label", "text", "refusal", "fields", "entities", "json", "none"];

function rank({ newest }: ResultGroup): number {
  return order.indexOf(payloadOf(newest.result).kind);
}

/** Groups results by operator: labels and texts first, then by the operators' names. */
export function groupResults(
  results: readonly ConversationResult[],
  names: Readonly<Record<string, string>>,
  unnamed: string,
): ResultGroup[] {
  const named = results.map((result, place): NamedResult => {
    const { id = "" } = result.operator;
    const operator = (Object.hasOwn(names, id) ? names[id] : undefined) ?? (id || unnamed);
    return { key: `${place} ${result.id ?? ""}`, operator, result, at: timeOf(result) };
  });
  const newestFirst = named.sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const groups = new Map<string, ResultGroup>();
  for (const one of newestFirst) {
    const key = one.result.operator.id ?? one.key;
    const group = groups.get(key);
    if (group) group.older.push(one);
    else groups.set(key, { key, operator: one.operator, newest: one, older: [] });
  }
  return [...groups.values()].sort(
    (a, b) => rank(a) - rank(b) || a.operator.localeCompare(b.operator, currentLocale()),
  );
}

/** Places of the first and the last line, both included. */
export type Span = { from: number; to: number };

/** The lines that a result covers, or undefined where they are not among the lines. */
export function spanOf({ executionDetails }: ConversationResult, lines: readonly Line[]): Span | undefined {
  const { first, last } = executionDetails.communications;
  const place = (id: string | undefined) => (id === undefined ? -1 : lines.findIndex((line) => line.id === id));
  const ends = [place(first), place(last)].filter((end) => end >= 0);
  return ends.length === 0 ? undefined : { from: Math.min(...ends), to: Math.max(...ends) };
}
