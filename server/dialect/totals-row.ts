import type { Row } from "../../contract/page.ts";
import { ProblemError } from "../messages/problem.ts";
import type { WirePage } from "../twilio/read-page.ts";
import type { Lane } from "./lane.ts";
import { readRow } from "./leave-out.ts";
import { cellOf, numberOf } from "./local/cells.ts";
import type { Plan } from "./plan.ts";
import type { Shape } from "./shape.ts";

type Asked = { plan: Plan; page: Pick<WirePage, "nextToken">; shape: Shape; lane: Lane };

/** Fields that every row has a value of. */
function isAlwaysThere(field: string, { roles: { id, time }, grains }: Shape): boolean {
  return field === id?.field || field === time?.field || field === time?.shown || grains.has(field);
}

/** Whether a row that may be of what has no value is what the account counts in all. */
async function isTotal(rows: readonly Row[], place: number, count: string, { plan, lane }: Asked): Promise<boolean> {
  const figures = rows.map((row) => numberOf(row[count]) ?? 0);
  const own = figures[place] ?? 0;
  const others = figures.reduce((sum, figure) => sum + figure, -own);
  const [sent, ...more] = plan.sent;
  if (own === 0 || own !== others || !sent || more.length > 0) return false;
  const { filters } = sent.request.query;
  const query = { measures: [count], ...(filters ? { filters } : {}) };
  // As many as all of those with a value are none of those: only where there are twice as many.
  try {
    const [row] = (await lane.first({ request: { ...sent.request, query }, pageSize: undefined })).rows;
    return row !== undefined && numberOf(readRow(row)[count]) === own;
  } catch (error) {
    // Where it cannot be found out now, the answer stands as it came.
    if (!(error instanceof ProblemError)) throw error;
    return false;
  }
}

/**
 * Rows without that of the totals, which some databases put before or behind the groups: it has no cell of what was
 * grouped by. A group of what has no value may look the same. It is told apart where a field is asked for that every row
 * has, and else by the count of all, which is asked for where such a row holds as many as all others.
 *
 * @returns the same list where there is none.
 */
export async function withoutTotals(rows: Buffer[], asked: Asked): Promise<Buffer[]> {
  const { plan, page, shape } = asked;
  const { dimensions = [], measures = [] } = plan.canonical.query;
  if (dimensions.length === 0 || measures.length === 0 || rows.length < 2) return rows;
  const isBare = (row: Row) =>
    dimensions.every((field) => cellOf(row, field) === undefined) &&
    measures.some((field) => numberOf(row[field]) !== undefined);
  const ends = [0, rows.length - 1].filter((place) => {
    const row = rows[place];
    return row !== undefined && isBare(readRow(row));
  });
  if (ends.length === 0) return rows;
  const isSure = dimensions.some((field) => isAlwaysThere(field, shape));
  const count = shape.roles.count?.field ?? "";
  const canBeCounted = page.nextToken === undefined && measures.length === 1 && measures[0] === count;
  if (!isSure && !canBeCounted) return rows;
  const read = isSure ? [] : rows.map(readRow);
  for (const place of ends) {
    if (isSure || (await isTotal(read, place, count, asked))) return rows.toSpliced(place, 1);
  }
  return rows;
}
