import type { FilterRole } from "../view/view.ts";
import { t } from "../words/words.ts";

/** What a role is called on the screen: `Channel`. */
export function roleName(role: FilterRole): string {
  return t(`filters.roles.${role}`);
}

/** What a role is called inside a sentence: `channel`. */
export function roleInSentence(role: FilterRole): string {
  return t(`filters.inSentence.${role}`);
}

/** What several values of a role are called inside a sentence: `channels`. */
export function rolePlural(role: FilterRole): string {
  return t(`filters.plurals.${role}`);
}
