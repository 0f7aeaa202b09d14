import { type FieldOverrides, type RoleName, roleNames } from "./account.ts";
import { cubePoints, fitness, fitsElsewhere } from "./field-scores.ts";
import { fieldLabel, fieldWords, type Grain, grains, qualifierWords, splitGrain } from "./field-words.ts";
import type { Cube, Dimension, Measure, Metadata } from "./metadata.ts";

/** A filter that has to hold for a role's field to mean what the role says, e.g. the operator's name is Sentiment. */
export type RoleCondition = { field: string; values: string[] };

/** The field that plays a role in this account. */
export type FieldRole = { field: string; label: string; cube: string; condition?: RoleCondition };

/** The conversation's created time: the field for filters, the one to show, and the field of each grain. */
export type TimeRole = FieldRole & {
  /** A dimension that can be selected to show the time: the plain field where it is listed, else its finest grain. */
  shown: string;
  grains: Partial<Record<Grain, string>>;
};

export type Roles = {
  id?: FieldRole;
  time?: TimeRole;
  channel?: FieldRole;
  language?: FieldRole;
  sentiment?: FieldRole;
  status?: FieldRole;
  /** The measure that counts conversations. */
  count?: FieldRole;
};

/** The roles of one account, the roles that no field plays, and the overrides that name a field it does not list. */
export type FieldRoles = {
  /** The cube that most roles come from: the one with a row per conversation where there is one. */
  cube: string | undefined;
  roles: Roles;
  missing: RoleName[];
  badOverrides: { role: RoleName; value: string }[];
};

type Candidate = { cube: Cube; field: Dimension | Measure; points: number };

const weakest = 4;
const otherCubePenalty = 3;

function fieldsFor(role: RoleName, cube: Cube): (Dimension | Measure)[] {
  return role === "count" ? cube.measures : cube.dimensions;
}

function candidates(role: RoleName, cube: Cube): Candidate[] {
  return fieldsFor(role, cube)
    .map((field) => ({ cube, field, points: fitness(role, field) }))
    .filter((candidate) => candidate.points >= weakest);
}

/** The best candidate; among equals the one listed first, so that the same metadata always gives the same roles. */
function strongest(list: Candidate[]): Candidate | undefined {
  return list.reduce<Candidate | undefined>((a, b) => (a && a.points >= b.points ? a : b), undefined);
}

/** The cube that holds the most of the roles; what only one cube can offer (id, count) weighs as much as its fit. */
function homeCube(metadata: Metadata): Cube | undefined {
  const scored = metadata.cubes.map((cube) => ({
    cube,
    points:
      cubePoints(cube) +
      roleNames.reduce((sum, role) => sum + Math.max(0, strongest(candidates(role, cube))?.points ?? 0), 0),
  }));
  return scored.reduce<(typeof scored)[number] | undefined>((a, b) => (a && a.points >= b.points ? a : b), undefined)
    ?.cube;
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
function operatorSentiment(metadata: Metadata): { candidate: Candidate; condition?: RoleCondition } | undefined {
  for (const cube of metadata.cubes) {
    const own = cube.dimensions.filter(({ name }) =>
      /operator/.test(`${fieldWords(cube.name)} ${qualifierWords(name)}`),
    );
    const label = firstNamed(own, labelWords);
    if (!label) continue;
    const name = firstNamed(own, operatorWords);
    const candidate = { cube, field: label, points: weakest };
    return name ? { candidate, condition: { field: name.name, values: ["Sentiment"] } } : { candidate };
  }
  return undefined;
}

function asRole({ cube, field }: Candidate, condition?: RoleCondition): FieldRole {
  const role = { field: splitGrain(field.name).base, label: fieldLabel(splitGrain(field.name).base), cube: cube.name };
  return condition ? { ...role, condition } : role;
}

function asTimeRole(candidate: Candidate): TimeRole {
  const role = asRole(candidate);
  const listed = new Map(
    candidate.cube.dimensions
      .map((field) => ({ name: field.name, ...splitGrain(field.name) }))
      .filter(({ base }) => base === role.field)
      .map(({ name, grain }) => [grain ?? "plain", name] as const),
  );
  const own: TimeRole["grains"] = {};
  for (const grain of grains) {
    const name = listed.get(grain);
    if (name) own[grain] = name;
  }
  const shown = listed.get("plain") ?? listed.get("second") ?? listed.get("minute") ?? own.hour ?? own.day;
  return { ...role, shown: shown ?? candidate.field.name, grains: own };
}

/** Splits at the first sign; undefined behind it where the text has none. */
function cutAt(text: string, sign: string): [before: string, after: string | undefined] {
  const place = text.indexOf(sign);
  return place < 0 ? [text.trim(), undefined] : [text.slice(0, place).trim(), text.slice(place + 1).trim()];
}

function findListed(metadata: Metadata, role: RoleName, name: string): Candidate | undefined {
  for (const cube of metadata.cubes) {
    const field = fieldsFor(role, cube).find((one) => one.name === name || splitGrain(one.name).base === name);
    if (field) return { cube, field, points: 0 };
  }
  return undefined;
}

/**
 * What an override names: `Field`, or `Field | ConditionField = Value` for a role that needs a condition. Undefined
 * when it is written otherwise or names a field that the metadata does not list.
 */
function readOverride(metadata: Metadata, role: RoleName, text: string): Found | undefined {
  const [name, conditionText] = cutAt(text, "|");
  const candidate = findListed(metadata, role, name);
  if (!candidate || conditionText === undefined) return candidate && { candidate };
  const [field, value] = cutAt(conditionText, "=");
  const isListed = metadata.cubes.some(({ dimensions }) => dimensions.some((one) => one.name === field));
  return isListed && value ? { candidate, condition: { field, values: [value] } } : undefined;
}

type Found = { candidate: Candidate; condition?: RoleCondition };

function discover(metadata: Metadata, role: RoleName, home: Cube | undefined): Found | undefined {
  const all = metadata.cubes.flatMap((cube) => {
    if (cube === home) return candidates(role, cube);
    const fitting = candidates(role, cube).filter(({ field }) => fitsElsewhere(role, field));
    return fitting.map((one) => ({ ...one, points: one.points - otherCubePenalty }));
  });
  const candidate = strongest(all.filter((one) => one.points >= weakest));
  if (candidate) return { candidate };
  return role === "sentiment" ? operatorSentiment(metadata) : undefined;
}

/**
 * Finds the field that plays each role in an account. The names of the beta drift, so each role is found by the words
 * of the field's name, its description, its type and its cube, preferring one cube with one row per conversation.
 *
 * @param overrides what the deployer named; the value `none` leaves a role out, one that cannot be read or names a field
 * that the metadata does not list leaves it out too and is reported in `badOverrides`.
 */
export function findFields(metadata: Metadata, overrides: FieldOverrides = {}): FieldRoles {
  const home = homeCube(metadata);
  const result: FieldRoles = { cube: home?.name, roles: {}, missing: [], badOverrides: [] };
  for (const role of roleNames) {
    const override = overrides[role]?.trim();
    let found: Found | undefined;
    if (!override) {
      found = discover(metadata, role, home);
    } else if (override !== "none") {
      found = readOverride(metadata, role, override);
      if (!found) result.badOverrides.push({ role, value: override });
    }
    if (!found) result.missing.push(role);
    else if (role === "time") result.roles.time = asTimeRole(found.candidate);
    else result.roles[role] = asRole(found.candidate, found.condition);
  }
  return result;
}
