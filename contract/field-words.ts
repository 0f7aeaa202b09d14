import { splitRunTogether } from "./run-together.ts";

/** The time grains Earshot knows, finest first. A grain is a suffix of the time dimension's name: `X.hour`. */
export const grains = ["hour", "day", "week", "month"] as const;
export type Grain = (typeof grains)[number];

const anyGrain = /\.(second|minute|hour|day|week|month|quarter|year)$/i;

/** A name without its grain, and the grain; undefined for a plain name. */
export type SplitName = { base: string; grain: string | undefined };

/** Names whose grain is written otherwise than after a full stop, found by what stands beside them: see `grainsOf`. */
export type KnownGrains = ReadonlyMap<string, SplitName>;

/** Splits `Conversation.CreatedDate.hour` into its base name and its grain. */
export function splitGrain(name: string, known?: KnownGrains): SplitName {
  const found = known?.get(name);
  if (found) return found;
  const match = anyGrain.exec(name);
  if (!match) return { base: name, grain: undefined };
  return { base: name.slice(0, match.index), grain: match[1]?.toLowerCase() };
}

/** The grain of a time by its name, where it is one that Earshot knows. */
export function grainOf(name: string, known?: KnownGrains): Grain | undefined {
  const { grain } = splitGrain(name, known);
  return grains.find((one) => one === grain);
}

/** Words of segments that were asked for; names come from an account, so it is emptied before it is large. */
const segments = new Map<string, string>();
const mostSegments = 2000;

function segmentWords(segment: string): string {
  const known = segments.get(segment);
  if (known !== undefined) return known;
  if (segments.size >= mostSegments) segments.clear();
  const words = wordsOf(segment);
  segments.set(segment, words);
  return words;
}

/**
 * The words of one segment of a name, in lower case: `ConversationId`, `conversation_id` and `conversationid` give
 * `conversation id`.
 */
function wordsOf(segment: string): string {
  return segment
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase()
    .split(" ")
    .map(splitRunTogether)
    .join(" ");
}

/** The words of a field's own name, without the cube's or any other qualifier and without the grain. */
export function fieldWords(name: string): string {
  const { base } = splitGrain(name);
  return segmentWords(base.slice(base.lastIndexOf(".") + 1));
}

/** The words of the qualifier before the field's own name, or "" when there is none. */
export function qualifierWords(name: string): string {
  const { base } = splitGrain(name);
  const dot = base.lastIndexOf(".");
  return dot < 0 ? "" : segmentWords(base.slice(0, dot));
}

/** A label for a field on the screen, from its name alone: `Conversation.CreatedDate` gives `Created date`. */
export function fieldLabel(name: string): string {
  return labelOf(fieldWords(name) || name, name);
}

/** A label that tells fields of the same name apart: `OperatorResult.Count` gives `Operator result count`. */
export function wholeLabel(name: string): string {
  return labelOf(`${qualifierWords(name)} ${fieldWords(name)}`.trim() || name, name);
}

function labelOf(words: string, name: string): string {
  const { grain } = splitGrain(name);
  const label = words.charAt(0).toUpperCase() + words.slice(1).replace(/\bid\b/g, "ID");
  const readable = label === "Id" ? "ID" : label;
  return grain ? `${readable} (${grain})` : readable;
}
