import { Measured } from "../../card/Measured.tsx";
import type { ValueFilter } from "../value-filter.ts";
import type { PreparedSplit } from "./prepare.ts";
import classes from "./Split.module.css";
import { SplitBars } from "./SplitBars.tsx";
import { SplitColumns } from "./SplitColumns.tsx";
import { SplitLegend } from "./SplitLegend.tsx";
import type { Split } from "./split.ts";

type SplitChartProps = {
  label: string;
  split: Split;
  prepared: PreparedSplit;
  filter: ValueFilter | undefined;
  splitFilter: ValueFilter | undefined;
  onMore: () => void;
};

/** A measure by two dimensions: bars, or, where the first is a time, columns or lines over it. */
export function SplitChart({ label, split: { grain }, prepared, filter, splitFilter, onMore }: SplitChartProps) {
  if (grain)
    return (
      <div className={classes.fill}>
        <SplitLegend marks={prepared.marks} filter={splitFilter} />
        <div className={classes.time}>
          <Measured initial={{ width: 400, height: 110 }}>
            {(size) => <SplitColumns label={label} prepared={prepared} grain={grain} size={size} />}
          </Measured>
        </div>
      </div>
    );
  return (
    <Measured initial={{ width: 400, height: 150 }}>
      {(size) => (
        <SplitBars
          label={label}
          prepared={prepared}
          width={size.width / size.fontScale}
          height={size.height / size.fontScale}
          filter={filter}
          splitFilter={splitFilter}
          onMore={onMore}
        />
      )}
    </Measured>
  );
}
