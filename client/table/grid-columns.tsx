import { createColumnHelper, metaHelper, type Row as TableRow, tableFeatures } from "@tanstack/react-table";
import type { Row } from "../../contract/page.ts";
import type { ViewColumn } from "../view/columns.ts";
import { Cell } from "./cells/Cell.tsx";

/** Nothing beyond the core: the server sorts, filters and pages. */
export const features = tableFeatures({ columnMeta: metaHelper<{ column: ViewColumn }>() });

export type GridTableRow = TableRow<typeof features, Row>;

const helper = createColumnHelper<typeof features, Row>();

/** The table's columns. A field's name may hold dots, so it is read by a function and never as a path. */
export function gridColumns(columns: readonly ViewColumn[], zone: string) {
  return columns.map((column) =>
    helper.accessor((row) => row[column.field], {
      id: column.field,
      header: column.label,
      meta: { column },
      cell: (context) => <Cell kind={column.kind} value={context.getValue()} zone={zone} />,
    }),
  );
}
