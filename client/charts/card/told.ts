import { fieldLabel } from "../../../contract/field-words.ts";
import type { Told } from "../../api/told.ts";
import { say, t } from "../../words/words.ts";

/** What must be said beside figures whose answers were not just what was asked for. */
export function toldNotes(told: Told | undefined): string[] {
  if (!told) return [];
  const { notes, notReturned, repeated, lost, near, off, onlyChosen } = told;
  return [
    ...(repeated > 0 ? [t("charts.told.repeated")] : []),
    ...(near ? [t("charts.told.near", near)] : []),
    ...(off ? [t("charts.told.off", off)] : []),
    ...(onlyChosen ? [t("charts.told.onlyChosen", { roles: t(`filters.plurals.${onlyChosen}`) })] : []),
    ...(lost > 0 ? [t("charts.told.lost", { count: lost })] : []),
    ...notReturned.map((field) => t("errors.notReturned", { label: fieldLabel(field) })),
    ...notes.map(say),
  ];
}
