import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { useState } from "react";
import { vi } from "vitest";
import { ConversationPanel } from "../../../client/detail/ConversationPanel.tsx";
import type { PersonLink } from "../../../client/detail/person-links.ts";
import type { Where } from "../../../client/detail/Whereabouts.tsx";
import type { ViewColumn } from "../../../client/view/columns.ts";
import type { Account } from "../../../contract/account.ts";
import type { Row } from "../../../contract/page.ts";

export const columns: ViewColumn[] = [
  { field: "Created", label: "Created", kind: "time", sortable: true },
  { field: "Channels", label: "Channels", kind: "channel", sortable: true },
  { field: "Note", label: "Note", kind: "text", sortable: true },
  { field: "Elsewhere", label: "Elsewhere", kind: "text", sortable: true },
];

export const row: Row = {
  Created: "2026-11-03T12:00:00Z",
  Channels: ["sms", "VOICE"],
  Note: "<b>hi</b>",
  LeadScore: 7,
};

const account: Account = {
  mode: "twilio",
  account: "…c0de",
  fields: {},
  chosen: {},
  refused: [],
  grains: [],
  known: 0,
  version: "0",
};

const requests = [
  { query: { dimensions: ["Id", "Created", "Channels", "Note", "Elsewhere"] } },
  { query: { measures: ["LeadScore"], dimensions: ["Id"] } },
];

/** The account's fields for people, which not every account has. */
export const personColumns: ViewColumn[] = [
  { field: "Customer", label: "Customer", kind: "text", sortable: true, role: "customer" },
  { field: "Agents", label: "Agent", kind: "text", sortable: true, role: "agent" },
  { field: "From", label: "From", kind: "text", sortable: true },
];

type PageProps = {
  ids: readonly string[];
  rows: (id: string) => Row | undefined;
  where: Where | undefined;
  /** What the links of people lead to; without it the account has no field for them. */
  onAll?: (link: PersonLink, isCovered: boolean) => void;
};

/** A list with a button that opens the panel, as the app wires it: ids are stepped through, closing takes it away. */
function Page({ ids, rows, where, onAll }: PageProps) {
  const [reading, setReading] = useState(false);
  const [open, setOpen] = useState<number>();
  const id = open === undefined ? undefined : ids[open];
  const neighbour = (place: number) => {
    const other = ids[place];
    return other === undefined ? undefined : { id: other, row: rows(other) ?? {} };
  };
  return (
    <>
      <button type="button" onClick={() => setOpen(0)}>
        Open the first
      </button>
      {open === undefined || id === undefined ? null : (
        <ConversationPanel
          id={id}
          row={rows(id)}
          where={where}
          requests={requests}
          pinId={1}
          columns={onAll ? [...columns, ...personColumns] : columns}
          zone="America/New_York"
          account={account}
          onClose={() => setOpen(undefined)}
          onStep={(delta) => setOpen(open + delta)}
          place={{ place: open + 1, of: ids.length }}
          neighbours={{ prev: neighbour(open - 1), next: neighbour(open + 1) }}
          reading={reading}
          onRead={setReading}
          onAll={onAll ?? (() => undefined)}
          countOf={({ value }) => (value === "Dana S." ? 6 : undefined)}
        />
      )}
    </>
  );
}

/** Draws the page. */
export function renderPanel(
  ids: readonly string[],
  rows: PageProps["rows"] = () => row,
  where?: Where,
  onAll?: PageProps["onAll"],
): void {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <MantineProvider env="test">
        <Page ids={ids} rows={rows} where={where} {...(onAll ? { onAll } : {})} />
      </MantineProvider>
    </QueryClientProvider>,
  );
}

/** jsdom has no layout: gives what the window over a long transcript measures a size. */
export function stubLayout(): void {
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(60);
  vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(500);
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(500);
}
