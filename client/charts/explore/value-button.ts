import type { ExplorePoint } from "./prepare.ts";
import type { ValueFilter } from "./value-filter.ts";

/** A value of a chart of one's own with its exact measure. */
export function titleOf({ label, exact }: ExplorePoint): string {
  return `${label}: ${exact}`;
}

/** A value that may be filtered by: what it is called, and how the account writes it; undefined where it cannot be asked for. */
type Value = { label: string; spellings: readonly string[] | undefined };

/** What the button of a value needs; undefined where the value cannot be asked for, and is no button. */
export function buttonFor({ label, spellings }: Value, filter: ValueFilter | undefined) {
  if (!filter || !spellings) return undefined;
  const chosen = spellings.some((raw) => filter.chosen.includes(raw));
  return {
    label,
    chosen,
    dimmed: filter.chosen.length > 0 && !chosen,
    spellings,
    onToggle: filter.onToggle,
    onExclude: filter.onExclude,
  };
}

/** The same of a point of a chart, whose hint says its measure, too. */
export function buttonOf(point: ExplorePoint, filter: ValueFilter | undefined) {
  return buttonFor({ label: titleOf(point), spellings: point.spellings }, filter);
}
