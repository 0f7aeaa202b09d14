import type { ExplorePoint } from "./prepare.ts";
import type { ValueFilter } from "./value-filter.ts";

/** A value of a chart of one's own with its exact measure. */
export function titleOf({ label, exact }: ExplorePoint): string {
  return `${label}: ${exact}`;
}

/** What the button of a value needs; undefined where the value cannot be asked for, and is no button. */
export function buttonOf(point: ExplorePoint, filter: ValueFilter | undefined) {
  const { spellings } = point;
  if (!filter || !spellings) return undefined;
  const chosen = spellings.some((raw) => filter.chosen.includes(raw));
  return {
    label: titleOf(point),
    chosen,
    dimmed: filter.chosen.length > 0 && !chosen,
    spellings,
    onToggle: filter.onToggle,
    onExclude: filter.onExclude,
  };
}
