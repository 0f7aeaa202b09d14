import type { Async } from "../../api/async.ts";
import { firstWeekday } from "../../browser/week-start.ts";
import { t } from "../../words/words.ts";
import { ChartCard } from "../card/ChartCard.tsx";
import type { ChartSetting } from "../card/setting.ts";
import { weekFigure } from "./figure.ts";
import { prepareWeek, severalWeeksNote, type WeekCell, weekNotes } from "./prepare.ts";
import { weekSheet } from "./sheet.ts";
import { useWeekHours } from "./use-week-hours.ts";
import { WeekGrid } from "./WeekGrid.tsx";
import { WeekTable } from "./WeekTable.tsx";
import type { WeekHours } from "./week-hours.ts";

type WeekStatesProps = {
  state: Async<WeekHours>;
  /** Narrows the time range to one hour. */
  onRange?: ChartSetting["onRange"];
};

/** The card of weekdays and hours. An hour that comes once narrows the range to it. */
export function WeekCard({ view, fields, pin, onRange }: Pick<ChartSetting, "view" | "fields" | "pin" | "onRange">) {
  return <WeekStates state={useWeekHours(view, fields, pin)} onRange={onRange} />;
}

/** When people write and call: a heat map of weekdays and hours. */
export function WeekStates({ state, onRange }: WeekStatesProps) {
  const title = t("charts.week.title");
  const choosing = onRange && {
    onChoose: ({ stretch }: WeekCell) => stretch && onRange(stretch.from, stretch.to),
  };
  const notesOf = (week: WeekHours, view: "chart" | "table" | "file") => {
    // A file cannot be clicked.
    const several = onRange && view !== "file" ? severalWeeksNote(week) : undefined;
    return [...weekNotes(week), ...(several ? [several] : [])];
  };
  return (
    <ChartCard
      title={title}
      state={state}
      notesOf={notesOf}
      figure={(week) => weekFigure(prepareWeek(week))}
      sheet={(week) => weekSheet(prepareWeek(week))}
      chart={(week) => <WeekGrid title={title} prepared={prepareWeek(week, firstWeekday())} {...choosing} />}
      table={(week) => (
        <WeekTable
          title={title}
          zone={week.zone}
          population={week.population}
          prepared={prepareWeek(week, firstWeekday())}
          {...choosing}
        />
      )}
    />
  );
}
