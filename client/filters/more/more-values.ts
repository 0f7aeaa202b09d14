import type { FieldValue } from "../../insights/field-values.ts";
import type { ValuesInUse } from "../../view/more-values.ts";
import type { FacetOption } from "../facets/facet-options.ts";

/**
 * The lines of a field's list: the values that were found, then those in use that were not. Values keep the account's
 * own spelling: what they mean is not known, so two spellings are two values.
 */
export function moreOptions(found: readonly FieldValue[], use: ValuesInUse, kept: readonly string[]): FacetOption[] {
  const counts = new Map(found.map(({ value, count }) => [value, count]));
  const all = new Set([...counts.keys(), ...kept, ...use.chosen, ...use.excluded]);
  return [...all].map((value) => ({
    key: value,
    label: value,
    spellings: [value],
    count: counts.get(value) ?? 0,
    chosen: use.chosen.includes(value),
    excluded: use.excluded.includes(value),
  }));
}
