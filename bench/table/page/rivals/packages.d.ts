// What the bench uses of packages that are installed only when it runs (rivals.ts).

declare module "rival:ag-grid-community" {
  export type GridOptions<Row> = {
    columnDefs: { field: string; flex: number; valueFormatter: (cell: { value: unknown }) => string }[];
    rowHeight: number;
    rowBuffer: number;
    rowModelType: "infinite";
    cacheBlockSize: number;
    maxBlocksInCache: number;
    infiniteInitialRowCount: number;
    datasource: {
      getRows: (asked: { startRow: number; successCallback: (rows: Row[], lastRow?: number) => void }) => void;
    };
  };
  export const AllCommunityModule: unknown;
  export const ModuleRegistry: { registerModules: (modules: unknown[]) => void };
  export function createGrid<Row>(root: HTMLElement, options: GridOptions<Row>): unknown;
}

declare module "rival:tanstack-table-8" {
  type Cell = { id: string; getValue: () => unknown };
  type Row = { id: string; getVisibleCells: () => Cell[] };
  export function getCoreRowModel(): unknown;
  export function useReactTable<Data>(options: {
    columns: { id: string; accessorFn: (row: Data) => unknown }[];
    data: Data[];
    getCoreRowModel: unknown;
  }): { getRowModel: () => { rows: Row[] } };
}

declare module "rival:material-react-table" {
  import type { ReactNode, UIEvent } from "react";

  export function MaterialReactTable<Data>(props: {
    columns: { id: string; header: string; accessorFn: (row: Data) => string }[];
    data: Data[];
    enablePagination: boolean;
    enableRowVirtualization: boolean;
    enableTopToolbar: boolean;
    enableBottomToolbar: boolean;
    rowVirtualizerOptions: { overscan: number; estimateSize: () => number };
    muiTableContainerProps: { id: string; sx: object; onScroll: (event: UIEvent<HTMLDivElement>) => void };
    muiTableBodyRowProps: { sx: object };
    muiTableBodyCellProps: { sx: object };
  }): ReactNode;
}

declare module "rival:@glideapps/glide-data-grid" {
  import type { ReactNode } from "react";

  export const GridCellKind: { Text: "text" };
  export function DataEditor(props: {
    columns: { id: string; title: string; width: number }[];
    rows: number;
    rowHeight: number;
    width: string;
    height: string;
    getCellContent: (place: readonly [number, number]) => {
      kind: "text";
      data: string;
      displayData: string;
      allowOverlay: boolean;
    };
    onVisibleRegionChanged: (region: { y: number; height: number }) => void;
  }): ReactNode;
}
