import "../../../client/ui/mantine.ts";
import "../../../client/ui/tokens.css";
import "../../../client/ui/base.css";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { useRows } from "../../../client/rows/use-rows.ts";
import { ConversationTable } from "../../../client/table/ConversationTable.tsx";
import { theme } from "../../../client/ui/theme.ts";
import type { ViewColumn } from "../../../client/view/columns.ts";
import { t } from "../../../client/words/words.ts";
import type { CellKind } from "../../../contract/roles/role.ts";
import type { ColumnRole } from "../../../contract/roles.ts";
import { type Prepare, stageOf } from "./stage.ts";

const kinds: [string, CellKind & ColumnRole][] = [
  ["Created", "time"],
  ["Key", "id"],
  ["Channels", "channel"],
  ["Languages", "language"],
  ["Sentiment", "sentiment"],
  ["Status", "status"],
];
const columns = kinds.map(([field, kind]): ViewColumn => ({ field, label: field, kind, sortable: true, role: kind }));
const request = { query: { dimensions: columns.map(({ field }) => field) } };
const nothing = (): void => undefined;
let known = 0;

function Product() {
  const rows = useRows(request, 1);
  known = rows.count;
  return (
    <div style={{ display: "flex", height: "100dvh" }}>
      <ConversationTable
        rows={rows}
        columns={columns}
        zone="UTC"
        sort={undefined}
        usualSort={undefined}
        onSort={nothing}
        filtered={false}
        onClearFilters={nothing}
      />
    </div>
  );
}

/** The product's own table, with everything that draws and loads its rows, inside what the dashboard has around it. */
export const prepare: Prepare = (root) => {
  // The dashboard's head has said sentences with values before; the first of them loads the browser's locales.
  t("table.foot.more", { count: 0 });
  let show = nothing;
  function Page() {
    const [isShown, setShown] = useState(false);
    show = () => setShown(true);
    return isShown ? <Product /> : null;
  }
  flushSync(() =>
    createRoot(root).render(
      <MantineProvider theme={theme}>
        <QueryClientProvider client={new QueryClient()}>
          <Page />
        </QueryClientProvider>
      </MantineProvider>,
    ),
  );
  return stageOf("[role=grid] tbody tr", {
    start: () => show(),
    box: () => document.querySelector("[role=grid]")?.parentElement ?? null,
    count: () => known,
  });
};
