import { formatList } from "../../format/list.ts";
import { withoutMore } from "../../view/choose.ts";
import type { ViewColumn } from "../../view/columns.ts";
import type { FilterRole, View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { type FilterChip, filterChips } from "../chips.ts";

/** All that narrows the view by one field: what one button of the line shows. */
export type FilterGroup = {
  name: string;
  /** Values, ranges and what is left out, in the order in which they were chosen; empty where nothing is. */
  chips: readonly FilterChip[];
};

/** At most so many values are named on a button; of more, the first one, and how many others there are. */
const mostNamed = 2;

/** What narrows the view by a role, or by any other field. */
export function groupOf(
  view: View,
  of: { role: FilterRole } | { field: string },
  name: string,
  columns: readonly ViewColumn[] = [],
): FilterGroup {
  const isOf = ({ edited }: FilterChip) =>
    "role" in of ? edited.role === of.role : edited.role === undefined && edited.field === of.field;
  return { name, chips: filterChips(view, columns).filter(isOf) };
}

/** The other fields that narrow the view, each once, in the order in which they came. */
export function fieldsInUse({ more }: View): string[] {
  return [...new Set(more.map(({ field }) => field))];
}

/** A group in words, all of it: `Channel: Voice, not SMS`. */
export function groupText({ name, chips }: FilterGroup): string {
  if (chips.length === 0) return name;
  return t("filters.line.of", { name, label: formatList(chips.map(({ label }) => label)) });
}

/** The values that a button names, and how many more there are. */
export function namedChips({ chips }: FilterGroup): { named: readonly FilterChip[]; others: number } {
  const named = chips.length <= mostNamed ? chips : chips.slice(0, 1);
  return { named, others: chips.length - named.length };
}

/** The view without a field's filters. */
export function withoutField(view: View, field: string): View {
  return view.more.filter((filter) => filter.field === field).reduce(withoutMore, view);
}
