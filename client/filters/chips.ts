import { fieldLabel } from "../../contract/field-words.ts";
import { formatEnds } from "../format/ends.ts";
import { toggleChosen, toggleExcluded, withMore, withoutMore } from "../view/choose.ts";
import { defaultRange, type FilterRole, type View, withRange } from "../view/view.ts";
import { t } from "../words/words.ts";
import { chosenValues } from "./chosen-values.ts";
import { rangeLabel, sameRange } from "./range-label.ts";
import { roleLabel } from "./role-words.ts";

/** One thing that narrows the view. */
export type FilterChip = {
  key: string;
  name: string;
  /** The value in words, as those read it who cannot see it struck: `not Voice`. */
  label: string;
  excluded: boolean;
  /** For a chosen value of a role, which is drawn with its shape and colour. */
  value?: { role: FilterRole; key: string; label: string };
  /** The view without it. */
  without: View;
};

function rangeChips(view: View): FilterChip[] {
  if (sameRange(view.range, defaultRange)) return [];
  const [name, label] = [t("filters.chips.time"), rangeLabel(view.range)];
  return [{ key: "range", name, label, excluded: false, without: withRange(view, defaultRange) }];
}

function roleChips(view: View): FilterChip[] {
  const chips = (excluded: boolean) =>
    chosenValues(excluded ? view.excluded : view.chosen).map(({ role, key, label, spellings }): FilterChip => {
      const toggle = excluded ? toggleExcluded : toggleChosen;
      return {
        key: `${excluded ? "not " : ""}${role} ${key}`,
        name: roleLabel(role),
        label: excluded ? t("filters.chips.not", { label }) : label,
        excluded,
        ...(excluded ? {} : { value: { role, key, label } }),
        without: toggle(view, role, spellings),
      };
    });
  return [...chips(false), ...chips(true)];
}

function moreChips(view: View): FilterChip[] {
  return view.more.flatMap((filter): FilterChip[] => {
    const name = fieldLabel(filter.field);
    if (filter.kind === "range") {
      const label = formatEnds(filter, view.zone);
      return [{ key: `range ${filter.field}`, name, label, excluded: false, without: withoutMore(view, filter) }];
    }
    const { field, values, exclude } = filter;
    return values.map((value) => ({
      key: `${exclude ? "not " : ""}${field} ${value}`,
      name,
      label: exclude ? t("filters.chips.not", { label: value }) : value,
      excluded: exclude,
      without: withMore(view, { ...filter, values: values.filter((one) => one !== value) }),
    }));
  });
}

/** Everything but the time range that narrows a view. */
export function filterChips(view: View): FilterChip[] {
  return [...roleChips(view), ...moreChips(view)];
}

/** Everything that narrows a view, the time range first. */
export function allChips(view: View): FilterChip[] {
  return [...rangeChips(view), ...filterChips(view)];
}
