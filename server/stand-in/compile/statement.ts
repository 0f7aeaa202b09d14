import type { Catalogue, Dimension, Measure } from "../catalogue/types.ts";
import { leafSql } from "./filter.ts";
import { bucketStart } from "./grain.ts";
import { beyondPosition, type Direction, orderSql, type Position } from "./keyset.ts";
import { hiddenId, hiddenTime } from "./order.ts";
import { Params } from "./params.ts";
import type { Plan, PlannedGroup } from "./plan.ts";
import type { ZoneOffsets } from "./zone.ts";

export type Statement = { sql: string; params: Params };
export type Cursor = { direction: Direction; position?: Position };

/** A measure over groups, where each row is a conversation or, after joins, a part of one. */
function aggregateSql({ aggregation, sql }: Measure, fanned: boolean): string {
  if (aggregation === "count") return fanned ? `count(DISTINCT ${sql})` : `count(${sql})`;
  return aggregation === "countDistinct" ? `count(DISTINCT ${sql})` : `${aggregation}(${sql})`;
}

/** A measure over a group that is known to be one row. */
function singleSql({ aggregation, sql }: Measure): string {
  return aggregation === "count" || aggregation === "countDistinct" ? `(${sql} IS NOT NULL)::INTEGER` : sql;
}

function groupSql(group: PlannedGroup, leaf: (one: PlannedGroup["leaves"][number]) => string): string {
  return `(${group.leaves.map((one) => `(${leaf(one)})`).join(` ${group.op} `)})`;
}

/**
 * Writes a plan as one statement: an inner query that gives each group, or each conversation, its columns, and an outer
 * one that takes a page of them. When the conversation's id is selected and nothing is joined, every row is a group of
 * its own, and leaving the grouping out lets the database stop after the rows of the page.
 */
export function statementFor(
  catalogue: Catalogue,
  plan: Plan,
  offsets: ZoneOffsets,
  cursor: Cursor,
  limit: number,
): Statement {
  const params = new Params();
  const column = (dimension: Dimension) =>
    dimension.kind === "time" && dimension.grain
      ? bucketStart(dimension.sql, dimension.grain, offsets, params)
      : dimension.sql;
  const fanned = plan.joins.length > 0;
  const rowwise = plan.identified && !fanned;
  const keys = [
    ...plan.dimensions.map((one, i) => `${column(one)} AS d${i}`),
    ...(plan.identified ? [`${catalogue.newest.time} AS ${hiddenTime}`, `${catalogue.newest.id} AS ${hiddenId}`] : []),
  ];
  const measures = plan.measures.map(
    (one, i) => `(${rowwise ? singleSql(one) : aggregateSql(one, fanned)})::DOUBLE AS m${i}`,
  );
  const where = [
    ...plan.alone,
    ...plan.filters.map((group) => groupSql(group, (leaf) => leafSql(leaf, column, plan.zone, params))),
  ];
  const grouping = rowwise || keys.length === 0 ? "" : `GROUP BY ${keys.map((_, i) => i + 1).join(", ")}`;
  const inner = [
    `SELECT ${[...keys, ...measures].join(", ")}`,
    `FROM ${[catalogue.from, ...plan.joins.map((name) => catalogue.joins[name])].join(" ")}`,
    where.length > 0 ? `WHERE ${where.join(" AND ")}` : "",
    grouping,
  ].join(" ");
  const beyond = cursor.position
    ? `WHERE ${beyondPosition(plan.order, cursor.position, cursor.direction, params)}`
    : "";
  const order = plan.order.length > 0 ? `ORDER BY ${orderSql(plan.order, cursor.direction)}` : "";
  return { sql: `SELECT * FROM (${inner}) ${beyond} ${order} LIMIT ${params.integer(limit)}`, params };
}
