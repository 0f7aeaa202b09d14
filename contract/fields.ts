import type { FieldOverrides } from "./account.ts";
import { cubePoints, fitness, fitsOtherCube } from "./field-scores.ts";
import {
  fieldLabel,
  fieldWords,
  type Grain,
  grains,
  type KnownGrains,
  qualifierWords,
  splitGrain,
} from "./field-words.ts";
import { type FoundGrain, grainsOf } from "./grains.ts";
import type { Cube, Dimension, Measure, Metadata } from "./metadata.ts";
import { type RoleName, roleNames, roles } from "./roles.ts";
import { onlyCount, onlyTime } from "./type-guesses.ts";

/** A filter that has to hold for a role's field to mean what the role says, e.g. the operator's name is Sentiment. */
export type RoleCondition = { field: string; values: string[] };

/**
 * How a role's field was found: a person named it, the words of its name or description say it, or nothing but its type
 * does. The last is a guess, which is proven or shown as one.
 */
export type HowFound = "named" | "words" | "type";

/** The field that plays a role in this account. */
export type FieldRole = { field: string; label: string; cube: string; how: HowFound; condition?: RoleCondition };

/** The conversation's created time: the field for filters, the one to show, and the field of each grain. */
export type TimeRole = FieldRole & {
  /** A dimension that can be selected to show the time: the plain field where it is listed, else its finest grain. */
  shown: string;
  grains: Partial<Record<Grain, string>>;
};

/** The field of each role that one plays. */
export type Roles = { [Name in RoleName]?: Name extends "time" ? TimeRole : FieldRole };

/** The roles of one account, the roles that no field plays, and the overrides that name a field it does not list. */
export type FieldRoles = {
  /** The cube that most roles come from: the one with a row per conversation where there is one. */
  cube: string | undefined;
  roles: Roles;
  missing: RoleName[];
  badOverrides: { role: RoleName; value: string }[];
  /** The grains of times that are written otherwise than `X.day`; for `splitGrain`. */
  grains: KnownGrains;
  /** Of missing roles: the field that would play the role, did the account's API not refuse it. */
  refused?: Partial<Record<RoleName, string>>;
};

/**
 * Whether a role's field is asked for on its own: it would leave conversations out, or stands in another cube, and
 * whether an account takes fields of two cubes in one query is known only when it has.
 */
export function standsApart({ cube, condition }: FieldRole, { cube: home }: Pick<FieldRoles, "cube">): boolean {
  return condition !== undefined || cube !== home;
}

type Candidate = { cube: Cube; field: Dimension | Measure; points: number };

/** A person named it, or its words or its type tell. */
type Found = { candidate: Candidate; how: HowFound; condition?: RoleCondition };

const weakest = 4;
const otherCubePenalty = 3;

function fieldsFor(role: RoleName, cube: Cube): (Dimension | Measure)[] {
  return roles[role].playedBy === "measure" ? cube.measures : cube.dimensions;
}

function candidates(role: RoleName, cube: Cube, known: KnownGrains): Candidate[] {
  return fieldsFor(role, cube)
    .map((field) => ({ cube, field, points: fitness(role, { ...field, name: splitGrain(field.name, known).base }) }))
    .filter((candidate) => candidate.points >= weakest);
}

/** The best candidate; among equals the one listed first, so that the same metadata always gives the same roles. */
function strongest(list: Candidate[]): Candidate | undefined {
  return list.reduce<Candidate | undefined>((a, b) => (a && a.points >= b.points ? a : b), undefined);
}

/** An agent or a duration may be one of each part of a conversation. */
const marking = roleNames.filter((role) => roles[role].marksCube);

/**
 * The cube that holds the most of the roles that mark it; what only one cube can offer (id, count) weighs as much as its fit. It is
 * clear where no other cube looks as good.
 */
function homeCube({ cubes }: Metadata, known: KnownGrains): { cube: Cube | undefined; isClear: boolean } {
  const scored = cubes.map((cube) => ({
    cube,
    points:
      cubePoints(cube) +
      marking.reduce((sum, role) => sum + Math.max(0, strongest(candidates(role, cube, known))?.points ?? 0), 0),
  }));
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (a, b) => (a && a.points >= b.points ? a : b),
    undefined,
  );
  return { cube: best?.cube, isClear: scored.filter(({ points }) => points === best?.points).length === 1 };
}

/** The dimension whose words come first in the list. */
function firstNamed(dimensions: readonly Dimension[], words: readonly string[]): Dimension | undefined {
  for (const one of words) {
    const found = dimensions.find(({ name }) => fieldWords(name) === one);
    if (found) return found;
  }
  return undefined;
}

const labelWords = ["label", "value", "result"];
const operatorWords = ["operator name", "operator display name", "display name", "name"];

/** In accounts where sentiment is one operator's label, that label counts only beside the operator's name. */
function operatorSentiment(metadata: Metadata): Found | undefined {
  for (const cube of metadata.cubes) {
    const own = cube.dimensions.filter(({ name }) =>
      /operator/.test(`${fieldWords(cube.name)} ${qualifierWords(name)}`),
    );
    const label = firstNamed(own, labelWords);
    if (!label) continue;
    const name = firstNamed(own, operatorWords);
    const found: Found = { candidate: { cube, field: label, points: weakest }, how: "words" };
    return name ? { ...found, condition: { field: name.name, values: ["Sentiment"] } } : found;
  }
  return undefined;
}

function asRole({ candidate: { cube, field }, how, condition }: Found, known: KnownGrains): FieldRole {
  const { base } = splitGrain(field.name, known);
  const role = { field: base, label: fieldLabel(base), cube: cube.name, how };
  return condition ? { ...role, condition } : role;
}

function asTimeRole(found: Found, known: KnownGrains): TimeRole {
  const role = asRole(found, known);
  const { cube, field } = found.candidate;
  const listed = new Map(
    cube.dimensions
      .map(({ name }) => ({ name, ...splitGrain(name, known) }))
      .filter(({ base }) => base === role.field)
      .map(({ name, grain }) => [grain ?? "plain", name] as const),
  );
  const own: TimeRole["grains"] = {};
  for (const grain of grains) {
    const name = listed.get(grain);
    if (name) own[grain] = name;
  }
  const plain = listed.get("plain");
  const shown = plain ?? listed.get("second") ?? listed.get("minute") ?? own.hour ?? own.day ?? field.name;
  // `X` of `X.hour` is a field by Twilio's documentation, listed or not. Of `XHour` nobody says so.
  const isKnown = plain !== undefined || !known.has(shown);
  return { ...role, field: isKnown ? role.field : shown, shown, grains: own };
}

/** Splits at the first sign; undefined behind it where the text has none. */
function cutAt(text: string, sign: string): [before: string, after: string | undefined] {
  const place = text.indexOf(sign);
  return place < 0 ? [text.trim(), undefined] : [text.slice(0, place).trim(), text.slice(place + 1).trim()];
}

function findListed({ cubes }: Metadata, role: RoleName, name: string, known: KnownGrains): Candidate | undefined {
  for (const cube of cubes) {
    const field = fieldsFor(role, cube).find((one) => one.name === name || splitGrain(one.name, known).base === name);
    if (field) return { cube, field, points: 0 };
  }
  return undefined;
}

/**
 * What an override names: `Field`, or `Field | ConditionField = Value` for a role that needs a condition. Undefined
 * when it is written otherwise or names a field that the metadata does not list.
 */
function readOverride(metadata: Metadata, role: RoleName, text: string, known: KnownGrains): Found | undefined {
  const [name, conditionText] = cutAt(text, "|");
  const candidate = findListed(metadata, role, name, known);
  if (!candidate || conditionText === undefined) return candidate && { candidate, how: "named" };
  const [field, value] = cutAt(conditionText, "=");
  const isListed = metadata.cubes.some(({ dimensions }) => dimensions.some((one) => one.name === field));
  return isListed && value ? { candidate, how: "named", condition: { field, values: [value] } } : undefined;
}

function byType(role: RoleName, home: Cube, known: KnownGrains): Found | undefined {
  const field = role === "time" ? onlyTime(home, known) : role === "count" ? onlyCount(home) : undefined;
  return field && { candidate: { cube: home, field, points: 0 }, how: "type" };
}

function discover(
  metadata: Metadata,
  role: RoleName,
  home: ReturnType<typeof homeCube>,
  known: KnownGrains,
): Found | undefined {
  const all = metadata.cubes.flatMap((cube) => {
    if (cube === home.cube) return candidates(role, cube, known);
    const fitting = candidates(role, cube, known).filter(({ field }) => fitsOtherCube(role, field));
    return fitting.map((one) => ({ ...one, points: one.points - otherCubePenalty }));
  });
  const candidate = strongest(all.filter((one) => one.points >= weakest));
  if (candidate) return { candidate, how: "words" };
  if (role === "sentiment") return operatorSentiment(metadata);
  return home.cube && home.isClear ? byType(role, home.cube, known) : undefined;
}

/**
 * Finds the field that plays each role in an account. The names of the beta drift, so each role is found by the words
 * of the field's name, its description, its type and its cube, preferring one cube with one row per conversation. What
 * no words tell is guessed by its type, where only one field can be meant.
 *
 * @param overrides what a person named; the value `none` leaves a role out, one that cannot be read or names a field
 * that the metadata does not list leaves it out too and is reported in `badOverrides`. A named id decides the cube.
 * @param foundGrains grains that were found by their values.
 */
export function findFields(
  metadata: Metadata,
  overrides: FieldOverrides = {},
  foundGrains: readonly FoundGrain[] = [],
): FieldRoles {
  const known = grainsOf(metadata, foundGrains);
  const named = overrides.id === undefined ? undefined : readOverride(metadata, "id", overrides.id.trim(), known);
  const home = named ? { cube: named.candidate.cube, isClear: true } : homeCube(metadata, known);
  const result: FieldRoles = { cube: home.cube?.name, roles: {}, missing: [], badOverrides: [], grains: known };
  for (const role of roleNames) {
    const override = overrides[role]?.trim();
    let found: Found | undefined;
    if (!override) {
      found = discover(metadata, role, home, known);
    } else if (override !== "none") {
      found = readOverride(metadata, role, override, known);
      if (!found) result.badOverrides.push({ role, value: override });
    }
    if (!found) result.missing.push(role);
    else if (role === "time") result.roles.time = asTimeRole(found, known);
    else result.roles[role] = asRole(found, known);
  }
  return result;
}
