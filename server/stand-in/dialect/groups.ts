import type { Row } from "../../../contract/page.ts";
import type { Plan } from "../compile/plan.ts";
import { isCount } from "./fields.ts";
import type { Hooks, MeasuredDialect } from "./types.ts";

const other = "Other";

/** A group that is small, with the word for all of those in the place of its values. */
function bundled(row: Row, { dimensions, measures, identified }: Plan, least: number): Row {
  const [count] = measures;
  if (!count || measures.length > 1 || !isCount(count) || identified) return row;
  if (dimensions.some(({ kind }) => kind !== "coded") || Number(row[count.name]) >= least) return row;
  return { ...row, ...Object.fromEntries(dimensions.map(({ name }) => [name, other])) };
}

/** Rows of the same words are one, with their numbers added up. */
function together(items: readonly unknown[]): unknown[] {
  const rows = new Map<string, Record<string, unknown>>();
  for (const item of items) {
    const cells = Object.entries(item ?? {});
    const words = cells.filter(([, cell]) => typeof cell !== "number");
    const isBundle = words.length > 0 && words.every(([, cell]) => cell === other);
    const name = isBundle ? other : `${rows.size}`;
    const known = rows.get(name);
    if (!known) rows.set(name, Object.fromEntries(cells));
    else for (const [key, cell] of cells) if (typeof cell === "number") known[key] = Number(known[key]) + cell;
  }
  return [...rows.values()];
}

/** What becomes of groups that are small. */
export const groups: readonly MeasuredDialect[] = [
  {
    name: "groups-small-hidden",
    does: "leaves groups of fewer than 5 conversations out of counts, as is done to protect people; counts of all have them",
    usual: 5,
    hooks: (least): Hooks => ({ catalogue: (catalogue) => ({ ...catalogue, smallestGroup: least }) }),
  },
  {
    name: "groups-small-other",
    does: "puts groups of fewer than 5 conversations together in one whose values are “Other”",
    usual: 5,
    hooks: (least): Hooks => ({
      row: (row, plan) => bundled(row, plan, least),
      page: ({ items = [], ...page }) => ({ ...page, items: together(items) }),
    }),
  },
];
