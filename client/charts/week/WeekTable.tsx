import { formatCount } from "../../format/numbers.ts";
import type { Population } from "../../insights/breakdown.ts";
import { t } from "../../words/words.ts";
import classes from "../card/ChartTable.module.css";
import { populationText } from "../card/words.ts";
import { hourLabel, type PreparedWeek, type WeekCell } from "./prepare.ts";

type WeekTableProps = {
  title: string;
  zone: string;
  population: Population;
  prepared: PreparedWeek;
  /** Called with an hour that was chosen. */
  onChoose?: ((cell: WeekCell) => void) | undefined;
};

/** The heat map as numbers: a row for each hour, a column for each weekday. An hour is chosen here as there. */
export function WeekTable({ title, zone, population, prepared: { days }, onChoose }: WeekTableProps) {
  return (
    <table className={`${classes.table} ${classes.times}`}>
      <caption className={classes.caption}>
        {t("charts.week.caption", { title, zone, population: populationText(population) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("charts.trend.hour.name")}</th>
          {days.map(({ name, long }) => (
            <th key={long} scope="col" abbr={long}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: 24 }, (_, hour) => (
          <tr key={hourLabel(hour)}>
            <th scope="row">{hourLabel(hour)}</th>
            {days.map(({ long, cells }) => {
              const cell = cells[hour];
              return <td key={long}>{cell?.shade === undefined ? "–" : <Hour cell={cell} onChoose={onChoose} />}</td>;
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("charts.columns.all")}</th>
          {days.map(({ long, total }) => (
            <td key={long}>{formatCount(total)}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function Hour({ cell, onChoose }: Pick<WeekTableProps, "onChoose"> & { cell: WeekCell }) {
  if (!(cell.stretch && onChoose)) return formatCount(cell.count);
  return (
    <button
      type="button"
      className={`${classes.value} ${classes.number}`}
      aria-label={cell.name}
      title={t("charts.trend.onlyThis")}
      onClick={() => onChoose(cell)}
    >
      {formatCount(cell.count)}
    </button>
  );
}
