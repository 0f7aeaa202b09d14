import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent, { PointerEventsCheckLevel } from "@testing-library/user-event";
import { vi } from "vitest";
import { ExportScreen, type ExportScreenProps } from "../../../client/export/ExportScreen.tsx";
import type { ExportSubject } from "../../../client/export/subject.ts";
import { trayOpen } from "../../../client/export/tray-open.ts";
import { indexRows } from "../../../client/rows/row-index.ts";
import { defaultView } from "../../../client/view/view.ts";
import { findFields } from "../../../contract/fields.ts";
import type { Row } from "../../../contract/page.ts";

/** Notes what would be downloaded: jsdom follows no links. */
export function noteDownloads(): string[] {
  const paths: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    paths.push(this.getAttribute("href") ?? "");
  });
  return paths;
}

export const fields = findFields({
  domain: "Conversations",
  cubes: [
    {
      name: "Conversation",
      measures: [{ name: "Conversation.Count", type: "number" }],
      dimensions: [
        { name: "Id", type: "string" },
        { name: "DateCreated", type: "time" },
      ],
    },
  ],
});

export function loadedRows(rows: Row[], ended = false): ExportSubject["rows"] {
  return { index: indexRows([{ items: rows }]), count: rows.length, ended, isUpdating: false };
}

/** The export of a view of two columns over all time. */
export function subject(more: Partial<ExportSubject> = {}): ExportSubject {
  const dimensions = ["Id", "DateCreated"];
  return {
    view: defaultView("Europe/Berlin"),
    fields,
    request: { query: { dimensions, orderBy: [{ field: "Id", direction: "ASC" }] } },
    columns: [
      { field: "DateCreated", label: "Created", kind: "time", sortable: true },
      { field: "Id", label: "Conversation ID", kind: "id", sortable: true },
    ],
    window: { from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 10, 22, 12) },
    rows: loadedRows([]),
    population: { kind: "all", count: 12_408 },
    rowIsConversation: true,
    ...more,
  };
}

/** Draws the export's buttons. @returns a person at the screen, and a way to take it away as a reload does. */
export function showExports(props: Partial<ExportScreenProps> = {}) {
  trayOpen.set(false);
  const words = { range: "Last 7 days", filters: ["Channel: Voice"] };
  const { unmount } = render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <MantineProvider env="test">
        <ExportScreen subject={subject()} words={words} {...props} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
  return { user, unmount };
}

type User = ReturnType<typeof showExports>["user"];

export async function openDialog(user: User): Promise<HTMLElement> {
  await user.click(screen.getByRole("button", { name: "Export" }));
  return screen.findByRole("dialog", { name: "Export view" });
}

/** Starts an export under a name. @returns its entry in the tray. */
export async function startExport(user: User, name: string): Promise<HTMLElement> {
  const dialog = within(await openDialog(user));
  await user.clear(dialog.getByRole("textbox", { name: "File name" }));
  await user.type(dialog.getByRole("textbox", { name: "File name" }), name);
  await user.click(dialog.getByRole("button", { name: "Start export" }));
  return entry(name);
}

/** The entry of an export in the tray, when it is there. */
export async function entry(name: string): Promise<HTMLElement> {
  const title = await screen.findByText(name, { selector: "li p" });
  const item = title.closest("li");
  if (!item) throw new Error("The name is in no entry.");
  return item;
}
