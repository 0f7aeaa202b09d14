import type { ValuesInUse } from "../view/more-values.ts";
import type { FacetOption } from "./facet-options.ts";

/** Whether every one of these lines is ticked. */
export function allChosen(options: readonly FacetOption[]): boolean {
  return options.length > 0 && options.every(({ chosen }) => chosen);
}

/** Ticks all these lines, or takes their ticks back when they are all ticked already. */
export function toggleShown({ chosen, excluded }: ValuesInUse, options: readonly FacetOption[]): ValuesInUse {
  const shown = options.flatMap(({ spellings }) => spellings);
  const others = (values: readonly string[]) => values.filter((value) => !shown.includes(value));
  if (allChosen(options)) return { chosen: others(chosen), excluded };
  return { chosen: [...new Set([...chosen, ...shown])], excluded: others(excluded) };
}
