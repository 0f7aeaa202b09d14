import { withMore, withoutMore } from "./choose.ts";
import type { MoreFilter, View } from "./view.ts";

/** The raw values of one field that a view chooses and leaves out, or whether it wants what has none. */
export type ValuesInUse = { chosen: readonly string[]; excluded: readonly string[]; notSet?: boolean };

/** The raw values of any other field that the view chooses and leaves out. */
export function moreInUse(view: View, field: string): ValuesInUse {
  const values = (exclude: boolean) =>
    view.more.flatMap((one) =>
      one.kind === "values" && one.field === field && one.exclude === exclude ? one.values : [],
    );
  const notSet = view.more.some((one) => one.kind === "notSet" && one.field === field);
  return { chosen: values(false), excluded: values(true), notSet };
}

/** The view with these values of a field chosen and left out, or with none at all, in place of those before. */
export function withMoreInUse(view: View, field: string, { chosen, excluded, notSet = false }: ValuesInUse): View {
  const none: MoreFilter = { kind: "notSet", field };
  if (notSet) return withMore(view, none);
  const kept = withMore(withoutMore(view, none), { kind: "values", field, values: chosen, exclude: false });
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
