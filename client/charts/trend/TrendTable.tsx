import { formatCount, formatShare } from "../../format/numbers.ts";
import type { Population } from "../../insights/breakdown.ts";
import { t } from "../../words/words.ts";
import classes from "../card/ChartTable.module.css";
import { populationText } from "../card/words.ts";
import { Shape } from "../marks/Shape.tsx";
import { NotWhole } from "../time/BucketNotes.tsx";
import type { PreparedTrend, TrendRow } from "./prepare.ts";

type TrendTableProps = {
  title: string;
  zone: string;
  population: Population;
  prepared: PreparedTrend;
  onRange?: (fromMs: number, toMs: number) => void;
};

/** The numbers of the trend: a row for each hour or day, empty ones too. */
export function TrendTable({ title, zone, population, prepared, onRange }: TrendTableProps) {
  const { series, rows, grain, hasSentiment, previousTotal } = prepared;
  const before = previousTotal !== undefined;
  const layers = hasSentiment ? series : [];
  return (
    <table className={`${classes.table} ${classes.times}`}>
      <caption className={classes.caption}>
        {t(`charts.trend.${grain}.caption`, { title, zone, population: populationText(population) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t(`charts.trend.${grain}.name`)}</th>
          {layers.map(({ key, label, color, shape }) => (
            <th key={key} scope="col">
              {shape && <Shape shape={shape} color={color} />}
              <span translate="no">{label}</span>
            </th>
          ))}
          {before && <th scope="col">{t("charts.previous.column")}</th>}
          <th scope="col">{t(hasSentiment ? "charts.columns.all" : "charts.columns.conversations")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.start}>
            <th scope="row">
              <BucketName row={row} {...(onRange ? { onRange } : {})} />
              <NotWhole state={row} />
            </th>
            {layers.map(({ key }, index) => (
              <td key={key}>{row.ahead ? "–" : formatCount(row.counts[index] ?? 0)}</td>
            ))}
            {before && <td>{row.previous === undefined ? "–" : formatCount(row.previous)}</td>}
            <td>{row.ahead ? "–" : formatCount(row.total)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("charts.columns.all")}</th>
          {layers.map(({ key, total }) => (
            <td key={key}>{formatCount(total)}</td>
          ))}
          {before && <td>{formatCount(previousTotal)}</td>}
          <td>{formatCount(population.count)}</td>
        </tr>
        {hasSentiment && (
          <tr>
            <th scope="row">{t("charts.columns.share")}</th>
            {layers.map(({ key, total }) => (
              <td key={key}>{formatShare(total, population.count)}</td>
            ))}
            {before && <td />}
            <td>{formatShare(population.count, population.count)}</td>
          </tr>
        )}
      </tfoot>
    </table>
  );
}

function BucketName({ row, onRange }: { row: TrendRow; onRange?: (fromMs: number, toMs: number) => void }) {
  if (!onRange) return row.label;
  return (
    <button
      type="button"
      className={classes.value}
      title={t("charts.trend.onlyThis")}
      onClick={() => onRange(row.start, row.end)}
    >
      {row.label}
    </button>
  );
}
