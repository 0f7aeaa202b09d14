import "rival:@glideapps/glide-data-grid/dist/index.css";
import { DataEditor, GridCellKind } from "rival:@glideapps/glide-data-grid";
import { fields, type Prepare } from "../stage.ts";
import { reactStage, useAllRows } from "./all-rows.tsx";

const columns = fields.map((field) => ({ id: field, title: field, width: 230 }));
/** The texts that were drawn last. */
let drawn: string[] = [];

function Table() {
  const { rows, more } = useAllRows();
  return (
    <DataEditor
      columns={columns}
      rows={rows.length}
      rowHeight={36}
      width="100%"
      height="100dvh"
      getCellContent={([column, row]) => {
        const text = String(rows[row]?.[fields[column] ?? ""]);
        drawn.push(text);
        if (drawn.length > 2000) drawn = drawn.slice(-1000);
        return { kind: GridCellKind.Text, data: text, displayData: text, allowOverlay: false };
      }}
      onVisibleRegionChanged={({ y, height }) => {
        if (y + height > rows.length - 30) more();
      }}
    />
  );
}

/** Glide Data Grid, which draws on a canvas: its rows are no elements, so what was drawn last stands for them. */
export const prepare: Prepare = (root) => ({
  ...reactStage(root, Table, "none", ".dvn-scroller"),
  isFilled: () => drawn.length > 60,
  shows: (text) => drawn.some((one) => one.endsWith(text)),
});
