import { filterChips } from "../filters/chips.ts";
import { rangeLabel } from "../filters/range/range-label.ts";
import { realRange } from "../view/range.ts";
import type { useDashboard } from "./use-dashboard.ts";

/** The range and the filters of the view in words, for an export to state. */
export function exportWords({ view, columns }: Pick<ReturnType<typeof useDashboard>, "view" | "columns">) {
  const filters = filterChips(view, columns).map(({ name, label }) => `${name}: ${label}`);
  return { range: rangeLabel(realRange(view.range, view.zone)), filters };
}
