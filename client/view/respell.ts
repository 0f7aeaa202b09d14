import { valueKey } from "../format/values.ts";
import { type Chosen, type FilterRole, filterRoles, type View } from "./view.ts";

/** The spellings that an account uses of each value, by role; undefined while a role's values are not known. */
export type Spellings = Record<FilterRole, readonly (readonly string[])[] | undefined>;

function respellRole(values: readonly string[], known: readonly (readonly string[])[]): readonly string[] {
  const byKey = new Map(known.flatMap((spellings) => spellings.map((one) => [valueKey(one), spellings] as const)));
  // Nothing is taken away: what this range does not have, another may; and two steps could undo each other for ever.
  const spelled = new Set([...values, ...values.flatMap((value) => byKey.get(valueKey(value)) ?? [])]);
  return spelled.size === values.length ? values : [...spelled];
}

function respellAll(chosen: Chosen, known: Spellings): Chosen {
  const next = { ...chosen };
  for (const role of filterRoles) next[role] = respellRole(chosen[role], known[role] ?? []);
  return filterRoles.every((role) => next[role] === chosen[role]) ? chosen : next;
}

/**
 * The view with every spelling that the account has of each of its values: a link written by hand may say
 * `channel=Voice` where the account says `VOICE`, and a link that was made when there was one spelling may meet two.
 * Twilio compares exactly as far as is known, while the screen draws, counts and ticks them as one value. The same view
 * when nothing differs; values that the account does not have stay as they are.
 */
export function respell(view: View, known: Spellings): View {
  const chosen = respellAll(view.chosen, known);
  const excluded = respellAll(view.excluded, known);
  return chosen === view.chosen && excluded === view.excluded ? view : { ...view, chosen, excluded };
}
