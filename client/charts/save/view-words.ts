import { Temporal } from "temporal-polyfill";
import { zoneInName } from "../../../contract/zone-name.ts";
import { formatEnds } from "../../format/ends.ts";
import { formatList } from "../../format/list.ts";
import { formatTime } from "../../format/time.ts";
import { notSetLabel, roleValueLabel } from "../../format/values.ts";
import { filterName, type ViewColumn } from "../../view/columns.ts";
import type { Window } from "../../view/range.ts";
import { filterRoles, type MoreFilter, type View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { roleOne } from "../card/words.ts";

/** What every file of a view says of it: the captions' lines, and the parts of the file's name. */
export type ViewWords = { lines: readonly string[]; name: readonly string[] };

function moreWords(filter: MoreFilter, zone: string, columns: readonly ViewColumn[]): string {
  const label = filterName(filter.field, columns);
  if (filter.kind === "range") return `${label}: ${formatEnds(filter, zone)}`;
  if (filter.kind === "notSet") return `${label}: ${notSetLabel()}`;
  const values = formatList(filter.values);
  return filter.exclude ? t("charts.save.without", { label, values }) : `${label}: ${values}`;
}

/** Every filter of a view in words. */
function filterWords(view: View, columns: readonly ViewColumn[]): string[] {
  const roles = filterRoles.flatMap((role) => {
    const label = roleOne(role);
    const named = (values: readonly string[]) =>
      formatList([...new Set(values.map((raw) => roleValueLabel(role, raw)))]);
    const [chosen, excluded] = [view.chosen[role], view.excluded[role]];
    return [
      ...(chosen.length > 0 ? [`${label}: ${named(chosen)}`] : []),
      ...(view.notSet.includes(role) ? [`${label}: ${notSetLabel()}`] : []),
      ...(excluded.length > 0 ? [t("charts.save.without", { label, values: named(excluded) })] : []),
    ];
  });
  return [...roles, ...view.more.map((filter) => moreWords(filter, view.zone, columns))];
}

/**
 * What a file of this view says of it, so that a picture in a report can still be understood.
 *
 * @param columns the account's, so that a field that plays a role goes by its words.
 */
export function viewWords(view: View, { from, to }: Window, columns: readonly ViewColumn[] = []): ViewWords {
  const filters = filterWords(view, columns);
  const date = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(view.zone).toPlainDate().toString();
  return {
    lines: [
      t("charts.save.range", { from: formatTime(from, view.zone), to: formatTime(to, view.zone), zone: view.zone }),
      filters.length > 0 ? t("charts.save.filters", { filters: filters.join("; ") }) : t("charts.save.noFilters"),
    ],
    name: [date(from), date(Math.max(from, to - 1)), zoneInName(view.zone)],
  };
}
