import type { RoleName } from "./account.ts";
import { fieldWords, qualifierWords } from "./field-words.ts";
import type { Cube, Dimension, Measure } from "./metadata.ts";

/** A rule gives points to a field whose own words match. The best rule counts, not the sum. */
type Rule = readonly [pattern: RegExp, points: number];

const nameRules: Record<RoleName, readonly Rule[]> = {
  id: [
    [/^conversations? (id|sid)$/, 10],
    [/^(id|sid)$/, 9],
    [/^conversation$/, 5],
  ],
  time: [
    [/^(created (at|date|time|on)|(date|time) created|creation (date|time))$/, 10],
    [/^conversation (created|start(ed)?)( (at|date|time))?$/, 10],
    [/^(start(ed)? (at|date|time)|(date|time) started|start|created)$/, 9],
    [/^(occurred at|timestamp|date|time)$/, 5],
  ],
  channel: [
    [/^channels?$/, 10],
    [/^(conversation )?channel (types?|names?)$/, 9],
    [/^conversation channels?$/, 9],
    [/^(primary|first) channel$/, 6],
  ],
  language: [
    [/^languages?$/, 10],
    [/^(conversation languages?|language (codes?|tags?))$/, 9],
    [/^(locales?|(primary|detected|spoken) languages?)$/, 7],
  ],
  sentiment: [
    [/^sentiments?$/, 10],
    [/^((overall|conversation|customer|final) sentiment|sentiment (label|value|result|category))$/, 9],
  ],
  status: [
    [/^(conversation )?status$/, 10],
    [/^(conversation )?state$/, 7],
  ],
  count: [
    [/^((unique|distinct|total) )?conversations? (count|total)$/, 11],
    [/^(count of|number of|num|total|unique|distinct) conversations$/, 11],
    [/^(count|conversations|total)$/, 9],
  ],
};

const descriptionRules: Record<RoleName, readonly Rule[]> = {
  id: [[/\b(unique )?(id|identifier|sid) of (the|a) conversation\b/i, 5]],
  time: [[/\b(when|time|date)\b.*\bconversation\b.*\b(created|started|began)\b/i, 5]],
  channel: [[/\bchannels?\b.*\b(conversation|used|took place)\b/i, 4]],
  language: [[/\blanguages?\b.*\b(conversation|spoken|detected|used)\b/i, 4]],
  sentiment: [[/\bsentiment\b/i, 5]],
  status: [[/\bstatus of the conversation\b/i, 4]],
  count: [[/\b(number|count) of (unique |distinct )?conversations\b/i, 6]],
};

/** Words that show that a field speaks of a part of the conversation, not of the conversation itself. */
const foreign = /\b(participant|message|communication|agent|operator|profile|account|configuration)s?\b/;

const conversation = /\bconversations?\b/;

/**
 * Roles whose bare names say nothing by themselves: `Id` is the id, and `Count` counts the rows, of whatever stands
 * before it. A channel, a language or a sentiment is one of the conversation's in every cube.
 */
const ofItsThing: readonly RoleName[] = ["id", "time", "status", "count"];

/** Names that say that the field is something else, whatever its description mentions. */
const elsewise: readonly [pattern: RegExp, except?: RoleName][] = [
  [foreign],
  [/\b(ids?|sids?)$/, "id"],
  [/\b(count|total|number|score|confidence)$/, "count"],
  [/\b(updated|modified|ended|closed|end|last|duration|wait|reason|explanation|summary|version)\b/],
];

function best(rules: readonly Rule[], text: string): number {
  return Math.max(0, ...rules.filter(([pattern]) => pattern.test(text)).map(([, points]) => points));
}

function typePoints(role: RoleName, type: string): number {
  const isTime = /time|date/.test(type);
  const isNumber = /^(number|int|integer|float|double|decimal|long)/.test(type);
  if (role === "time") return isTime ? 3 : type === "" ? 0 : /string/.test(type) ? -1 : -6;
  if (role === "count") return isNumber || type === "" ? 1 : 0;
  return isTime || isNumber ? -6 : 0;
}

function descriptionPoints(role: RoleName, { name, description }: Dimension | Measure): number {
  const words = fieldWords(name);
  const isElse = elsewise.some(([pattern, except]) => role !== except && pattern.test(words));
  return isElse ? 0 : best(descriptionRules[role], description ?? "");
}

/**
 * How well a field fits a role: the better of its name and its description, then its type. 0 or less is no fit.
 * A name that is qualified by a part of the conversation (`Participant.Status`) loses points, or does not fit at all
 * where it would be the part's own.
 */
export function fitness(role: RoleName, field: Dimension | Measure): number {
  const words = fieldWords(field.name);
  const points = Math.max(best(nameRules[role], words), descriptionPoints(role, field));
  if (points === 0) return 0;
  const isForeign = foreign.test(qualifierWords(field.name));
  if (isForeign && ofItsThing.includes(role) && !conversation.test(words)) return 0;
  return points + typePoints(role, (field.type ?? "").toLowerCase()) - (isForeign ? 4 : 0);
}

/**
 * Whether a field can play a role for conversations that are rows of another cube. `Turn.Id` and `Turn.Count` are of
 * turns: they need the conversation in their name.
 */
export function fitsElsewhere(role: RoleName, { name }: Dimension | Measure): boolean {
  return !ofItsThing.includes(role) || conversation.test(`${qualifierWords(name)} ${fieldWords(name)}`);
}

/**
 * How much a cube looks like the one with one row per conversation. A cube that says that it is outweighs one that
 * offers a role or two more: elsewhere a conversation would be listed, and counted, several times.
 */
export function cubePoints(cube: Cube): number {
  const words = fieldWords(cube.name);
  const per = /\b(?:one|a|single) (?:row|record) (?:per|for each) (.+)/i.exec(cube.description ?? "")?.[1];
  let points = 0;
  if (per) points += /^conversation(?!\w| (and|per|participant|operator|message)\b)/i.test(per) ? 20 : -10;
  if (/^conversations?( summary| summaries)?$/.test(words)) points += 3;
  if (foreign.test(words)) points -= 4;
  return points;
}
