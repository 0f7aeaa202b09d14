import { VisuallyHidden } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../words/words.ts";
import { Shape } from "../marks/Shape.tsx";
import { bucketNotes } from "../time/unfinished.ts";
import type { PreparedTrend, Series, TrendRow } from "../trend/prepare.ts";
import classes from "./trend.module.css";

type TrendReadingProps = {
  row: TrendRow;
  prepared: PreparedTrend;
  /** The layer that the keys are at. */
  layer: Series | undefined;
};

/** One bucket in one line, in the head of the chart, where it covers nothing of it. */
export function TrendReading({ row, prepared, layer }: TrendReadingProps) {
  const { series, hasSentiment, grain } = prepared;
  const notes = bucketNotes(row, grain);
  return (
    <span className={classes.reading} role="status">
      <b>{layer ? t("charts.trend.part", { bucket: row.label, label: layer.label }) : row.label}</b>
      <b>{formatCount(row.total)}</b>
      {row.previous !== undefined && <span>{t("multiples.before", { count: row.previous })}</span>}
      {hasSentiment &&
        series.map(({ key, label, color, shape }, place) => (
          <span key={key} title={label} data-read={key === layer?.key || undefined}>
            {shape && <Shape shape={shape} color={color} />}
            <VisuallyHidden>{label} </VisuallyHidden>
            {formatCount(row.counts[place] ?? 0)}
          </span>
        ))}
      {notes.length > 0 && (
        <span title={notes.join(" ")}>
          <IconInfoCircle className={classes.mark} size="0.8125rem" aria-hidden />
          <VisuallyHidden>{notes.join(". ")}</VisuallyHidden>
        </span>
      )}
    </span>
  );
}
