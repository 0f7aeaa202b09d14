import type { Roles } from "../../contract/fields.ts";
import type { Row } from "../../contract/page.ts";
import type { FilterLeaf } from "../../contract/query.ts";
import { perCubeRole } from "../../contract/roles.ts";
import { InsightsError } from "../api/errors.ts";
import { cellMembers, valueKey } from "../format/values.ts";
import { type Chosen, type FilterRole, filterRoles } from "../view/view.ts";
import { t } from "../words/words.ts";
import type { Breakdown, BreakdownEntry, Population } from "./breakdown.ts";

/** One row of the small cube: how many conversations have exactly these values. No member means not set. */
export type CubeGroup = { count: number; members: Record<FilterRole, readonly string[]> };

/**
 * The count in a cell. Accounts send it as a number or as a text of one, e.g. `3.974e+03`.
 * @throws InsightsError for anything else: a chart must not guess.
 */
export function readCount(row: Row, field: string): number {
  const cell = row[field];
  const count = typeof cell === "string" && /^\d+(\.\d*)?(e[+-]?\d+)?$/i.test(cell.trim()) ? Number(cell) : cell;
  // Above 2^53 a double no longer counts by one, and a count cannot be negative.
  if (typeof count === "number" && Number.isSafeInteger(count) && count >= 0) return count;
  throw new InsightsError("contract", () => t("errors.detail.count", { field }));
}

/** The count of a query without dimensions: one row, or none where nothing matches. */
export function singleCount(rows: readonly Row[], { count }: Roles): number {
  const [row] = rows;
  return row && count ? readCount(row, count.field) : 0;
}

/** Reads the members of each role from a row; roles that the row does not hold have none. */
export function readMembers(row: Row, roles: Roles): CubeGroup["members"] {
  const of = (role: FilterRole) => {
    const field = roles[role]?.field;
    return field ? cellMembers(row[field]) : [];
  };
  return perCubeRole(of);
}

/** Reads the rows of the small cube. @throws InsightsError when a count cannot be read. */
export function readCube(rows: readonly Row[], roles: Roles): CubeGroup[] {
  const count = roles.count?.field;
  return count ? rows.map((row) => ({ count: readCount(row, count), members: readMembers(row, roles) })) : [];
}

/**
 * Whether an answer shows by itself that it leaves no conversation out: an account that sends an array does not take
 * arrays apart. A row of what is not set shows nothing: an account may send one for nulls and none for empty arrays.
 */
export function provesWhole(rows: readonly Row[], fields: readonly string[]): boolean {
  return rows.some((row) => fields.some((field) => Array.isArray(row[field])));
}

/** Every raw value of a role that occurs. */
export function valuesOf(role: FilterRole, groups: readonly CubeGroup[]): string[] {
  return [...new Set(groups.flatMap(({ members }) => members[role]))];
}

/** The leaf of those that have any value of a role, as far as its values are known. */
export function anyValueLeaf(field: string, role: FilterRole, groups: readonly CubeGroup[]): FilterLeaf {
  return { op: "IN", field, values: valuesOf(role, groups) };
}

function matches(group: CubeGroup, chosen: Chosen, except: FilterRole | undefined): boolean {
  return filterRoles.every((role) => {
    const values = chosen[role];
    return role === except || values.length === 0 || group.members[role].some((one) => values.includes(one));
  });
}

/** The groups that have a chosen value in every role with a choice, as the query's IN filters have it. */
export function filterGroups(groups: readonly CubeGroup[], chosen: Chosen, except?: FilterRole): CubeGroup[] {
  return groups.filter((group) => matches(group, chosen, except));
}

export function totalOf(groups: readonly CubeGroup[]): number {
  return groups.reduce((sum, group) => sum + group.count, 0);
}

function byCount(a: BreakdownEntry, b: BreakdownEntry): number {
  return b.count - a.count || (a.key < b.key ? -1 : 1);
}

/**
 * Splits groups by one role: each conversation once for each different value it has, the population once for each
 * conversation. Two spellings of one value in one conversation count once.
 */
export function breakDown(role: FilterRole, groups: readonly CubeGroup[], kind: Population["kind"] = "all"): Breakdown {
  const entries = new Map<string, { spellings: Set<string>; count: number }>();
  let notSet = 0;
  let overlap = false;
  for (const group of groups) {
    const members = group.members[role];
    const keys = new Set(members.map(valueKey));
    if (keys.size === 0) notSet += group.count;
    if (keys.size > 1 && group.count > 0) overlap = true;
    for (const key of keys) {
      const entry = entries.get(key) ?? { spellings: new Set<string>(), count: 0 };
      entry.count += group.count;
      for (const member of members) if (valueKey(member) === key) entry.spellings.add(member);
      entries.set(key, entry);
    }
  }
  const list = [...entries].map(([key, { spellings, count }]) => ({ key, spellings: [...spellings].sort(), count }));
  return { role, population: { kind, count: totalOf(groups) }, entries: list.sort(byCount), notSet, overlap };
}
