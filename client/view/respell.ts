import { type Chosen, type FilterRole, filterRoles, type View } from "./view.ts";

/** The spellings that an account uses of each value, by role; undefined while a role's values are not known. */
export type Spellings = Record<FilterRole, readonly (readonly string[])[] | undefined>;

function respellRole(values: readonly string[], known: readonly (readonly string[])[]): readonly string[] {
  const spelled = values.flatMap((value) => {
    if (known.some((spellings) => spellings.includes(value))) return [value];
    const same = known.find((spellings) => spellings.some((one) => one.toLowerCase() === value.toLowerCase()));
    return same ?? [value];
  });
  const unique = [...new Set(spelled)];
  return unique.length === values.length && unique.every((value, place) => value === values[place]) ? values : unique;
}

function respellAll(chosen: Chosen, known: Spellings): Chosen {
  const next = { ...chosen };
  for (const role of filterRoles) next[role] = respellRole(chosen[role], known[role] ?? []);
  return filterRoles.every((role) => next[role] === chosen[role]) ? chosen : next;
}

/**
 * The view with its values in the account's own spelling: a link written by hand may say `channel=Voice` where the
 * account says `VOICE`, and Twilio compares exactly as far as is known. The same view when nothing differs; values that
 * the account does not have stay as they are.
 */
export function respell(view: View, known: Spellings): View {
  const chosen = respellAll(view.chosen, known);
  const excluded = respellAll(view.excluded, known);
  return chosen === view.chosen && excluded === view.excluded ? view : { ...view, chosen, excluded };
}
