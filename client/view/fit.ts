import type { FieldRoles } from "../../contract/fields.ts";
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
): { view: View; notes: string[] } {
  const notes: string[] = [];
  let fitted = view;
  const listed = (field: string) => available.some((column) => column.field === field);
  for (const role of filterRoles) {
    if (fields.roles[role] || view.chosen[role].length + view.excluded[role].length === 0) continue;
    notes.push(`This account has no ${role} field: the link’s ${role} filter is not applied.`);
    fitted = withExcluded(withChosen(fitted, role, []), role, []);
  }
  for (const filter of view.more) {
    if (listed(filter.field)) continue;
    notes.push(`This account has no field “${filter.field}”: the link’s filter on it is not applied.`);
    fitted = withoutMore(fitted, filter);
  }
  for (const field of view.columns ?? []) {
    if (!listed(field)) notes.push(`This account has no field “${field}”: its column is left out.`);
  }
  if (view.sort && !listed(view.sort.field)) {
    notes.push(`This account cannot be sorted by “${view.sort.field}”: the newest come first.`);
    fitted = { ...fitted, sort: undefined };
  }
  return { view: fitted, notes };
}
