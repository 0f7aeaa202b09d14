import { t } from "../../words/words.ts";
import type { PreparedTrend } from "./prepare.ts";

type MarkedProps = {
  prepared: PreparedTrend;
  selected: { from: number | undefined; to: number | undefined };
  className?: string | undefined;
};

/** What is marked while a selection is drawn, in the head of the chart, where it covers nothing of it. */
export function Marked({ prepared, selected: { from = 0, to = 0 }, className }: MarkedProps) {
  const rows = prepared.rows.filter(({ start }) => start >= from && start <= to);
  const count = rows.reduce((sum, { total }) => sum + total, 0);
  return (
    <span className={className} role="status">
      {t(`charts.trend.${prepared.grain}.marked`, { buckets: rows.length, count })}
    </span>
  );
}
