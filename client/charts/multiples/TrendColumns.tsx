import type { PreparedTrend, TrendRow } from "../trend/prepare.ts";
import classes from "./trend.module.css";

type ColumnProps = {
  row: TrendRow;
  prepared: PreparedTrend;
  /** Whether it is being read, and whether it is among those that are selected. */
  isRead: boolean;
  isSelected: boolean;
  /** The layer that is being read, where the keys lead to one. */
  layer: string | undefined;
};

/** The layers of one bucket, the first at the foot; striped where it is not whole or may still grow. */
function Column({ row, prepared, isRead, isSelected, layer }: ColumnProps) {
  const { series, scale } = prepared;
  return (
    <div
      className={classes.column}
      data-read={isRead || undefined}
      data-selected={isSelected || undefined}
      data-open={row.partial || row.fresh || undefined}
    >
      {series
        .map(({ key, color }, place) => ({ key, color, count: row.counts[place] ?? 0 }))
        .filter(({ count }) => count > 0)
        .toReversed()
        .map(({ key, color, count }) => (
          <span
            key={key}
            data-layer={key}
            data-read={(isRead && key === layer) || undefined}
            style={{ height: `${(100 * count) / scale.max}%`, backgroundColor: color }}
          />
        ))}
    </div>
  );
}

/** The line of the period before; broken where nothing is held against a bucket. */
function PreviousLine({ rows, scale }: Pick<PreparedTrend, "rows" | "scale">) {
  const parts: string[] = [];
  let isDrawing = false;
  rows.forEach(({ previous }, place) => {
    if (previous !== undefined) parts.push(`${isDrawing ? "L" : "M"}${place + 0.5},${1 - previous / scale.max}`);
    isDrawing = previous !== undefined;
  });
  if (parts.length === 0) return null;
  return (
    <svg className={classes.previous} viewBox={`0 0 ${rows.length} 1`} preserveAspectRatio="none" aria-hidden="true">
      <path d={parts.join("")} />
    </svg>
  );
}

type TrendColumnsProps = {
  prepared: PreparedTrend;
  at: number | undefined;
  layer: string | undefined;
  selected: { from: number | undefined; to: number | undefined } | undefined;
};

/** All buckets beside each other, whose words and clicks belong to what they are laid in. */
export function TrendColumns({ prepared, at, layer, selected }: TrendColumnsProps) {
  const { rows, scale } = prepared;
  const isSelected = ({ start }: TrendRow) =>
    selected !== undefined && start >= (selected.from ?? start) && start <= (selected.to ?? start);
  return (
    <div className={classes.columns} data-many={rows.length > 40 || undefined} aria-hidden>
      {rows.map((row, place) => (
        <Column key={row.start} {...{ row, prepared, layer }} isRead={place === at} isSelected={isSelected(row)} />
      ))}
      <PreviousLine rows={rows} scale={scale} />
    </div>
  );
}
