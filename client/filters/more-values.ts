import type { FieldValue } from "../insights/field-values.ts";
import { withMore } from "../view/choose.ts";
import type { View } from "../view/view.ts";
import type { FacetOption, ValuesInUse } from "./facet-options.ts";

/** The raw values of any other field that the view chooses and leaves out. */
export function moreInUse(view: View, field: string): ValuesInUse {
  const values = (exclude: boolean) =>
    view.more.flatMap((one) =>
      one.kind === "values" && one.field === field && one.exclude === exclude ? one.values : [],
    );
  return { chosen: values(false), excluded: values(true) };
}

/** The view with these values of a field chosen and left out, in place of those before. */
export function withMoreInUse(view: View, field: string, { chosen, excluded }: ValuesInUse): View {
  const kept = withMore(view, { kind: "values", field, values: chosen, exclude: false });
  return withMore(kept, { kind: "values", field, values: excluded, exclude: true });
}

function without(values: readonly string[], value: string): string[] {
  return values.filter((one) => one !== value);
}

/** Chooses a value or takes it back; a value is never chosen and left out at once. */
export function toggleValue({ chosen, excluded }: ValuesInUse, value: string): ValuesInUse {
  const next = chosen.includes(value) ? without(chosen, value) : [...chosen, value];
  return { chosen: next, excluded: without(excluded, value) };
}

/** Leaves a value out or takes that back. */
export function toggleExcludedValue({ chosen, excluded }: ValuesInUse, value: string): ValuesInUse {
  const next = excluded.includes(value) ? without(excluded, value) : [...excluded, value];
  return { chosen: without(chosen, value), excluded: next };
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
