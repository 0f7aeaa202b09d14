import type { Async } from "../insights/async.ts";
import type { WeekHours } from "../insights/week-hours.ts";
import { t } from "../words/words.ts";
import { ChartCard } from "./ChartCard.tsx";
import { weekFigure } from "./prepare/draw.ts";
import { weekSheet } from "./prepare/sheets.ts";
import { prepareWeek, weekNotes } from "./prepare/week.ts";
import { WeekGrid } from "./WeekGrid.tsx";
import { WeekTable } from "./WeekTable.tsx";

/** When people write and call: a heat map of weekdays and hours. */
export function WeekCard({ state }: { state: Async<WeekHours> }) {
  const title = t("charts.week.title");
  return (
    <ChartCard
      title={title}
      state={state}
      notesOf={weekNotes}
      figure={(week) => weekFigure(prepareWeek(week))}
      sheet={(week) => weekSheet(prepareWeek(week))}
      chart={(week) => <WeekGrid title={title} prepared={prepareWeek(week)} />}
      table={(week) => (
        <WeekTable title={title} zone={week.zone} population={week.population} prepared={prepareWeek(week)} />
      )}
    />
  );
}
