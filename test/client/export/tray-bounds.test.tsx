import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { ExportTray } from "../../../client/export/ExportTray.tsx";
import { exportsStore } from "../../../client/export/exports-feed.ts";
import { selectedRequest } from "../../../client/view/selected.ts";
import { exportListSchema } from "../../../contract/export-status.ts";
import { mostSelected } from "../../../contract/selection.ts";
import { startSample } from "../../support/servers/proxy.ts";
import { storeExport } from "../../support/stored-exports.ts";
import { until } from "../../support/until.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { entry, noteDownloads, showExports, subject } from "./exports-page.tsx";

afterEach(() => servePageFrom(undefined));

/** A server whose folder of data a test has filled before. */
async function serve(fill: (dataFolder: string) => Promise<void> = () => Promise.resolve()): Promise<string> {
  const dataFolder = await mkdtemp(join(tmpdir(), "earshot-tray-"));
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
  await fill(dataFolder);
  const { url, close } = await startSample({ conversations: 40 }, { dataFolder });
  onTestFinished(close);
  servePageFrom(url);
  return url;
}

test("a thousand selected conversations leave from a view that names a thousand", async () => {
  noteDownloads();
  const url = await serve();
  const ids = Array.from({ length: mostSelected }, (_, place) => `conv_conversimv${String(place).padStart(29, "0")}`);
  const one = subject();
  const { id } = one.fields.roles;
  if (!id) throw new Error("The account has no id.");
  const filter = { kind: "values" as const, field: id.field, values: ids, exclude: false };
  const { user } = showExports({
    subject: {
      ...one,
      view: { ...one.view, more: [filter] },
      request: selectedRequest(selectedRequest(one.request, id, ids), id, ids),
      selected: { ids: new Set(ids), idField: id.field },
    },
  });
  await user.click(screen.getByRole("button", { name: "Export" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Start export" }));
  const item = await entry("Voice, last 7 days");
  await within(item).findByText(/^Complete/);
  const { items } = await (await fetch(`${url}/api/exports`)).json();
  const manifest = await (await fetch(`${url}/api/exports/${items[0].id}/manifest`)).json();
  expect(manifest.selection).toMatchObject({ chosen: mostSelected });
  for (const name of [ids[0], ids.at(-1)]) expect(manifest.link).toContain(name);
  expect(manifest.link.length).toBeGreaterThan(40_000);
});

test("an export that cannot be read is said to be damaged, and can be deleted", async () => {
  const url = await serve(async (dataFolder) => {
    const id = await storeExport(dataFolder, { name: "broken" });
    await writeFile(join(dataFolder, "exports", id, "manifest.json"), "{");
    await storeExport(dataFolder, { name: "whole" });
  });
  const { user } = showExports();
  await user.click(await screen.findByRole("button", { name: "Exports" }));
  expect(await entry("whole")).toBeTruthy();
  const damaged = within(await entry("Damaged export"));
  expect(damaged.getByText(/manifest of this export can’t be read/)).toBeTruthy();
  await user.click(damaged.getByRole("button", { name: "Delete Damaged export" }));
  await user.click(damaged.getByRole("button", { name: "Delete" }));
  await until(() => expect(screen.queryByText("Damaged export")).toBeNull());
  expect(await (await fetch(`${url}/api/exports`)).json()).toMatchObject({ damaged: [], total: 1 });
});

test("rows that are not those that were written are said to be damaged, and are not offered", async () => {
  await serve(async (dataFolder) => {
    const id = await storeExport(dataFolder, { name: "changed" });
    await writeFile(join(dataFolder, "exports", id, "rows.ndjson"), "{}\n");
  });
  const { user } = showExports();
  await user.click(await screen.findByRole("button", { name: "Exports" }));
  const item = within(await entry("changed"));
  expect(await item.findByText("Damaged: 0 rows")).toBeTruthy();
  expect(item.getByText(/rows on the server’s disk have changed/)).toBeTruthy();
  expect(item.queryByRole("button", { name: /^Download/ })).toBeNull();
  expect(item.getByRole("button", { name: "Delete changed" })).toBeTruthy();
});

test("of many exports the newest are shown, and the older ones when they are asked for", async () => {
  const url = await serve(async (dataFolder) => {
    for (const place of [1, 2, 3]) {
      await storeExport(dataFolder, { name: `export ${place}`, createdAt: `2026-11-0${place}T00:00:00.000Z` });
    }
  });
  const page = exportListSchema.parse(await (await fetch(`${url}/api/exports?limit=1`)).json());
  const state = { items: page.items, damaged: page.damaged, next: page.next, connection: "open" as const };
  // Nothing follows the events here, which would bring the whole list.
  exportsStore.set(state);
  render(
    <MantineProvider env="test">
      <ExportTray exports={state} onClose={() => undefined} />
    </MantineProvider>,
  );
  expect(await entry("export 3")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Show older exports" }));
  await until(() => expect(exportsStore.get().next).toBeUndefined());
  expect(exportsStore.get().items.map(({ name }) => name)).toEqual(["export 3", "export 2", "export 1"]);
});
