import { AllCommunityModule, createGrid, type GridApi, ModuleRegistry } from "ag-grid-community";
import { filledRows } from "./stage.ts";

type AgRow = Record<string, unknown>;

/** AG Grid Community with its infinite row model, as its documentation sets it up for rows that a server pages. */
export function showAg(root: HTMLElement, total: number, pageRows: number): void {
  ModuleRegistry.registerModules([AllCommunityModule]);
  root.style.height = "100dvh";
  let known = 0;
  const api: GridApi<AgRow> = createGrid<AgRow>(root, {
    columnDefs: ["Created", "Key", "Channels", "Languages", "Sentiment", "Status"].map((field) => ({
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
  });
  window.stage = {
    box: () => root.querySelector(".ag-grid-viewport"),
    count: () => (api.isDestroyed() ? 0 : known),
    rows: () => filledRows(".ag-row"),
  };
}
