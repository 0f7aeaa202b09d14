import type { Catalogue, Dimension, Measure } from "../catalogue/types.ts";
import { leafSql } from "./filter.ts";
import { bucketStart } from "./grain.ts";
import { beyondPosition, type Direction, orderSql, type Position } from "./keyset.ts";
import { hiddenId, hiddenTime } from "./order.ts";
import { Params } from "./params.ts";
import type { Plan, PlannedGroup } from "./plan.ts";
import type { ZoneOffsets } from "./zone.ts";

export type Statement = { sql: string; params: Params };
export type Cursor = {
  direction: Direction;
  position?: Position;
  /** Only conversations numbered below: those that were there when a snapshot was taken. All when undefined. */
  below?: number | undefined;
  /** Instead of a position: so many rows are left out. With a seed, rows that are equal to the query change places. */
  skip?: { rows: number; seed: number | undefined };
};

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
 * The conversations to look at: all of them, or as many as a window holds from the cursor on. Groups of conditions that
 * need no join already choose here.
 */
function conversationsSql(
  catalogue: Catalogue,
  cursor: Cursor,
  window: number | undefined,
  conditions: readonly string[],
  params: Params,
): string {
  const { time, id, number } = catalogue.newest;
  const known = cursor.below === undefined ? [] : [`${number} < ${params.integer(cursor.below)}`];
  if (window === undefined) {
    return known.length === 0 ? `${catalogue.table} c` : `(SELECT c.* FROM ${catalogue.table} c WHERE ${known[0]}) c`;
  }
  const forward = cursor.direction === "after";
  const begin = cursor.position?.[0];
  const bound = typeof begin === "number" ? [`${time} ${forward ? "<=" : ">="} ${params.integer(begin)}`] : [];
  const where = [...known, ...conditions, ...bound];
  return `(SELECT c.* FROM ${catalogue.table} c ${where.length > 0 ? `WHERE ${where.join(" AND ")}` : ""}
    ORDER BY ${time} ${forward ? "DESC" : "ASC"}, ${id} ${forward ? "ASC" : "DESC"} LIMIT ${params.integer(window)}) c`;
}

/** The order of a page: that of the plan, or one in which chance decides between equals. */
function pageOrder({ order, asked, dimensions }: Plan, { direction, skip }: Cursor, params: Params): string {
  if (skip?.seed === undefined) return orderSql(order, direction);
  const columns = [...order.map(({ column }) => column), ...dimensions.map((_, i) => `d${i}`)];
  const chance = `hash(${[...new Set(columns), params.integer(skip.seed)].join(", ")})`;
  return asked === 0 ? chance : `${orderSql(order.slice(0, asked), direction)}, ${chance}`;
}

/**
 * Writes a plan as one statement: an inner query that gives each group, or each conversation, its columns, and an outer
 * one that takes a page of them. When the conversation's id is selected and nothing is joined, every row is a group of
 * its own, and leaving the grouping out lets the database stop after the rows of the page.
 *
 * @param window how many conversations to look at, for plans that are `windowed`; all when undefined
 */
export function statementFor(
  catalogue: Catalogue,
  plan: Plan,
  offsets: ZoneOffsets,
  cursor: Cursor,
  limit: number,
  window: number | undefined,
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
  const filterSql = (groups: readonly PlannedGroup[]) =>
    groups.map((group) => groupSql(group, (leaf) => leafSql(leaf, column, plan.zone, params)));
  const where = [...plan.conditions, ...filterSql(plan.filters)];
  const joinFree = plan.filters.filter((group) => group.leaves.every((leaf) => !leaf.dimension.joins?.length));
  const from = conversationsSql(catalogue, cursor, window, window === undefined ? [] : filterSql(joinFree), params);
  const grouping = rowwise || keys.length === 0 ? "" : `GROUP BY ${keys.map((_, i) => i + 1).join(", ")}`;
  const { smallestGroup, newest } = catalogue;
  const isHiding = smallestGroup !== undefined && grouping !== "" && !plan.identified && plan.measures.length > 0;
  const inner = [
    `SELECT ${[...keys, ...measures].join(", ")}`,
    `FROM ${[from, ...plan.joins.map((name) => catalogue.joins[name])].join(" ")}`,
    where.length > 0 ? `WHERE ${where.join(" AND ")}` : "",
    grouping,
    isHiding ? `HAVING count(DISTINCT ${newest.number}) >= ${params.integer(smallestGroup)}` : "",
  ].join(" ");
  const beyond = cursor.position
    ? `WHERE ${beyondPosition(plan.order, cursor.position, cursor.direction, params)}`
    : "";
  const order = plan.order.length > 0 ? `ORDER BY ${pageOrder(plan, cursor, params)}` : "";
  const skip = cursor.skip ? `OFFSET ${params.integer(cursor.skip.rows)}` : "";
  return { sql: `SELECT * FROM (${inner}) ${beyond} ${order} LIMIT ${params.integer(limit)} ${skip}`, params };
}
