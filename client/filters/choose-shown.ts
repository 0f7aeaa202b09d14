import { withChosen, withExcluded } from "../view/choose.ts";
import type { FilterRole, View } from "../view/view.ts";
import type { FacetOption } from "./facet-options.ts";

/** Whether every one of these lines is ticked. */
export function allChosen(options: readonly FacetOption[]): boolean {
  return options.length > 0 && options.every(({ chosen }) => chosen);
}

/** Ticks all these lines, or takes their ticks back when they are all ticked already. */
export function toggleShown(view: View, role: FilterRole, options: readonly FacetOption[]): View {
  const shown = options.flatMap(({ spellings }) => spellings);
  const others = (values: readonly string[]) => values.filter((value) => !shown.includes(value));
  if (allChosen(options)) return withChosen(view, role, others(view.chosen[role]));
  const chosen = withChosen(view, role, [...new Set([...view.chosen[role], ...shown])]);
  return withExcluded(chosen, role, others(view.excluded[role]));
}
