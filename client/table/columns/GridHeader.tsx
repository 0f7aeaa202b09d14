import type { Look } from "../../view/shared-look.ts";
import classes from "../grid.module.css";
import { SelectHead } from "../select/SelectHead.tsx";
import type { SelectRows } from "../select/use-selection.ts";
import type { PlacedColumn } from "./grid-model.ts";
import { HeaderCell, type HeaderSorting, type MoveColumn } from "./HeaderCell.tsx";

export type GridHeaderProps = HeaderSorting & {
  columns: readonly PlacedColumn[];
  /** The widths that columns were given. */
  widths: Look["widths"];
  /** Left out where rows cannot be selected. */
  chosen: SelectRows | undefined;
  /** Left out where the order of the columns is not a person's. */
  onMove: MoveColumn | undefined;
};

/** The header: always in sight, a click sorts, an edge is moved, and a column that is dragged goes elsewhere. */
export function GridHeader({ columns, widths, chosen, onMove, ...sorting }: GridHeaderProps) {
  const lead = chosen ? 1 : 0;
  return (
    <thead className={classes.head}>
      <tr className={classes.headRow} aria-rowindex={1}>
        {chosen ? <SelectHead chosen={chosen} /> : null}
        {columns.map(({ column, pin }, place) => (
          <HeaderCell
            key={column.field}
            column={column}
            pin={pin}
            width={widths[column.field]}
            index={place + lead + 1}
            // Pinned columns stay among the pinned, as they are drawn.
            among={columns
              .filter((one) => (one.pin === undefined) === (pin === undefined))
              .map((one) => one.column.field)}
            onMove={onMove}
            {...sorting}
          />
        ))}
      </tr>
    </thead>
  );
}
