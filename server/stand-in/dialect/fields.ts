import type { FilterLeaf, InsightsQueryRequest } from "../../../contract/query.ts";
import { resultValue } from "../catalogue/classic-columns.ts";
import type { Catalogue, Dimension, Measure } from "../catalogue/types.ts";

/** What a dimension can be of its conversation. */
export const parts = ["id", "time", "channel", "language", "sentiment"] as const;
export type Part = (typeof parts)[number];

/** What a field is, whatever a catalogue calls it: the columns that it can be read from. */
const columns: Record<Part, readonly string[]> = {
  id: ["c.id"],
  time: ["c.created"],
  channel: ["c.channels", "ch.member"],
  language: ["c.languages", "la.member"],
  sentiment: ["c.sentiment", resultValue],
};

/** Whether a dimension is the conversation's own id, time, channel, language or sentiment, in each of its grains. */
export function isPart(part: Part, { sql, joins }: Dimension): boolean {
  // The operator results of a catalogue have an id of their conversation, too.
  const isOwn = part !== "id" || !joins?.length;
  return isOwn && columns[part].includes(sql);
}

/** Whether a measure counts conversations. */
export function isCount({ aggregation, sql }: Measure): boolean {
  return aggregation === "count" && sql === "c.n";
}

/** Whether a dimension holds whole lists, however they are written. */
export function isList({ sql }: Dimension): boolean {
  return sql === "c.channels" || sql === "c.languages";
}

export function dimensionNamed({ cubes }: Catalogue, name: string): Dimension | undefined {
  return cubes.flatMap(({ dimensions }) => dimensions).find((one) => one.name === name);
}

/** A comparison of a query, its dimension where the name is known, and where it stands. */
export type AskedLeaf = { leaf: FilterLeaf; dimension: Dimension | undefined; path: string };

export function askedLeaves({ query }: InsightsQueryRequest, catalogue: Catalogue): AskedLeaf[] {
  return (query.filters ?? []).flatMap(({ expressions }, i) =>
    expressions.map((leaf, j) => ({
      leaf,
      dimension: dimensionNamed(catalogue, leaf.field),
      path: `query.filters[${i}].expressions[${j}]`,
    })),
  );
}

/** A query with each comparison changed. */
export function mapLeaves(
  request: InsightsQueryRequest,
  change: (leaf: FilterLeaf) => FilterLeaf,
): InsightsQueryRequest {
  const { filters, ...query } = request.query;
  if (!filters) return request;
  const changed = filters.map((group) => ({ ...group, expressions: group.expressions.map(change) }));
  return { ...request, query: { ...query, filters: changed } };
}

export function mapDimensions(catalogue: Catalogue, change: (dimension: Dimension) => Dimension): Catalogue {
  const cubes = catalogue.cubes.map((cube) => ({ ...cube, dimensions: cube.dimensions.map(change) }));
  return { ...catalogue, cubes };
}

export function mapMeasures(catalogue: Catalogue, change: (measure: Measure) => Measure): Catalogue {
  const cubes = catalogue.cubes.map((cube) => ({ ...cube, measures: cube.measures.map(change) }));
  return { ...catalogue, cubes };
}
