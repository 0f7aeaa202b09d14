import { getCoreRowModel, useReactTable } from "rival:tanstack-table-8";
import { fields, type Prepare } from "../stage.ts";
import { type Conversation, reactStage, useAllRows, VirtualRows } from "./all-rows.tsx";

const columns = fields.map((field) => ({ id: field, accessorFn: (row: Conversation) => row[field] }));

function Table() {
  const { rows, more } = useAllRows();
  const table = useReactTable({ columns, data: rows, getCoreRowModel: getCoreRowModel() });
  return <VirtualRows lines={table.getRowModel().rows} cells={(line) => line.getVisibleCells()} more={more} />;
}

/** TanStack Table 8 fed all rows. */
export const prepare: Prepare = (root) => reactStage(root, Table);
