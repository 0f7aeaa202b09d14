import { roleValueLabel, valueKey } from "../../format/values.ts";
import { type Chosen, type FilterRole, filterRoles } from "../../view/view.ts";

/** One chosen value: all its chosen spellings as one. */
export type ChosenValue = { role: FilterRole; key: string; label: string; spellings: readonly string[] };

/** The chosen values of one role in the order in which they were chosen, spellings of one value merged. */
export function chosenOfRole(role: FilterRole, raws: readonly string[]): ChosenValue[] {
  const byKey = new Map<string, string[]>();
  for (const raw of raws) {
    const key = valueKey(raw);
    byKey.set(key, [...(byKey.get(key) ?? []), raw]);
  }
  return [...byKey].map(([key, spellings]) => ({
    role,
    key,
    label: roleValueLabel(role, spellings[0] ?? key),
    spellings,
  }));
}

/** Every value of the chosen, or of those that are left out, role by role. */
export function chosenValues(chosen: Chosen): ChosenValue[] {
  return filterRoles.flatMap((role) => chosenOfRole(role, chosen[role]));
}
