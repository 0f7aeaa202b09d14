import { AllCommunityModule, createGrid, type GridOptions, ModuleRegistry } from "rival:ag-grid-community";
import { fields, type Prepare, stageOf } from "../stage.ts";

type AgRow = Record<string, unknown>;

/** AG Grid Community with its infinite row model, as its documentation sets it up for rows that a server pages. */
export const prepare: Prepare = (root, { total, pageRows }) => {
  ModuleRegistry.registerModules([AllCommunityModule]);
  root.style.height = "100dvh";
  let known = 0;
  const options: GridOptions<AgRow> = {
    columnDefs: fields.map((field) => ({
      field,
      flex: 1,
      valueFormatter: ({ value }) => String(value ?? ""),
    })),
    rowHeight: 36,
    rowBuffer: 14,
    rowModelType: "infinite",
    cacheBlockSize: pageRows,
    maxBlocksInCache: 4,
    infiniteInitialRowCount: 1,
    datasource: {
      async getRows({ startRow, successCallback }) {
        const token = encodeURIComponent(`${total}:${startRow}`);
        const { items } = await (await fetch(`/api/query?pageToken=${token}`)).json();
        known = Math.max(known, startRow + items.length);
        successCallback(items, known >= total ? total : undefined);
      },
    },
  };
  return stageOf(".ag-row", {
    start: () => createGrid(root, options),
    box: () => root.querySelector(".ag-grid-viewport"),
    count: () => known,
  });
};
