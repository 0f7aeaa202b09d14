import type { PageMarks } from "../../contract/page.ts";
import {
  type FilterGroup,
  type FilterLeaf,
  type InsightsQueryRequest,
  isNotSet,
  type OrderBy,
  type QueryDefinition,
} from "../../contract/query.ts";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import { type CountPlan, countPlan, hidesGroups } from "./count-plan.ts";
import type { SentQuery } from "./ladder.ts";
import { inParts, longLeaf } from "./long-values.ts";
import { withNeededRange } from "./needed-range.ts";
import { countNotes, notesOf, whyCounted } from "./plan-words.ts";
import { misreadsZone, type RegrainPlan, regrainPlan } from "./regrain.ts";
import type { Shape } from "./shape.ts";
import { boundInstant, type Known, leavesIn, leavesOf, type SpelledLists, splitFilters } from "./split-filters.ts";

/** How a query is asked of an account, and what is left to be done with its rows. */
export type Plan = {
  /** What was asked for, in the one form that the browser and exports use. */
  canonical: InsightsQueryRequest;
  /** What is asked instead, one after the other: the rows of the second follow those of the first. */
  sent: SentQuery[];
  /** Comparisons that the account does not take: rows that do not fit are left out here. */
  left: FilterGroup[];
  /** Fields beyond what one query of the account takes; they are asked for by the ids of a page. */
  later: string[];
  /** The same for measures of conversations. */
  laterMeasures: string[];
  /** The instant before which no more rows can fit, where they come newest first. */
  until: { field: string; from: number } | undefined;
  marks: Pick<PageMarks, "notes" | "unsorted">;
  /** The one query goes out as it came, and nothing is left to be done. */
  isPlain: boolean;
};

/** The order without what the account refuses to put rows in order by. */
function takenOrder(orderBy: readonly OrderBy[], known: Known, refused: (field: string) => boolean) {
  const all = known.find("no-order") !== undefined;
  const taken = orderBy.filter(({ field }) => !all && !known.find("no-order-by", field) && !refused(field));
  return { taken, dropped: orderBy.filter((one) => !taken.includes(one)).map(({ field }) => field) };
}

function refusedField(field: string, known: Known): never {
  const beside = known.find("no-field", field) ? undefined : known.find("no-beside", field);
  const why = beside
    ? sentence("dialectBeside", { field, other: beside.value ?? "any" })
    : sentence("dialectField", { field });
  throw earshotProblem("refusedField", why);
}

/** Whether the account takes a field beside the others of a query. */
function isTakenBeside(field: string, all: readonly string[], known: Known): boolean {
  if (known.find("no-field", field)) return false;
  const refused = known.find("no-beside", field);
  if (!refused) return true;
  return refused.value === undefined ? all.every((one) => one === field) : !all.includes(refused.value);
}

/** Whether a query asks for rows of conversations, which can be looked at one by one, and not for figures of groups. */
function asksForRows({ query }: InsightsQueryRequest, { roles }: Shape): boolean {
  if ((query.measures ?? []).length === 0) return true;
  return roles.id !== undefined && (query.dimensions ?? []).includes(roles.id.field);
}

function untilOf(left: readonly FilterLeaf[], orderBy: readonly OrderBy[]): Plan["until"] {
  const [first] = orderBy;
  if (first?.direction !== "DESC") return undefined;
  for (const leaf of left) {
    const bound = boundInstant(leaf);
    if (bound?.op === "GT" && leaf.field === first.field) return { field: leaf.field, from: bound.ms };
  }
  return undefined;
}

/** The fields of a query that the account does not refuse. @throws ProblemError where it cannot do without one. */
function takenFields(canonical: InsightsQueryRequest, known: Known): { dimensions: string[]; measures: string[] } {
  const { dimensions = [], measures = [] } = canonical.query;
  const all = [...measures, ...dimensions];
  const isRefused = (field: string) => !isTakenBeside(field, all, known);
  // A time that cannot be selected may well be one to filter by: the range of a whole screen is asked for by it.
  const mayFilter = (leaf: FilterLeaf) => boundInstant(leaf) !== undefined && !known.find("no-filter", leaf.field);
  const refusedFilter = leavesOf(canonical).find((leaf) => known.find("no-field", leaf.field) && !mayFilter(leaf));
  if (refusedFilter) refusedField(refusedFilter.field, known);
  const taken = {
    dimensions: dimensions.filter((field) => !isRefused(field)),
    measures: measures.filter((field) => !isRefused(field)),
  };
  // Without its dimensions or its measures a query would be another one.
  const isOther = (own: readonly string[], left: readonly string[]) => own.length > 0 && left.length === 0;
  if (isOther(measures, taken.measures) || isOther(dimensions, taken.dimensions)) {
    refusedField(all.find(isRefused) ?? "", known);
  }
  return taken;
}

/** Whether a query asks for figures by days or the like of another zone than UTC. */
function isOfAnotherZone({ query, properties }: InsightsQueryRequest, { grains }: Shape): boolean {
  return (properties?.timezone ?? "UTC") !== "UTC" && (query.dimensions ?? []).some((field) => grains.has(field));
}

/** What stands around a query, as the account takes it. */
function wrapped(canonical: InsightsQueryRequest, known: Known, query: QueryDefinition): InsightsQueryRequest {
  const { domain, properties } = canonical;
  return {
    ...(domain === undefined || known.find("no-domain") ? {} : { domain }),
    ...(properties === undefined || known.find("no-properties") ? {} : { properties }),
    query,
  };
}

/** Whether nothing is known of the account, and nothing is asked that no account takes. */
function isTakenWhole(canonical: InsightsQueryRequest, known: Known): boolean {
  return known.findings().length === 0 && !leavesOf(canonical).some(isNotSet);
}

function asItCame(canonical: InsightsQueryRequest, pageSize: number | undefined): Plan {
  const marks = { notes: [], unsorted: [] };
  const sent = [{ request: canonical, pageSize }];
  return { canonical, sent, left: [], later: [], laterMeasures: [], until: undefined, marks, isPlain: true };
}

/** How many rows a page is asked for; undefined leaves it to the API. */
function takenSize(pageSize: number | undefined, known: Known): number | undefined {
  const { most, value } = known.find("page-size") ?? {};
  if (value === "none") return undefined;
  return pageSize === undefined || most === undefined ? (pageSize ?? most) : Math.min(pageSize, most);
}

/**
 * Writes a query as an account takes it, by what is known of the account.
 *
 * @param pageSize rows for a page, where the caller wants a number.
 * @param lists how filters on lists that are text are asked; such a filter is left to Earshot where that is not known.
 * @returns a plan for rows or figures that the account gives, or one to count them from rows.
 * @throws ProblemError where it cannot be had at all, e.g. because nothing is left of what was asked for.
 */
export function planQuery(
  canonical: InsightsQueryRequest,
  pageSize: number | undefined,
  known: Known,
  shape: Shape,
  lists?: SpelledLists,
): Plan | CountPlan | RegrainPlan {
  if (isTakenWhole(canonical, known)) return asItCame(canonical, pageSize);
  const { orderBy = [], dimensions: named = [] } = canonical.query;
  const { dimensions: wanted, measures: measured } = takenFields(canonical, known);
  const { asked: compared, left: unasked, rounded } = splitFilters(canonical, known, lists);
  const asked = withNeededRange(compared, known);
  const long = longLeaf(leavesIn(asked), known);
  const isRows = asksForRows(canonical, shape);
  // What rows are left out by is asked for beside their id.
  const apart = unasked.find(({ field }) => !isTakenBeside(field, [shape.roles.id?.field ?? "", ...wanted], known));
  if (apart) refusedField(apart.field, known);
  if (!isRows) {
    const isMisread = isOfAnotherZone(canonical, shape) && misreadsZone(known);
    const byHours = isMisread ? regrainPlan(canonical, shape) : undefined;
    if (byHours) return byHours;
    const why = whyCounted(unasked[0] ?? long?.leaf, isMisread, hidesGroups(canonical, known, shape));
    if (why) return countPlan(canonical, unasked, shape, why, known);
  }
  const left = isRows ? [...unasked, ...rounded] : unasked;

  const extra = [...new Set(left.map(({ field }) => field))].filter((field) => isRows && !wanted.includes(field));
  const needed = [...wanted, ...extra];
  const most = known.find("dimensions")?.most ?? Number.POSITIVE_INFINITY;
  const later = needed.length > most ? laterFields(needed, most, canonical, shape) : [];
  const dimensions = needed.filter((field) => !later.includes(field));
  const mostMeasures = known.find("measures")?.most ?? Number.POSITIVE_INFINITY;
  const measures = canJoin(canonical, shape) ? measured.slice(0, mostMeasures) : measured;
  const isAbsent = (field: string) => !dimensions.includes(field) && named.includes(field);
  const { taken, dropped } = takenOrder(orderBy, known, isAbsent);
  const base = wrapped(canonical, known, {
    ...(measures.length > 0 ? { measures } : {}),
    ...(dimensions.length > 0 ? { dimensions } : {}),
    ...(asked.length > 0 ? { filters: asked } : {}),
    ...(taken.length > 0 ? { orderBy: taken } : {}),
  });
  const parts = long ? inParts(base, long) : [base];
  const size = takenSize(pageSize, known);
  const sent = parts.map((request) => ({ request, pageSize: size }));
  // Groups are put in order by Earshot's own wish, so that their pages fit together; a person asks only for a measure's.
  // Nor did anyone ask for what breaks ties.
  const own = orderBy.slice(0, 1).flatMap(({ field }) => (isRows || measured.includes(field) ? [field] : []));
  // Queries that follow each other are each in order, and all of them are not.
  const shown =
    sent.length > 1
      ? own
      : dropped.filter((field) => own.includes(field) || (isRows && field === shape.roles.time?.shown));
  return {
    canonical,
    sent,
    left: left.length > 0 ? [{ op: "AND", expressions: left }] : [],
    later,
    laterMeasures: measured.slice(measures.length),
    until: untilOf(left, taken),
    marks: {
      notes: [...notesOf(unasked, sent.length, shown), ...countNotes(base.query, known, shape)],
      unsorted: shown,
    },
    isPlain:
      left.length + later.length + dropped.length + measured.length - measures.length === 0 &&
      sent.length === 1 &&
      wanted.length === named.length,
  };
}

/** Whether rows have ids, by which further cells can be joined to them. */
function canJoin({ query }: InsightsQueryRequest, { roles }: Shape): boolean {
  return roles.id !== undefined && (query.dimensions ?? []).includes(roles.id.field);
}

/** The fields that one query has no room for: never the id nor what rows are put in order by. */
function laterFields(
  needed: readonly string[],
  most: number,
  { query }: InsightsQueryRequest,
  { roles }: Shape,
): string[] {
  const id = roles.id?.field;
  if (id === undefined || !needed.includes(id) || (query.measures ?? []).length > 0) {
    throw earshotProblem("tooManyFields", sentence("dialectDimensions", { most }));
  }
  // What rows are left out by is joined before they are; only the order has to be asked for at once.
  const first = new Set([id, ...(query.orderBy ?? []).slice(0, 1).map(({ field }) => field)].slice(0, most));
  const kept = [...needed.filter((field) => first.has(field)), ...needed.filter((field) => !first.has(field))];
  return kept.slice(most);
}
