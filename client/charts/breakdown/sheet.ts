import type { Breakdown } from "../../insights/breakdown.ts";
import { t } from "../../words/words.ts";
import { roleOne } from "../card/words.ts";
import { loadedNotes, type Sheet, withNotes } from "../save/sheet.ts";
import type { Bar } from "./prepare.ts";

/** The rows of a breakdown's table. A share is left to the reader: it is one number divided by another. */
export function barsSheet({ role, population, overlap }: Breakdown, bars: readonly Bar[]): Sheet {
  const compared = bars.some(({ previous }) => previous !== undefined);
  const total = t(overlap ? "charts.columns.once" : "charts.columns.total");
  const sheet = [
    [roleOne(role), t("charts.columns.conversations"), ...(compared ? [t("charts.previous.column")] : [])],
    ...bars.map(({ label, count, previous }) => [label, count, ...(compared ? [previous] : [])]),
    [total, population.count, ...(compared ? [undefined] : [])],
  ];
  return withNotes(sheet, [...bars.map(() => []), loadedNotes(population)]);
}
