import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { fields, type Prepare } from "../stage.ts";
import { type Conversation, reactStage, useAllRows, VirtualRows } from "./all-rows.tsx";

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, Conversation>();
const columns = fields.map((field) => helper.accessor((row) => row[field], { id: field }));

function Table() {
  const { rows, more } = useAllRows();
  const table = useTable({ features, columns, data: rows });
  return <VirtualRows lines={table.getRowModel().rows} cells={(line) => line.getAllCells()} more={more} />;
}

/** TanStack Table 9 fed all rows. */
export const prepare: Prepare = (root) => reactStage(root, Table);
