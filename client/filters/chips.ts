import { formatEnds } from "../format/ends.ts";
import { notSetLabel } from "../format/values.ts";
import { toggleChosen, toggleExcluded, withMore, withoutMore, withoutRole } from "../view/choose.ts";
import { filterName, type ViewColumn } from "../view/columns.ts";
import type { FilterRole, View } from "../view/view.ts";
import { t } from "../words/words.ts";
import { chosenValues } from "./facets/chosen-values.ts";
import { roleName } from "./role-words.ts";

/** The filter that is open to be changed: a role's, another field's, or none in particular. */
export type Edited = { role?: FilterRole; field?: string };

/** One thing that narrows the view. */
export type FilterChip = {
  key: string;
  name: string;
  /** The value in words, as those read it who cannot see it struck: `not Voice`. */
  label: string;
  excluded: boolean;
  /** For a chosen value of a role, which is drawn with its shape and colour. */
  value?: { role: FilterRole; key: string; label: string };
  /** What it is changed with. */
  edited: Edited;
  /** The view without it. */
  without: View;
};

function roleChips(view: View): FilterChip[] {
  const chips = (excluded: boolean) =>
    chosenValues(excluded ? view.excluded : view.chosen).map(({ role, key, label, spellings }): FilterChip => {
      const toggle = excluded ? toggleExcluded : toggleChosen;
      return {
        key: `${excluded ? "not " : ""}${role} ${key}`,
        name: roleName(role),
        label: excluded ? t("filters.chips.not", { label }) : label,
        excluded,
        ...(excluded ? {} : { value: { role, key, label } }),
        edited: { role },
        without: toggle(view, role, spellings),
      };
    });
  const without = view.notSet.map((role): FilterChip => {
    const named = { key: `not set ${role}`, name: roleName(role), label: notSetLabel() };
    return { ...named, excluded: false, edited: { role }, without: withoutRole(view, role) };
  });
  return [...chips(false), ...chips(true), ...without];
}

function moreChips(view: View, columns: readonly ViewColumn[]): FilterChip[] {
  return view.more.flatMap((filter): FilterChip[] => {
    const { field } = filter;
    const [name, edited] = [filterName(field, columns), { field }];
    if (filter.kind === "range") {
      const label = formatEnds(filter, view.zone);
      return [{ key: `range ${field}`, name, label, excluded: false, edited, without: withoutMore(view, filter) }];
    }
    if (filter.kind === "notSet") {
      const label = notSetLabel();
      return [{ key: `not set ${field}`, name, label, excluded: false, edited, without: withoutMore(view, filter) }];
    }
    const { values, exclude } = filter;
    return values.map((value) => ({
      key: `${exclude ? "not " : ""}${field} ${value}`,
      name,
      label: exclude ? t("filters.chips.not", { label: value }) : value,
      excluded: exclude,
      edited,
      without: withMore(view, { ...filter, values: values.filter((one) => one !== value) }),
    }));
  });
}

/**
 * Everything that narrows a view but the time range, which is always there and has a place of its own.
 *
 * @param columns the account's, so that a field that plays a role goes by its words.
 */
export function filterChips(view: View, columns: readonly ViewColumn[] = []): FilterChip[] {
  return [...roleChips(view), ...moreChips(view, columns)];
}
