import type { ColumnKind, ViewColumn } from "../view/columns.ts";

export type CardLines = { first: ViewColumn[]; second: ViewColumn[] };

/** The most cells that a line of a card has room for. */
const most = 3;

function ofKinds(columns: readonly ViewColumn[], kinds: readonly ColumnKind[]): ViewColumn[] {
  return kinds.flatMap((kind) => columns.find((column) => column.kind === kind) ?? []);
}

/**
 * What a card shows of the visible columns: when and how it went, then over what and who. A name says more than an id
 * where both are visible. Where the usual kinds are missing, other columns take their place.
 */
export function cardLines(columns: readonly ViewColumn[]): CardLines {
  const first = ofKinds(columns, ["time", "sentiment", "status"]);
  const named = ofKinds(columns, ["text"]);
  const second = [...ofKinds(columns, ["channel", "language"]), ...(named.length ? named : ofKinds(columns, ["id"]))];
  const others = columns.filter((column) => !first.includes(column) && !second.includes(column));
  if (first.length === 0) first.push(...others.splice(0, most));
  if (second.length === 0) second.push(...others.splice(0, most));
  return { first, second };
}
