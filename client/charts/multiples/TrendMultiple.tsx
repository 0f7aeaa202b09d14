import { useMemo } from "react";
import type { ChartSetting } from "../card/setting.ts";
import { comparedTrend, trendChange, trendTitle } from "../trend/compared.ts";
import { trendFigure } from "../trend/figure.ts";
import { Marked } from "../trend/Marked.tsx";
import { partTaker } from "../trend/part.ts";
import { prepareTrend, trendNotes } from "../trend/prepare.ts";
import { trendSheet } from "../trend/sheet.ts";
import { useBrush } from "../trend/use-brush.ts";
import { Multiple } from "./Multiple.tsx";
import { TrendPlot } from "./TrendPlot.tsx";
import { TrendReading } from "./TrendReading.tsx";
import classes from "./trend.module.css";
import { useReading } from "./use-reading.ts";

const nothing = { rows: [], series: [], hasSentiment: false };

/** The trend as small columns. What a column holds is read in the head, so that nothing covers it. */
export function TrendMultiple(setting: ChartSetting) {
  const { breakdowns, trend: state, previous, pin, onRange } = setting;
  const onPart = partTaker(setting);
  const { at } = pin;
  const trend = state.status === "ready" ? state.data : undefined;
  const prepared = useMemo(
    () => trend && prepareTrend(trend, { previous: comparedTrend(previous, trend), at }),
    [trend, previous, at],
  );
  const brush = useBrush(prepared ?? nothing, onRange, onPart);
  const reading = useReading(prepared?.rows ?? [], brush);
  const title = trendTitle(state, breakdowns.sentiment.status === "absent");
  return (
    <Multiple
      title={title}
      state={state}
      notesOf={(data) => [...[trendChange(previous, data) ?? []].flat(), ...trendNotes(data, at)]}
      save={(data) => {
        const saved = prepareTrend(data, { previous: comparedTrend(previous, data), at });
        const { zone, population } = data;
        return { title, figure: () => trendFigure(saved, data), sheet: () => trendSheet(saved, { zone, population }) };
      }}
      reading={
        brush.selected && prepared ? (
          <Marked className={classes.marked} prepared={prepared} selected={brush.selected} />
        ) : (
          reading.row && prepared && <TrendReading row={reading.row} prepared={prepared} layer={brush.layer} />
        )
      }
    >
      {(data) => {
        // Kept where nothing answers any more: what is drawn is then not what is asked for.
        const drawn = data === trend && prepared ? prepared : prepareTrend(data, { at });
        return <TrendPlot {...{ title, trend: data, prepared: drawn, brush, reading }} />;
      }}
    </Multiple>
  );
}
