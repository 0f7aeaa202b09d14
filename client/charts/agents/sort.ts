import type { AgentFigure, AgentList } from "../../view/view.ts";
import type { AgentRow } from "./agents.ts";

/** The number that a row is sorted by; undefined where it has none. */
export function figureOf(row: AgentRow, figure: AgentFigure): number | undefined {
  if (figure === "count") return row.count;
  if (figure === "negative") return row.negative === undefined ? undefined : row.negative / row.count;
  return row[figure]?.value;
}

/**
 * The rows by one figure. Those without it come last either way, and those without an agent behind all; what is equal is
 * in the order of its conversations, then of its name.
 */
export function sortAgents(rows: readonly AgentRow[], { sort, direction }: AgentList): AgentRow[] {
  const turn = direction === "DESC" ? -1 : 1;
  return rows.toSorted((a, b) => {
    if (a.raw === undefined || b.raw === undefined) return Number(a.raw === undefined) - Number(b.raw === undefined);
    const [one, other] = [figureOf(a, sort), figureOf(b, sort)];
    if (one === undefined || other === undefined) {
      if (one !== other) return Number(one === undefined) - Number(other === undefined);
    } else if (one !== other) return turn * (one - other);
    return b.count - a.count || (a.raw < b.raw ? -1 : 1);
  });
}

/** The list after a press on the head of a column: the highest first, and turned by another press. */
export function pressHead(list: AgentList, figure: AgentFigure): AgentList {
  const isTurned = list.sort === figure && list.direction === "DESC";
  return { ...list, sort: figure, direction: isTurned ? "ASC" : "DESC" };
}
