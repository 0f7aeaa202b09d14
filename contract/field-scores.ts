import { isFlagType, isNumberType, isTimeType } from "./field-types.ts";
import { qualifierWords } from "./field-words.ts";
import type { Cube, Dimension, Measure } from "./metadata.ts";
import { plainWords } from "./plain-words.ts";
import type { Rule } from "./roles/role.ts";
import { type RoleName, roles } from "./roles.ts";

/** Words that show that a field speaks of a part of the conversation, not of the conversation itself. */
const foreign = /^(participant|message|communication|agent|operator|profile|account|configuration)s?$/;

/** Whether words speak of a part of the conversation, other than what the role itself is about. */
function isForeign(words: string, role?: RoleName): boolean {
  const own: readonly string[] = role ? roles[role].speaksOf : [];
  return words.split(" ").some((word) => foreign.test(word) && !own.includes(word.replace(/s$/, "")));
}

const conversation = /\bconversations?\b/;

/** Names that say that the field is something else, whatever its description mentions, but for the roles behind them. */
const otherMeanings: readonly [pattern: RegExp, ...except: RoleName[]][] = [
  [/\b(ids?|sids?)$/, "id", "agent", "customer"],
  [/\b(count|total|number|score|confidence)$/, "count"],
  [/\bduration\b/, "duration"],
  [/\b(updated|modified|ended|closed|end|last|wait|reason|explanation|summary|version)\b/],
];

function best(rules: readonly Rule[], text: string): number {
  return Math.max(0, ...rules.filter(([pattern]) => pattern.test(text)).map(([, points]) => points));
}

function typePoints(role: RoleName, type: string | null | undefined): number {
  const isTime = isTimeType(type);
  const isNumber = isNumberType(type);
  const { value, playedBy } = roles[role];
  // A time may be a number since 1970, or text.
  if (value === "time") return isTime ? 3 : !type ? 0 : isNumber ? -3 : /string/i.test(type) ? -1 : -6;
  // The account's word for a measure's type says little; a dimension of text is no number to draw or to compare.
  if (value === "number") return isNumber || !type ? 1 : playedBy === "measure" ? 0 : -12;
  return isTime || isNumber || isFlagType(type) ? -6 : 0;
}

/** Whether a field's name says that it is something else than the role, whatever its description or type. */
export function hasOtherMeaning(role: RoleName, name: string): boolean {
  const words = plainWords(name);
  return (
    isForeign(words, role) ||
    otherMeanings.some(([pattern, ...except]) => !except.includes(role) && pattern.test(words))
  );
}

/** Whether a bare name stands behind a part of the conversation, so that it would be the part's own. */
export function belongsToPart(role: RoleName, name: string): boolean {
  return roles[role].dependsOnEntity && isForeign(qualifierWords(name), role) && !conversation.test(plainWords(name));
}

function descriptionPoints(role: RoleName, { name, description }: Dimension | Measure): number {
  return hasOtherMeaning(role, name) ? 0 : best(roles[role].descriptions, description ?? "");
}

/** The points of a name, which for a role that is no thing's own may begin before the full stop: `Sentiment.Label`. */
function namePoints(role: RoleName, name: string): number {
  const { names, dependsOnEntity } = roles[role];
  const own = best(names, plainWords(name));
  return dependsOnEntity ? own : Math.max(own, best(names, `${qualifierWords(name)} ${plainWords(name)}`));
}

/**
 * How well a field fits a role: the better of its name and its description, then its type. 0 or less is no fit.
 * A name that is qualified by a part of the conversation (`Participant.Status`) loses points, or does not fit at all
 * where it would be the part's own.
 */
export function fitness(role: RoleName, field: Dimension | Measure): number {
  const points = Math.max(namePoints(role, field.name), descriptionPoints(role, field));
  if (points === 0 || belongsToPart(role, field.name)) return 0;
  const penalty = isForeign(qualifierWords(field.name), role) ? 4 : 0;
  return points + typePoints(role, field.type) - penalty;
}

/**
 * Whether a field can play a role for conversations that are rows of another cube. `Turn.Id` and `Turn.Count` are of
 * turns: they need the conversation in their name.
 */
export function fitsOtherCube(role: RoleName, { name }: Dimension | Measure): boolean {
  return !roles[role].dependsOnEntity || conversation.test(`${qualifierWords(name)} ${plainWords(name)}`);
}

/**
 * How much a cube looks like the one with one row per conversation. A cube that says that it is outweighs one that
 * offers a role or two more: elsewhere a conversation would be listed, and counted, several times.
 */
export function cubePoints(cube: Cube): number {
  const words = plainWords(cube.name);
  const per = /\b(?:one|a|single) (?:row|record) (?:per|for each) (.+)/i.exec(cube.description ?? "")?.[1];
  let points = 0;
  if (per) points += /^conversation(?!\w| (and|per|participant|operator|message)\b)/i.test(per) ? 20 : -10;
  if (/^conversations?( summary| summaries)?$/.test(words)) points += 3;
  if (isForeign(words)) points -= 4;
  return points;
}
