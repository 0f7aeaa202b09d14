import type { FieldRoles } from "../../contract/fields.ts";
import { t } from "../words/words.ts";
import { withChosen, withExcluded, withoutMore } from "./choose.ts";
import type { ViewColumn } from "./columns.ts";
import { filterRoles, type View } from "./view.ts";

/**
 * Fits a view to the account that it is opened on: a link may come from another account, or from before a field was
 * renamed. What the account cannot do is left out, each with a sentence.
 */
export function fitView(
  view: View,
  fields: FieldRoles,
  available: readonly ViewColumn[],
  measures: readonly ViewColumn[] = [],
): { view: View; notes: string[] } {
  const notes: string[] = [];
  let fitted = view;
  const listed = (field: string) => available.some((column) => column.field === field);
  const shows = (field: string) => listed(field) || measures.some((measure) => measure.field === field);
  for (const role of filterRoles) {
    if (fields.roles[role] || view.chosen[role].length + view.excluded[role].length === 0) continue;
    notes.push(t("view.noRole", { role: t(`filters.inSentence.${role}`) }));
    fitted = withExcluded(withChosen(fitted, role, []), role, []);
  }
  for (const filter of view.more) {
    if (listed(filter.field)) continue;
    notes.push(t("view.noFilterField", { field: filter.field }));
    fitted = withoutMore(fitted, filter);
  }
  for (const field of view.columns ?? []) {
    if (!shows(field)) notes.push(t("view.noColumnField", { field }));
  }
  if (view.sort && !shows(view.sort.field)) {
    notes.push(t("view.noSortField", { field: view.sort.field }));
    fitted = { ...fitted, sort: undefined };
  }
  return { view: fitted, notes };
}
