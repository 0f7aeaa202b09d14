import type { FilterLeaf, InsightsQueryRequest } from "../../../contract/query.ts";
import type { Catalogue, Dimension, Measure } from "../catalogue/types.ts";
import { badRequest } from "../http/errors.ts";
import { findDimension, findMeasure, usedCubes } from "./fields.ts";
import { hiddenTime, type OrderKey, orderKeys } from "./order.ts";
import { checkZone } from "./zone.ts";

export type PlannedLeaf = { dimension: Dimension; op: FilterLeaf["op"]; values: readonly string[]; path: string };
export type PlannedGroup = { op: "AND" | "OR"; leaves: readonly PlannedLeaf[] };

/** A query with its names looked up and checked. */
export type Plan = {
  dimensions: readonly Dimension[];
  measures: readonly Measure[];
  filters: readonly PlannedGroup[];
  order: readonly OrderKey[];
  /** How many of the order's first columns put rows in order that are not equal to the query. */
  asked: number;
  zone: string;
  joins: readonly string[];
  /** Conditions of cubes that are asked alone, and of selected dimensions. */
  conditions: readonly string[];
  /** The conversation's id is selected: its time and id may put the rows in order without being selected. */
  identified: boolean;
  /** Rows are parts of conversations in the conversations' own order, so a page needs only the next few of these. */
  windowed: boolean;
};

function planLeaf(catalogue: Catalogue, leaf: FilterLeaf, path: string): PlannedLeaf {
  const dimension = findDimension(catalogue, leaf.field, path, "filter");
  const values = leaf.values ?? [];
  if (values.length === 0)
    throw badRequest(`${path}: ${leaf.op} on '${leaf.field}' needs values`, { field: leaf.field });
  return { dimension, op: leaf.op, values, path };
}

function planFilters(catalogue: Catalogue, query: InsightsQueryRequest["query"]): PlannedGroup[] {
  return (query.filters ?? []).map((group, i) => ({
    op: group.op ?? "AND",
    leaves: group.expressions.map((leaf, j) => planLeaf(catalogue, leaf, `query.filters[${i}].expressions[${j}]`)),
  }));
}

function neededJoins(catalogue: Catalogue, fields: readonly (Dimension | Measure)[]): string[] {
  const wanted = new Set(fields.flatMap((field) => field.joins ?? []));
  return Object.keys(catalogue.joins).filter((name) => wanted.has(name));
}

/** Looks up every name of a query in the catalogue; what it does not know is a 400 that names it. */
export function planQuery(catalogue: Catalogue, request: InsightsQueryRequest): Plan {
  const { query } = request;
  const zone = request.properties?.timezone ?? "UTC";
  checkZone(zone);
  const dimensions = [...new Set(query.dimensions)].map((name, i) =>
    findDimension(catalogue, name, `query.dimensions[${i}]`, "select"),
  );
  const measures = [...new Set(query.measures)].map((name, i) => findMeasure(catalogue, name, `query.measures[${i}]`));
  const filters = planFilters(catalogue, query);
  const used = [...dimensions, ...measures, ...filters.flatMap((group) => group.leaves.map((leaf) => leaf.dimension))];
  const cubes = usedCubes(catalogue, used);
  const joins = neededJoins(catalogue, used);
  const identified = dimensions.some((one) => one.sql === catalogue.newest.id);
  const { order, asked } = orderKeys({ dimensions, measures, identified, orderBy: query.orderBy ?? [] });
  return {
    dimensions,
    measures,
    filters,
    order,
    asked,
    zone,
    joins,
    conditions: [
      ...(cubes.length === 1 ? cubes.flatMap((cube) => cube.alone ?? []) : []),
      ...dimensions.flatMap((one) => one.selectedWhere ?? []),
    ],
    identified,
    windowed: joins.length > 0 && order[0]?.column === hiddenTime,
  };
}
