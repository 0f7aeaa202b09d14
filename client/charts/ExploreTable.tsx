import { t } from "../words/words.ts";
import { NotWhole } from "./BucketNotes.tsx";
import classes from "./ChartTable.module.css";
import type { ExplorePoint } from "./prepare/explore.ts";

type ExploreTableProps = { title: string; heads: readonly string[]; points: readonly ExplorePoint[] };

/** Every value with its exact measure. There is no total: averages do not add up. */
export function ExploreTable({ title, heads, points }: ExploreTableProps) {
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>{title}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.key}>
            <th scope="row">
              {point.label}
              <NotWhole state={point} />
            </th>
            <td>{point.value === undefined ? t("charts.explore.none") : point.exact}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
