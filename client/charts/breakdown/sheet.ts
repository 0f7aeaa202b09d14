import type { Breakdown } from "../../insights/breakdown.ts";
import { t } from "../../words/words.ts";
import { roleOne } from "../card/words.ts";
import { loadedNotes, type Sheet, withNotes } from "../save/sheet.ts";
import type { Bar } from "./prepare.ts";

/** In percent, as exact as it is: the screen rounds it. Undefined of nothing. */
function percent(part: number, of: number): number | undefined {
  return of === 0 ? undefined : (100 * part) / of;
}

/**
 * The rows of a breakdown's table. A share is left to the reader, who divides one number by another, but where two periods
 * are compared: their totals are not the same.
 *
 * @param previous - the breakdown of the period before, where the two are compared
 */
export function barsSheet({ role, population, overlap }: Breakdown, bars: readonly Bar[], previous?: Breakdown): Sheet {
  const total = t(overlap ? "charts.columns.once" : "charts.columns.total");
  const all = population.count;
  const head = [roleOne(role), t("charts.columns.conversations")];
  const heads = [t("charts.columns.sharePercent"), t("charts.previous.column"), t("charts.previous.sharePercent")];
  const allBefore = previous?.population.count ?? 0;
  const sheet: Sheet = previous
    ? [
        [...head, ...heads],
        ...bars.map(({ label, count, previous: { count: before, of } = { count: 0, of: 0 } }) => [
          ...[label, count, percent(count, all)],
          ...[before, percent(before, of)],
        ]),
        [total, all, percent(all, all), allBefore, percent(allBefore, allBefore)],
      ]
    : [head, ...bars.map(({ label, count }) => [label, count]), [total, all]];
  return withNotes(sheet, [...bars.map(() => []), loadedNotes(population)]);
}
