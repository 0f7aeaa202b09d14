import type { FieldRoles } from "../../../contract/fields.ts";
import { valueKey } from "../../format/values.ts";
import { toggleChosen, toggleExcluded } from "../../view/choose.ts";
import type { ViewColumn } from "../../view/columns.ts";
import { moreInUse, toggleExcludedValue, toggleValue, withMoreInUse } from "../../view/more-values.ts";
import { type FilterRole, filterRoles, type View } from "../../view/view.ts";

/** How the values of a dimension filter. */
export type ValueFilter = {
  /** The chosen raw values. */
  chosen: readonly string[];
  onToggle: (spellings: readonly string[]) => void;
  onExclude: (spellings: readonly string[]) => void;
};

type ViewParts = { view: View; onView: (view: View) => void };

function roleFilter(role: FilterRole, { view, onView }: ViewParts): ValueFilter {
  const chosen = view.chosen[role];
  // A view holds every spelling of a chosen value: all must go, or the rest would bring the others back.
  const all = (spellings: readonly string[]) => {
    const keys = new Set(spellings.map(valueKey));
    return [...new Set([...spellings, ...chosen.filter((raw) => keys.has(valueKey(raw)))])];
  };
  return {
    chosen,
    onToggle: (spellings) => onView(toggleChosen(view, role, all(spellings))),
    onExclude: (spellings) => onView(toggleExcluded(view, role, all(spellings))),
  };
}

function moreFilter(field: string, { view, onView }: ViewParts): ValueFilter {
  const use = moreInUse(view, field);
  const by = (change: typeof toggleValue) => (spellings: readonly string[]) =>
    onView(withMoreInUse(view, field, spellings.reduce(change, use)));
  return { chosen: use.chosen, onToggle: by(toggleValue), onExclude: by(toggleExcludedValue) };
}

/** The filter that a dimension has in the view; undefined where it cannot be filtered by its values. */
export function valueFilter(
  dimension: string,
  parts: ViewParts & { columns: readonly ViewColumn[]; fields: FieldRoles },
): ValueFilter | undefined {
  const role = filterRoles.find((one) => parts.fields.roles[one]?.field === dimension);
  if (role) return roleFilter(role, parts);
  const isText = parts.columns.some(({ field, kind }) => field === dimension && kind === "text");
  return isText ? moreFilter(dimension, parts) : undefined;
}
