import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { useState } from "react";
import { vi } from "vitest";
import { useRows } from "../../../client/rows/use-rows.ts";
import { ConversationTable, type ConversationTableProps } from "../../../client/table/ConversationTable.tsx";
import type { ViewColumn } from "../../../client/view/columns.ts";
import type { Sort } from "../../../client/view/view.ts";

/** Room for the header and ten rows of 34 px. */
const boxHeight = 376;

/** jsdom has no layout: gives every element a size, and scrolling a position and its event. */
export function stubLayout(): void {
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(boxHeight);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(1200);
  vi.spyOn(Element.prototype, "scrollHeight", "get").mockReturnValue(1e9);
  vi.spyOn(Element.prototype, "scrollTo").mockImplementation(function (this: Element, options?: unknown) {
    if (typeof options !== "object" || options === null || !("top" in options)) return;
    this.scrollTop = Number(options.top);
    // Later, as in a browser.
    setTimeout(() => fireEvent.scroll(this));
  });
}

/** Makes the screen narrower than 700 px. */
export function stubNarrowScreen(): void {
  const wide = window.matchMedia;
  vi.spyOn(window, "matchMedia").mockImplementation((query) => ({
    ...wide(query),
    matches: query.includes("max-width: 43.749em"),
  }));
}

export function column(kind: ViewColumn["kind"], field: string, label: string = field): ViewColumn {
  return { field, label, kind, sortable: true };
}

type PageProps = Partial<ConversationTableProps> & { columns: readonly ViewColumn[]; pinId?: number };

const noMore = () => {};

/** The table as the app wires it: rows by the request of columns and sort. */
function TablePage({ columns, pinId = 1, onSort, ...props }: PageProps) {
  const [sort, setSort] = useState<Sort>();
  const dimensions = columns.map(({ field }) => field);
  const rows = useRows({ query: sort ? { dimensions, orderBy: [sort] } : { dimensions } }, pinId);
  return (
    <ConversationTable
      rows={rows}
      columns={columns}
      zone="America/New_York"
      sort={sort}
      usualSort={{ field: "Created", direction: "DESC" }}
      onSort={(next) => {
        setSort(next);
        onSort?.(next);
      }}
      filtered={false}
      onClearFilters={noMore}
      {...props}
    />
  );
}

/** Draws the table page, and again with other props. */
export function renderTable(props: PageProps): { show: (props: PageProps) => void } {
  const client = new QueryClient();
  const page = (next: PageProps) => (
    <QueryClientProvider client={client}>
      <MantineProvider env="test">
        <TablePage {...next} />
      </MantineProvider>
    </QueryClientProvider>
  );
  const { rerender } = render(page(props));
  return { show: (next) => rerender(page(next)) };
}

/** The text of an element as a screen reader has it. */
export function spoken(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true);
  if (!(copy instanceof Element)) return "";
  for (const hidden of copy.querySelectorAll("[aria-hidden='true']")) hidden.remove();
  return (copy.textContent ?? "").trim();
}

/** The drawn rows, each as {column: text}. */
export function drawnRows(): Record<string, string>[] {
  const grid = screen.getByRole("grid");
  const labels = within(grid)
    .getAllByRole("columnheader")
    .map((header) => spoken(header));
  return [...grid.querySelectorAll("tbody tr")].map((row) =>
    Object.fromEntries([...row.querySelectorAll("td")].map((cell, i) => [labels[i], spoken(cell)])),
  );
}

export function statusText(): string {
  return screen.getByRole("status").textContent ?? "";
}

/** Scrolls the table so that the given row is the first in sight. */
export function scrollToRow(place: number, rowHeight = 34): void {
  const box = (screen.queryByRole("grid") ?? screen.getByRole("list")).parentElement;
  if (!box) throw new Error("The list has no box");
  act(() => {
    box.scrollTop = place * rowHeight;
    fireEvent.scroll(box);
  });
}
