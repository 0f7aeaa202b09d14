import type { FieldRoles } from "../../contract/fields.ts";
import { t } from "../words/words.ts";
import { usesRole, withoutMore, withoutRole } from "./choose.ts";
import type { ViewColumn } from "./columns.ts";
import { filterRoles, type View, withColumns } from "./view.ts";

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
  const columnOf = (field: string | undefined) => [...available, ...measures].find((column) => column.field === field);
  for (const role of filterRoles) {
    if (fields.roles[role] || !usesRole(view, role)) continue;
    notes.push(t("view.noRole", { role: t(`filters.inSentence.${role}`) }));
    fitted = withoutRole(fitted, role);
  }
  for (const filter of view.more) {
    if (listed(filter.field)) continue;
    notes.push(t("view.noFilterField", { field: filter.field }));
    fitted = withoutMore(fitted, filter);
  }
  const lost = (view.columns ?? []).filter((field) => !columnOf(field));
  notes.push(...lost.map((field) => t("view.noColumnField", { field })));
  if (lost.length > 0) {
    const left = (view.columns ?? []).filter(columnOf);
    fitted = withColumns(fitted, left.length > 0 ? left : undefined);
  }
  const sorted = view.sort && columnOf(view.sort.field);
  if (view.sort && !sorted?.sortable) {
    const { field } = view.sort;
    const isByTime = columnOf(fields.roles.time?.shown)?.sortable === true;
    const refused = isByTime ? "view.refusedSort" : "view.refusedOrder";
    notes.push(sorted ? t(refused, { label: sorted.label }) : t("view.noSortField", { field }));
    fitted = { ...fitted, sort: undefined };
  }
  return { view: fitted, notes };
}
