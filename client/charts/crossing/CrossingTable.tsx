import { formatCount } from "../../format/numbers.ts";
import type { Population } from "../../insights/breakdown.ts";
import { t } from "../../words/words.ts";
import classes from "../card/ChartTable.module.css";
import { populationText, roleOne } from "../card/words.ts";
import { Shape } from "../marks/Shape.tsx";
import type { ChooseBoth, PreparedCrossing } from "./prepare.ts";

type CrossingTableProps = {
  onBoth: ChooseBoth;

  title: string;
  population: Population;
  prepared: PreparedCrossing;
};

/** Every pair of a channel and a sentiment as a number; each filters as its segment does. */
export function CrossingTable({ title, population, prepared, onBoth }: CrossingTableProps) {
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>
        {t("charts.caption", { title, population: populationText(population) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{roleOne("channel")}</th>
          {prepared.marks.map(({ key, label, color, shape }) => (
            <th key={key} scope="col">
              <Shape shape={shape} color={color} />
              <span translate="no">{label}</span>
            </th>
          ))}
          <th scope="col">{t("charts.columns.all")}</th>
        </tr>
      </thead>
      <tbody>
        {prepared.bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row" translate="no">
              {bar.label}
            </th>
            {bar.segments.map(({ key, label, count, spellings }) => (
              <td key={key}>
                {spellings && count > 0 ? (
                  <button
                    type="button"
                    className={classes.value}
                    aria-label={t("charts.crossing.pair", { channel: bar.label, sentiment: label, count })}
                    onClick={() => onBoth(bar.spellings, spellings)}
                  >
                    {formatCount(count)}
                  </button>
                ) : (
                  formatCount(count)
                )}
              </td>
            ))}
            <td>{formatCount(bar.total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
