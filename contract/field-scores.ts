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
    [/^conversations? count$/, 11],
    [/^(count of |number of |total |unique )conversations$/, 11],
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
const foreignQualifier = /\b(participant|message|communication|agent|operator|profile|account|configuration)s?\b/;

function best(rules: readonly Rule[], text: string): number {
  return Math.max(0, ...rules.filter(([pattern]) => pattern.test(text)).map(([, points]) => points));
}

function typePoints(role: RoleName, type: string): number {
  const isTime = /time|date/.test(type);
  const isNumber = /^(number|int|integer|float|double|decimal|long)/.test(type);
  if (role === "time") return isTime ? 3 : /string/.test(type) ? -1 : -6;
  if (role === "count") return isNumber || type === "" ? 1 : 0;
  return isTime || isNumber ? -6 : 0;
}

/**
 * How well a field fits a role: the better of its name and its description, then its type. 0 or less is no fit.
 * Roles of the conversation lose points when the name is qualified by a part of it (`Participant.Status`).
 */
export function fitness(role: RoleName, field: Dimension | Measure): number {
  const points = Math.max(
    best(nameRules[role], fieldWords(field.name)),
    best(descriptionRules[role], field.description ?? ""),
  );
  if (points === 0) return 0;
  const foreign = foreignQualifier.test(qualifierWords(field.name)) ? 4 : 0;
  return points + typePoints(role, (field.type ?? "").toLowerCase()) - foreign;
}

/** How much a cube looks like the one with one row per conversation. */
export function cubePoints(cube: Cube): number {
  const words = fieldWords(cube.name);
  let points = 0;
  if (/\b(one|a|single) (row|record) (per|for each) conversation\b/i.test(cube.description ?? "")) points += 6;
  if (/^conversations?( summary| summaries)?$/.test(words)) points += 3;
  if (foreignQualifier.test(words)) points -= 4;
  return points;
}
