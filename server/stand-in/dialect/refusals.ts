import type { FilterLeaf, InsightsQueryRequest } from "../../../contract/query.ts";
import type { Catalogue, Dimension, Measure } from "../catalogue/types.ts";
import { findDimension, findMeasure, usedCubes } from "../compile/fields.ts";
import { badRequest } from "../http/errors.ts";
import { askedLeaves, dimensionNamed, isList, isPart, mapDimensions, type Part } from "./fields.ts";
import type { Dialect, Hooks, MeasuredDialect } from "./types.ts";

/** Refuses queries for one of their comparisons, with a text about its operator and its field. */
function refuseLeaf(
  is: (leaf: FilterLeaf) => boolean,
  text: (leaf: FilterLeaf) => string,
): NonNullable<Hooks["refuse"]> {
  return (request, catalogue) => {
    const found = askedLeaves(request, catalogue).find(({ leaf }) => is(leaf));
    if (found) throw badRequest(`${found.path}: ${text(found.leaf)}`, { field: found.leaf.field });
  };
}

function refuseField(part: Part): NonNullable<Hooks["refuse"]> {
  return (request, catalogue) => {
    const { dimensions = [], orderBy = [] } = request.query;
    const leaves = askedLeaves(request, catalogue).map(({ leaf }) => leaf.field);
    const fields = [...dimensions, ...leaves, ...orderBy.map(({ field }) => field)];
    const field = fields.find((name) => {
      const dimension = dimensionNamed(catalogue, name);
      return dimension && isPart(part, dimension);
    });
    if (field !== undefined) throw badRequest(`The member '${field}' is not available for this account`, {});
  };
}

/** Fields whose names are qualified by something else than their cube get a cube of that name. */
function splitCubes(catalogue: Catalogue): Catalogue {
  const cubes = catalogue.cubes.flatMap((cube) => {
    const place = (field: Dimension | Measure) => {
      const [qualifier] = field.name.split(".");
      const isQualified = field.name.includes(".") && !("kind" in field && field.kind === "time");
      return isQualified && qualifier ? qualifier : cube.name;
    };
    const names = [...new Set([cube.name, ...[...cube.measures, ...cube.dimensions].map(place)])];
    return names.map((name) => ({
      ...cube,
      name,
      description: name === cube.name ? cube.description : `Fields of ${name}`,
      measures: cube.measures.filter((one) => place(one) === name),
      dimensions: cube.dimensions.filter((one) => place(one) === name),
    }));
  });
  return { ...catalogue, cubes };
}

function refuseMixed({ query }: InsightsQueryRequest, catalogue: Catalogue): void {
  const fields = [
    ...(query.dimensions ?? []).map((name) => findDimension(catalogue, name, "query.dimensions", "select")),
    ...(query.measures ?? []).map((name) => findMeasure(catalogue, name, "query.measures")),
    ...(query.filters ?? [])
      .flatMap(({ expressions }) => expressions)
      .map(({ field }) => findDimension(catalogue, field, "query.filters", "filter")),
  ];
  const [first, second] = usedCubes(catalogue, fields);
  if (first && second) throw badRequest(`Can't find join path to join '${first.name}', '${second.name}'`);
}

function withoutProperties({ properties: _, ...rest }: InsightsQueryRequest): InsightsQueryRequest {
  return rest;
}

/** Leaves comparisons out without a word. */
function withoutLeaves(
  is: (leaf: FilterLeaf, dimension: Dimension | undefined) => boolean,
): NonNullable<Hooks["rewrite"]> {
  return (request, catalogue) => {
    const { filters, ...query } = request.query;
    const kept = (filters ?? [])
      .map((group) => ({
        ...group,
        expressions: group.expressions.filter((leaf) => !is(leaf, dimensionNamed(catalogue, leaf.field))),
      }))
      .filter(({ expressions }) => expressions.length > 0);
    return { ...request, query: kept.length > 0 ? { ...query, filters: kept } : query };
  };
}

/** What the account does not take in a query's filters, and beside its measures and dimensions. */
export const refusals: readonly (Dialect | MeasuredDialect)[] = [
  {
    name: "domain-refused",
    does: "refuses a query that names its domain",
    hooks: {
      refuse: ({ domain }) => {
        if (domain !== undefined) throw badRequest('Unrecognized field "domain"');
      },
    },
  },
  {
    name: "properties-refused",
    does: "refuses a query with properties, the time zone among them",
    hooks: {
      refuse: ({ properties }) => {
        if (properties !== undefined) throw badRequest('Unrecognized field "properties"');
      },
    },
  },
  {
    name: "properties-ignored",
    does: "takes every query as one in UTC, whatever zone its properties name",
    hooks: { rewrite: withoutProperties },
  },
  {
    name: "group-op-refused",
    does: "refuses a group of filters that has an `op`",
    hooks: {
      refuse: ({ query }) => {
        const place = query.filters?.findIndex(({ op }) => op !== undefined) ?? -1;
        if (place >= 0) throw badRequest(`query.filters[${place}]: unexpected token 'op'`);
      },
    },
  },
  {
    name: "or-refused",
    does: "refuses a group of filters whose `op` is OR",
    hooks: {
      refuse: ({ query }) => {
        if (query.filters?.some(({ op }) => op === "OR")) throw badRequest("Operator OR is not supported");
      },
    },
  },
  {
    name: "in-refused",
    does: "refuses the operator IN",
    hooks: {
      refuse: refuseLeaf(
        ({ op }) => op === "IN",
        () => "operator IN is not supported",
      ),
    },
  },
  {
    name: "eq-one-value",
    does: "refuses EQ with more than one value",
    hooks: {
      refuse: refuseLeaf(
        ({ op, values = [] }) => op === "EQ" && values.length > 1,
        ({ field }) => `EQ on '${field}' takes one value`,
      ),
    },
  },
  {
    name: "ne-refused",
    does: "refuses the operator NE",
    hooks: {
      refuse: refuseLeaf(
        ({ op }) => op === "NE",
        () => "operator NE is not supported",
      ),
    },
  },
  {
    name: "ne-one-value",
    does: "refuses NE with more than one value",
    hooks: {
      refuse: refuseLeaf(
        ({ op, values = [] }) => op === "NE" && values.length > 1,
        ({ field }) => `NE on '${field}' takes one value`,
      ),
    },
  },
  {
    name: "ne-takes-nulls",
    does: "lets NE take rows without a value, too, as Cube does; without it NE drops them, as ClickHouse does",
    hooks: { catalogue: (catalogue) => mapDimensions(catalogue, (one) => ({ ...one, nullsPassNe: true })) },
  },
  {
    name: "values-limit",
    does: "refuses a comparison with more than 50 values",
    usual: 50,
    hooks: (most) => ({
      refuse: refuseLeaf(
        ({ values = [] }) => values.length > most,
        ({ values = [] }) => `too many values (${values.length} > ${most})`,
      ),
    }),
  },
  {
    name: "array-filter-refused",
    does: "refuses a filter on a field of lists, with the text of a database",
    hooks: {
      refuse: (request, catalogue) => {
        const found = askedLeaves(request, catalogue).find(({ dimension }) => dimension && isList(dimension));
        if (!found) return;
        throw badRequest(
          "Code: 43. DB::Exception: Illegal types of arguments (Array(String), String) of function equals. (ILLEGAL_TYPE_OF_ARGUMENT)",
        );
      },
    },
  },
  {
    name: "array-filter-ignored",
    does: "takes a filter on a field of lists and ignores it",
    hooks: { rewrite: withoutLeaves((_leaf, dimension) => dimension !== undefined && isList(dimension)) },
  },
  {
    name: "ne-ignored",
    does: "takes the operator NE and ignores it",
    hooks: { rewrite: withoutLeaves(({ op }) => op === "NE") },
  },
  {
    name: "filters-ignored",
    does: "takes all filters but those by a time, and ignores them",
    hooks: { rewrite: withoutLeaves((_leaf, dimension) => dimension?.kind !== "time") },
  },
  {
    name: "dimension-limit",
    does: "refuses a query of more than 3 dimensions",
    usual: 3,
    hooks: (most) => ({
      refuse: ({ query }) => {
        if ((query.dimensions?.length ?? 0) > most) throw badRequest(`A query can have at most ${most} groupings`);
      },
    }),
  },
  {
    name: "measure-limit",
    does: "refuses a query of more than 1 measure",
    usual: 1,
    hooks: (most) => ({
      refuse: ({ query }) => {
        if ((query.measures?.length ?? 0) > most) throw badRequest(`A query can have at most ${most} aggregates`);
      },
    }),
  },
  {
    name: "cubes-apart",
    does: "refuses a query over fields of two cubes, and lists what is named after an operator’s result as a cube",
    hooks: { catalogue: splitCubes, refuse: refuseMixed },
  },
  {
    name: "sentiment-refused",
    does: "lists a field for sentiment, and refuses every query that names it",
    hooks: { refuse: refuseField("sentiment") },
  },
  {
    name: "language-refused",
    does: "lists a field for the language, and refuses every query that names it",
    hooks: { refuse: refuseField("language") },
  },
];
