import { formatCount } from "../../../format/numbers.ts";
import { t } from "../../../words/words.ts";
import tableClasses from "../../card/ChartTable.module.css";
import { ValueButton } from "../../marks/ValueButton.tsx";
import { NotWhole } from "../../time/BucketNotes.tsx";
import { buttonFor } from "../value-button.ts";
import type { ValueFilter } from "../value-filter.ts";
import type { PreparedSplit, SplitBar } from "./prepare.ts";
import { Series } from "./SplitLegend.tsx";

type SplitTableProps = {
  title: string;
  dimension: string;
  prepared: PreparedSplit;
  filter: ValueFilter | undefined;
  splitFilter: ValueFilter | undefined;
};

/** Every pair of values with its exact measure, and its share where shares are drawn. */
export function SplitTable({ title, dimension, prepared, filter, splitFilter }: SplitTableProps) {
  const { bars, marks, look, isExact } = prepared;
  return (
    <table className={tableClasses.table}>
      <caption className={tableClasses.caption}>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{dimension}</th>
          {marks.map((mark) => (
            <th key={mark.key} scope="col">
              <Series mark={mark} filter={splitFilter} />
            </th>
          ))}
          {isExact && <th scope="col">{t("charts.columns.total")}</th>}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">
              <Value bar={bar} filter={filter} />
              <NotWhole state={bar} />
            </th>
            {bar.parts.map(({ mark, exact, share, value }) => (
              <td key={mark.key}>{look === "share" && value !== undefined ? `${exact} (${share})` : exact}</td>
            ))}
            {bar.total !== undefined && <td>{formatCount(bar.total)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ bar, filter }: { bar: SplitBar; filter: ValueFilter | undefined }) {
  const words = <span translate="no">{bar.label}</span>;
  const press = buttonFor(bar, filter);
  if (!press) return words;
  return (
    <ValueButton className={tableClasses.value} {...press} dimmed={false}>
      {words}
    </ValueButton>
  );
}
