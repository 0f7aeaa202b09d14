import type { CSSProperties } from "react";
import { formatCount, formatShare } from "../../format/numbers.ts";
import { t } from "../../words/words.ts";
import { Shape } from "../marks/Shape.tsx";
import { changeText } from "../previous/change.ts";
import { BucketNotes } from "../time/BucketNotes.tsx";
import timeClasses from "../time/time.module.css";
import type { Series, TrendRow } from "./prepare.ts";
import classes from "./Trend.module.css";

type TrendTooltipProps = {
  row: TrendRow;
  series: readonly Series[];
  grain: "hour" | "day";
  /** Styles that put it beside its bucket. */
  place: CSSProperties;
  /** The layer that the keys are at. */
  layer: Pick<Series, "key" | "label"> | undefined;
};

/** The numbers of one bucket, beside the pointer or for the arrow keys. */
export function TrendTooltip({ row, series, grain, place, layer }: TrendTooltipProps) {
  return (
    <div className={timeClasses.tooltip} role="status" translate="yes" style={place}>
      <p className={timeClasses.tooltipTitle}>
        {layer ? t("charts.trend.part", { bucket: row.label, label: layer.label }) : row.label}
      </p>
      <BucketNotes state={row} grain={grain} />
      {!row.ahead && <Numbers row={row} series={series} layer={layer} />}
    </div>
  );
}

function Numbers({ row, series, layer }: Pick<TrendTooltipProps, "row" | "series" | "layer">) {
  const split = series.some((layer) => layer.shape);
  return (
    <table className={classes.tooltipTable}>
      <tbody>
        {split &&
          series.map(({ key, label, color, shape }, index) => (
            <tr key={key} data-read={key === layer?.key || undefined}>
              <th scope="row">
                {shape && <Shape shape={shape} color={color} />}
                {label}
              </th>
              <td>{formatCount(row.counts[index] ?? 0)}</td>
              <td className={timeClasses.tooltipNote}>{formatShare(row.counts[index] ?? 0, row.total)}</td>
            </tr>
          ))}
        <tr className={classes.tooltipTotal}>
          <th scope="row">{t("charts.columns.conversations")}</th>
          <td>{formatCount(row.total)}</td>
          <td />
        </tr>
        {row.previous !== undefined && (
          <tr>
            <th scope="row">{t("charts.previous.column")}</th>
            <td>{formatCount(row.previous)}</td>
            <td className={timeClasses.tooltipNote}>{changeText(row.total, row.previous)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
