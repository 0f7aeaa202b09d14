import { type DurationUnit, durationUnitOf } from "./durations.ts";
import { isNumberType } from "./field-types.ts";
import { type FieldRoles, standsApart } from "./fields.ts";
import type { Measure, Metadata } from "./metadata.ts";
import { plainWords } from "./plain-words.ts";

/** A measure of time that is a key figure. */
export type KeyMeasure = {
  field: string;
  /** The unit of its numbers, where the account says one. */
  unit: DurationUnit | undefined;
  /** What the list is sorted by to see where it comes from: the number of each conversation, else the measure itself. */
  sortBy: string;
};

/** The fields of an account that key figures are made of, beside those of its roles. Undefined where it has none. */
export type KeyFields = {
  /** The dimension that says whether an AI or a person answered. */
  agentKind: string | undefined;
  averageDuration: KeyMeasure | undefined;
  longestWait: KeyMeasure | undefined;
};

type Aggregate = "average" | "longest";

/** What accounts call an aggregation, as the metadata has it or as a word of a measure's name. */
const aggregates: Record<Aggregate, RegExp> = {
  average: /^(avg|average|mean)$/i,
  longest: /^(max|maximum|longest)$/i,
};

const units = /^(milliseconds?|millis|msecs?|ms|seconds?|secs?|s|minutes?|mins?|hours?|hrs?|h|in)$/;
const wholeDuration = /^(total )?(conversation )?(durations?|length|(handle|handling) time)$/;
const anyWait = /^((customer|caller|queue|initial|first) ){0,2}(wait|waits|waiting)( times?| durations?)?$/;

const answering = "((answering|handling|responsible|primary|main|assigned|conversation) )?";
const kindNames = [
  new RegExp(`^${answering}agents? (types?|kinds?)$`),
  /^(answered|handled|served) by (types?|kinds?)$/,
  /^(participants?|workers?|handlers?|responders?) (types?|kinds?)$/,
];

function isAggregate(word: string): boolean {
  return Object.values(aggregates).some((pattern) => pattern.test(word));
}

/** The words of a measure's name without those of its aggregation. */
function subjectOf(name: string): string[] {
  return plainWords(name)
    .split(" ")
    .filter((word) => !isAggregate(word));
}

/** How a measure is aggregated: as the metadata has it, or by its name where that says nothing. */
function isAggregatedAs(kind: Aggregate, { name, aggregation }: Measure): boolean {
  if (aggregation) return aggregates[kind].test(aggregation.trim());
  return plainWords(name)
    .split(" ")
    .some((word) => aggregates[kind].test(word));
}

function withoutUnit(words: readonly string[]): string {
  return words.filter((word) => !units.test(word)).join(" ");
}

function findMeasure(measures: readonly Measure[], kind: Aggregate, about: RegExp, sortBy: string | undefined) {
  const found = measures.find(
    (measure) => isAggregatedAs(kind, measure) && about.test(withoutUnit(subjectOf(measure.name))),
  );
  if (!found) return undefined;
  // The unit stands before the aggregation in some names: `DurationSecondsAvg`.
  const unit = durationUnitOf(subjectOf(found.name).join(" "), found.description);
  return { field: found.name, unit, sortBy: sortBy ?? found.name };
}

/**
 * Finds what the key figures are made of by the words of the account's metadata, in the cube that has its
 * conversations: figures of another cube may be of parts of them.
 */
export function keyFields({ cubes }: Metadata, fields: FieldRoles): KeyFields {
  const home = cubes.find(({ name }) => name === fields.cube);
  const { measures = [], dimensions = [] } = home ?? {};
  const { duration } = fields.roles;
  const ofConversation = duration && !standsApart(duration, fields) ? duration.field : undefined;
  const wait = dimensions.find(
    ({ name, type }) => isNumberType(type) && anyWait.test(withoutUnit(plainWords(name).split(" "))),
  );
  const agentKind = kindNames
    .map((pattern) => dimensions.find(({ name }) => pattern.test(plainWords(name))))
    .find((found) => found !== undefined);
  return {
    agentKind: agentKind?.name,
    averageDuration: findMeasure(measures, "average", wholeDuration, ofConversation),
    longestWait: findMeasure(measures, "longest", anyWait, wait?.name),
  };
}

const ai =
  /^(ai|artificial intelligence|bot|(chat|voice) ?bot|automated|(ai|virtual|automated|bot) (agent|assistant))$/;
const human = /^(human|person|live|(human|live) (agent|representative|worker))$/;

/** Whether a value names software that answers, a person who does, or neither as far as it says: `AI_AGENT`, `Human`. */
export function answererOf(value: string): "ai" | "human" | undefined {
  const words = value
    .replace(/[\s_-]+/g, " ")
    .trim()
    .toLowerCase();
  if (ai.test(words)) return "ai";
  return human.test(words) ? "human" : undefined;
}
