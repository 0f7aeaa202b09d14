import type { Sentence } from "../../contract/messages/sentence.ts";
import type { FilterGroup, FilterLeaf, InsightsQueryRequest, OrderBy } from "../../contract/query.ts";
import { cubeRoles } from "../../contract/roles.ts";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import { hasWholeHours } from "./regrain.ts";
import type { Shape } from "./shape.ts";
import { boundInstant, type Known } from "./split-filters.ts";

/** A count that the account cannot make: it is counted from rows, which are asked for by this query. */
export type CountPlan = {
  canonical: InsightsQueryRequest;
  rows: InsightsQueryRequest;
  left: FilterGroup[];
  why: Sentence;
  /** Whether the account counts the conversations, and only their groups not apart. */
  isOfGroups: boolean;
};

/** Whether buckets of time can be made from the times in rows, which may be cut to hours of UTC themselves. */
function canBucket(canonical: InsightsQueryRequest, { roles: { time }, grains }: Shape): boolean {
  if (!time || !grains.has(time.shown)) return true;
  const zone = canonical.properties?.timezone ?? "UTC";
  return time.shown === time.grains.hour && (zone === "UTC" || hasWholeHours(zone, canonical));
}

/** What is done where rows have no more of small groups than counts have: groups are taken as they come. */
export const keptGroups = "kept";

/** Whether a query counts conversations by something that the account bundles, and that rows can be counted by as well. */
export function hidesGroups(canonical: InsightsQueryRequest, known: Known, shape: Shape): boolean {
  const found = known.find("small-groups");
  if (!found || found.value === keptGroups) return false;
  const { measures = [], dimensions = [] } = canonical.query;
  const { roles, grains } = shape;
  const isCount = measures.length === 1 && measures[0] === roles.count?.field && roles.id !== undefined;
  const isByTime = dimensions.some((field) => grains.has(field));
  return isCount && dimensions.length > 0 && (!isByTime || canBucket(canonical, shape));
}

/** The field of rows that a dimension is counted by. The one that filters by time may be one that cannot be asked for. */
export function plainField(field: string, { roles: { time }, grains }: Shape): string {
  const base = grains.get(field);
  return base !== undefined && base === time?.field ? time.shown : (base ?? field);
}

/** What is asked for of every row, whatever it is counted by. */
export function plainDimensions({ roles: { id, time } }: Shape): string[] {
  return [...(id ? [id.field] : []), ...(time ? [time.shown] : [])];
}

/** A count from rows: only the count of conversations can be made from them, and only where they have ids. */
export function countPlan(
  canonical: InsightsQueryRequest,
  unasked: readonly FilterLeaf[],
  shape: Shape,
  why: Sentence,
  known: Known,
): CountPlan {
  // The bounds of the time stay in the query of the rows: they end its reading.
  const left = unasked.filter((leaf) => !boundInstant(leaf));
  const { query } = canonical;
  const { roles, grains } = shape;
  const { id, time, count } = roles;
  const [measure, ...others] = query.measures ?? [];
  const isByTime = (query.dimensions ?? []).some((field) => grains.has(field));
  if (!id || measure !== count?.field || others.length > 0 || (isByTime && !canBucket(canonical, shape))) {
    throw earshotProblem("notCountable", sentence("dialectMeasure", { why }));
  }
  // Of all conversations nothing but ids and times is read: an account may leave out those that lack a value, and what is
  // counted of all is what everything else is held against. Else one reading serves every count of a view.
  const isOfAll = left.length === 0 && (query.dimensions ?? []).length === 0;
  const usual = (isOfAll ? [] : cubeRoles).flatMap((name) => {
    const role = roles[name];
    return role && role.cube === id.cube && !role.condition ? [role.field] : [];
  });
  const fields = [
    ...(query.dimensions ?? []).map((field) => plainField(field, shape)),
    ...left.map(({ field }) => field),
    ...usual,
  ];
  const dimensions = [...new Set([...plainDimensions(shape), ...fields.toSorted()])];
  const filters = (query.filters ?? [])
    .map((group) => ({ ...group, expressions: group.expressions.filter((leaf) => !left.includes(leaf)) }))
    .filter(({ expressions }) => expressions.length > 0);
  const orderBy: OrderBy[] = time ? [{ field: time.shown, direction: "DESC" }] : [];
  return {
    canonical,
    rows: {
      ...(canonical.domain === undefined ? {} : { domain: canonical.domain }),
      properties: { timezone: "UTC" },
      query: { dimensions, ...(filters.length > 0 ? { filters } : {}), ...(orderBy.length > 0 ? { orderBy } : {}) },
    },
    left: left.length > 0 ? [{ op: "AND", expressions: left }] : [],
    why,
    isOfGroups: left.length === 0 && hidesGroups(canonical, known, shape),
  };
}
