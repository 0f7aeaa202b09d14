import { Fragment, useCallback } from "react";
import { t } from "../../words/words.ts";
import classes from "../card/ChartTable.module.css";
import { ValueButton } from "../marks/ValueButton.tsx";
import { NotWhole } from "../time/BucketNotes.tsx";
import { Gap } from "./Gap.tsx";
import type { ExplorePoint } from "./prepare.ts";
import { useLongTable } from "./use-long-table.ts";
import { buttonOf } from "./value-button.ts";
import type { ValueFilter } from "./value-filter.ts";

type ExploreTableProps = {
  title: string;
  heads: readonly string[];
  points: readonly ExplorePoint[];
  /** Undefined where the dimension cannot be filtered by. */
  filter: ValueFilter | undefined;
};

/** Every value with its exact measure; the values filter as the bars do. There is no total: averages do not add up. */
export function ExploreTable({ title, heads, points, filter }: ExploreTableProps) {
  const keyOf = useCallback((index: number) => points[index]?.key ?? "", [points]);
  const { table, isLong, rows, after, measure, stop, keys } = useLongTable({
    count: points.length,
    keyOf,
    isStop: (index) => points[index]?.spellings !== undefined && filter !== undefined,
  });
  // Screen readers are told how many rows there are and which one this is: rows out of sight are not in the document.
  const rowIndex = (index: number) => (isLong ? { "aria-rowindex": index + 1 } : {});
  const drawn = (
    <table ref={table} className={classes.table} {...(isLong ? { "aria-rowcount": points.length + 1 } : {})}>
      <caption className={classes.caption}>
        {isLong && stop !== undefined ? t("charts.explore.longTable", { title }) : title}
      </caption>
      <thead>
        <tr {...rowIndex(0)}>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...keys}>
        {rows.map(({ index, gap }) => {
          const point = points[index];
          if (!point) return null;
          return (
            <Fragment key={point.key}>
              <Gap height={gap} columns={heads.length} />
              <tr ref={measure} data-index={index} {...rowIndex(index + 1)}>
                <th scope="row">
                  <Value point={point} filter={filter} tabIndex={isLong && index !== stop ? -1 : undefined} />
                  <NotWhole state={point} />
                </th>
                <td>{point.value === undefined ? t("charts.explore.none") : point.exact}</td>
              </tr>
            </Fragment>
          );
        })}
        <Gap height={after} columns={heads.length} />
      </tbody>
    </table>
  );
  return isLong ? (
    <>
      {drawn}
      <p className={classes.printed}>{t("charts.explore.printed", { count: points.length })}</p>
    </>
  ) : (
    drawn
  );
}

type ValueProps = Pick<ExploreTableProps, "filter"> & { point: ExplorePoint; tabIndex: number | undefined };

function Value({ point, filter, tabIndex }: ValueProps) {
  const press = buttonOf(point, filter);
  const label = <span translate="no">{point.label}</span>;
  if (!press) return label;
  return (
    <ValueButton className={classes.value} {...press} dimmed={false} tabIndex={tabIndex}>
      {label}
    </ValueButton>
  );
}
