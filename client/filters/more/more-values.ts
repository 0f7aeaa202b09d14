import type { Row } from "../../../contract/page.ts";
import { cellMembers } from "../../format/values.ts";
import type { FieldValue, FieldValues } from "../../insights/field-values.ts";
import type { ValuesInUse } from "../../view/more-values.ts";
import type { FacetOption } from "../facets/facet-options.ts";

/** Enough to choose from by eye. */
const mostLoaded = 200;

/** The values that rows have of a field, the most frequent first. There may always be others. */
export function loadedValues(rows: readonly Row[], field: string): FieldValues {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const value of new Set(cellMembers(row[field]))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts].map(([value, count]) => ({ value, count }));
  const first = values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, mostLoaded);
  return { values: first, notSet: 0, more: true, least: false };
}

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
