import { MaterialReactTable } from "rival:material-react-table";
import { fields, type Prepare } from "../stage.ts";
import { type Conversation, reactStage, useAllRows } from "./all-rows.tsx";

const columns = fields.map((field) => ({
  id: field,
  header: field,
  accessorFn: (row: Conversation) => String(row[field]),
}));

function Table() {
  const { rows, more } = useAllRows();
  return (
    <MaterialReactTable
      columns={columns}
      data={rows}
      enablePagination={false}
      enableRowVirtualization
      enableTopToolbar={false}
      enableBottomToolbar={false}
      rowVirtualizerOptions={{ overscan: 14, estimateSize: () => 36 }}
      muiTableContainerProps={{
        id: "box",
        sx: { height: "100dvh", maxHeight: "100dvh" },
        onScroll: ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          if (scrollHeight - scrollTop - clientHeight < 1600) more();
        },
      }}
      muiTableBodyRowProps={{ sx: { height: 36 } }}
      muiTableBodyCellProps={{ sx: { paddingBlock: 0 } }}
    />
  );
}

/** material-react-table, which is TanStack Table 8 and Material UI, with its rows virtual. */
export const prepare: Prepare = (root) => reactStage(root, Table);
