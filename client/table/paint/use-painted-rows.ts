import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { Rows } from "../../rows/use-rows.ts";
import { TakenAway } from "../../ui/Boundary.tsx";
import type { ActiveCell } from "../keys/use-active-cell.ts";
import { type Opening, rowId } from "../opening.ts";
import type { PlacedRow } from "../scroll/use-row-window.ts";
import type { SelectState } from "../select/select-cell.tsx";
import type { SelectRows } from "../select/use-selection.ts";
import type { Hovered } from "../use-hovered.ts";
import type { CellColumn } from "./grid-row.tsx";
import { type RowPainter, rowPainter } from "./row-painter.ts";
import { warmUp } from "./warm-up.ts";

export type RowsToPaint = {
  drawn: readonly PlacedRow[];
  columns: readonly CellColumn[];
  zone: string;
  rows: Pick<Rows, "isFirstLoad" | "isUpdating">;
  opening: Opening | undefined;
  chosen: SelectRows | undefined;
  active: Pick<ActiveCell, "cell" | "cellId">;
  /** The row under the mouse. */
  hovered: Hovered | undefined;
};

function selectState(id: string | undefined, chosen: SelectRows | undefined): SelectState {
  if (!chosen) return "off";
  if (id === undefined) return "never";
  return chosen.ids.has(id) ? "yes" : "no";
}

/**
 * Paints the rows that are drawn, each time that the grid is drawn.
 *
 * @returns for the element that they are painted into: nothing else is drawn there.
 * @throws {TakenAway} where that element is not on the page any more, for the Boundary around it.
 */
export function usePaintedRows(props: RowsToPaint): RefObject<HTMLTableSectionElement | null> {
  const { drawn, columns, zone, rows, opening, chosen, active, hovered } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const painter = useRef<RowPainter>(undefined);
  const { isFirstLoad, isUpdating } = rows;
  useEffect(
    () => (isFirstLoad && body.current ? warmUp(body.current, columns, zone) : undefined),
    [isFirstLoad, columns, zone],
  );
  useLayoutEffect(() => {
    if (!body.current) return;
    // Somebody put a copy of the table in its place: nobody would see what is painted.
    if (!body.current.isConnected) throw new TakenAway();
    painter.current ??= rowPainter(body.current);
    painter.current.paint(
      drawn.map((placed) => {
        const id = rowId(placed.row, opening);
        return {
          ...placed,
          id,
          columns,
          zone,
          isUpdating,
          isOpen: id !== undefined && id === opening?.openId,
          select: selectState(id, chosen),
          tools: id !== undefined && placed.place === hovered?.row ? hovered.tools : undefined,
          activeColumn: active.cell?.row === placed.place ? active.cell.column : undefined,
          cellId: active.cellId,
        };
      }),
    );
  });
  return body;
}
