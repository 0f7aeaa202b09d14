import { opposite } from "../../contract/order.ts";
import type { Row } from "../../contract/page.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { areTold, rowKey } from "./row-key.ts";
import { joinTold, type Told } from "./told.ts";

type Read = { rows: Row[]; told: Told; cut: boolean };

/** Two readings of one list, each of which may lack rows of it: every row once, in the list's order. */
function interleaved(one: readonly Row[], other: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const places = new Map(one.map((row, place) => [keyOf(row), place]));
  const rows: Row[] = [];
  let taken = 0;
  for (const row of other) {
    const place = places.get(keyOf(row));
    if (place === undefined) rows.push(row);
    else if (place >= taken) {
      rows.push(...one.slice(taken, place + 1));
      taken = place + 1;
    }
  }
  return [...rows, ...one.slice(taken)];
}

/**
 * The rows of a query of which some items were no rows, with those that another reading in the opposite order has: what is
 * unreadable for its place in a page is another row then. As many rows as that adds are lost no longer; where it adds them
 * all, nothing is.
 *
 * @param again reads a query once more.
 */
export async function withRegained<R extends Read>(
  request: InsightsQueryRequest,
  read: R,
  again: (turned: InsightsQueryRequest) => Promise<Read>,
): Promise<R> {
  const { dimensions = [] } = request.query;
  const turned = opposite(request);
  if (!turned || read.cut) return read;
  const other = await again(turned);
  const isKnown = ({ rows, told }: Read) => told.repeated === 0 && areTold(rows, dimensions);
  if (!isKnown(read) || !isKnown(other)) return read;
  const rows = interleaved(read.rows, other.rows.toReversed(), (row) => rowKey(row, dimensions));
  const lost = Math.max(0, read.told.lost - (rows.length - read.rows.length));
  return { ...read, rows, told: { ...joinTold([read.told, other.told]), lost } };
}
