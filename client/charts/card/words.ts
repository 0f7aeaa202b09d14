import type { Population } from "../../insights/breakdown.ts";
import type { FilterRole } from "../../view/view.ts";
import { t } from "../../words/words.ts";

/** What the card of a role is called. */
export function roleTitle(role: FilterRole): string {
  return t(`charts.roles.${role}.title`);
}

/** What one value of a role is called: the head of its column. */
export function roleOne(role: FilterRole): string {
  return t(`charts.roles.${role}.one`);
}

/** Which conversations a card counts: every one that matches, or only those loaded so far. */
export function populationText({ kind, count }: Population): string {
  return t(`charts.population.${kind}`, { count });
}

/** Why the numbers of a card add up to more than its population. */
export function overlapNote(role: FilterRole): string {
  return t(`charts.overlap.${role}`);
}

/** What “Not known” stands for; nothing where it stands nowhere. */
export function restNotes(isShown: boolean, restUnknown = false): string[] {
  return isShown && restUnknown ? [t("charts.notKnownNote")] : [];
}

/** That conversations, or buckets of them, were sent which the time range does not hold; nothing where none was. */
export function outsideNotes(count: number, of: "conversations" | "buckets" = "conversations"): string[] {
  return count > 0 ? [t(`charts.outside.${of}`, { count })] : [];
}
