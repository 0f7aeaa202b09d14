import { valueKey } from "../../format/values.ts";
import type { ValuesInUse } from "../../view/more-values.ts";
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

/**
 * Ticks each value of a list beside those that are ticked. A value that a line is called by, or one of its spellings, in
 * any case, ticks that line; one that is in no line is taken as the account's own.
 */
export function withPasted(use: ValuesInUse, options: readonly FacetOption[], values: readonly string[]): ValuesInUse {
  const lines = new Map(
    options.flatMap(({ label, spellings }) => [label, ...spellings].map((name) => [valueKey(name), spellings])),
  );
  const pasted = values.flatMap((value) => lines.get(valueKey(value)) ?? [value]);
  return {
    chosen: [...new Set([...use.chosen, ...pasted])],
    excluded: use.excluded.filter((value) => !pasted.includes(value)),
  };
}
