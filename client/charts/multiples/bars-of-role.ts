import type { Breakdown } from "../../insights/breakdown.ts";
import type { FilterRole } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { breakdownNotes, comparable } from "../breakdown/compared.ts";
import { barsFigure } from "../breakdown/figure.ts";
import { prepareBars } from "../breakdown/prepare.ts";
import { barsSheet } from "../breakdown/sheet.ts";
import type { ChartSetting } from "../card/setting.ts";
import { roleTitle } from "../card/words.ts";

/** The bars of one role, what must be said of them, and what a click on one does: as its card has them. */
export function barsOfRole(setting: ChartSetting, role: FilterRole) {
  const { breakdowns, view, previous, onToggle, onExclude } = setting;
  const before = previous?.breakdowns[role];
  const bars = (data: Breakdown) => prepareBars(data, view.chosen[role], comparable(before, data));
  return {
    state: breakdowns[role],
    bars,
    save: (data: Breakdown) => ({
      title: roleTitle(role),
      figure: () => barsFigure(bars(data), data.population.count),
      sheet: () => barsSheet(data, bars(data), comparable(before, data)),
    }),
    notesOf: (data: Breakdown, view: "chart" | "file") => [
      ...breakdownNotes(data, view),
      ...(before && !comparable(before, data) ? [t("charts.previous.unknown")] : []),
    ],
    filter: {
      onToggle: (spellings: readonly string[]) => onToggle(role, spellings),
      onExclude: onExclude && ((spellings: readonly string[]) => onExclude(role, spellings)),
    },
  };
}

export type BarFilter = ReturnType<typeof barsOfRole>["filter"];
