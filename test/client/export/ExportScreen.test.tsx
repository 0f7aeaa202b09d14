import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { keepFocus } from "../../../client/browser/keep-focus.ts";
import { loadLanguage } from "../../../client/words/words.ts";
import { exportListSchema } from "../../../contract/export-status.ts";
import { manifestSchema } from "../../../contract/manifest.ts";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { type ProxyOptions, type RunningProxy, startProxy, startSample } from "../../support/servers/proxy.ts";
import { hang, json, page, twilioError } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { entry, loadedRows, noteDownloads, openDialog, showExports, startExport, subject } from "./exports-page.tsx";

const row = (number: number) => ({ Id: `conv_${number}`, DateCreated: "2026-11-20T10:00:00Z" });
const rows = (from: number, count: number) => Array.from({ length: count }, (_, place) => row(from + place));

let downloads: string[];
let closing: (() => Promise<void>)[];

// As main.tsx does.
beforeAll(keepFocus);

beforeEach(() => {
  sessionStorage.clear();
  downloads = noteDownloads();
  closing = [];
});

afterEach(async () => {
  servePageFrom(undefined);
  for (const close of closing.reverse()) await close();
});

async function serveSample(options: ProxyOptions = {}, conversations = 40): Promise<RunningProxy> {
  const sample = await startSample({ conversations }, options);
  closing.push(() => sample.close());
  servePageFrom(sample.url);
  return sample;
}

async function serveScripted(): Promise<{ upstream: FakeUpstream; proxy: RunningProxy }> {
  const upstream = await startFakeUpstream();
  closing.push(() => upstream.close());
  const proxy = await startProxy(upstream.url);
  closing.push(() => proxy.close());
  servePageFrom(proxy.url);
  return { upstream, proxy };
}

/** What Twilio counts, which is asked for before the rows. */
const counted = (count: number) => page([{ "Conversation.Count": count }]);

/** Two pages, a refused job, and then whatever the test wants of the third page. */
const twoPages = [counted(6), page(rows(0, 3), "t"), page(rows(3, 2), "u"), twilioError(404)] as const;

describe("the dialog", () => {
  test("states what exactly will leave", async () => {
    await serveSample();
    const { user } = showExports();
    const dialog = within(await openDialog(user));
    expect(dialog.getByText("12,408 conversations, 2 columns, Europe/Berlin, newest first")).toBeTruthy();
    expect(dialog.getByText("Last 7 days (Nov 1, 2026, 01:00 to Nov 22, 2026, 13:00)")).toBeTruthy();
    expect(dialog.getByText("Channel: Voice")).toBeTruthy();
    expect(dialog.getByText("Created, Conversation ID")).toBeTruthy();
  });

  test("offers the CSV's options with the CSV only, harmless formulas first", async () => {
    await serveSample();
    const { user } = showExports();
    const dialog = within(await openDialog(user));
    expect(dialog.getByRole("checkbox", { name: "Escape formulas", checked: true })).toBeTruthy();
    expect(dialog.getByRole("combobox", { name: "Column separator" })).toBeTruthy();
    await user.click(dialog.getByRole("radio", { name: "Parquet" }));
    expect(dialog.queryByRole("checkbox")).toBeNull();
    expect(dialog.queryByRole("combobox")).toBeNull();
  });

  test("writes the choices for spreadsheets into the manifest, and exact times are offered where times are dates", async () => {
    const sample = await serveSample();
    const { user } = showExports();
    const dialog = within(await openDialog(user));
    const exact = () => dialog.queryByRole("checkbox", { name: "Add exact times as text" });
    expect(exact()).toBeNull();
    await user.selectOptions(dialog.getByLabelText("Times"), "Date and time for spreadsheets");
    await user.click(exact() ?? screen.getByText("no such box"));
    await user.selectOptions(dialog.getByLabelText("Decimals"), "Comma: 1,5");
    await user.click(dialog.getByRole("checkbox", { name: "Keep codes as text" }));
    await user.click(dialog.getByRole("radio", { name: "XLSX" }));
    expect(exact()).toBeTruthy();
    await user.click(dialog.getByRole("button", { name: "Start export" }));
    await screen.findByText(/^Complete: /);
    const { items } = exportListSchema.parse(await (await fetch(`${sample.url}/api/exports`)).json());
    expect(items[0]?.options).toMatchObject({
      times: "spreadsheet",
      exactTimes: true,
      decimal: ",",
      protectText: true,
      separator: ",",
      escapeFormulas: true,
    });
  });

  test("says how many rows a copy takes, and offers none where none is loaded", async () => {
    await serveSample();
    const { user, unmount } = showExports({ subject: subject({ rows: loadedRows(rows(0, 3)) }) });
    expect(within(await openDialog(user)).getByRole("button", { name: "Copy 3 loaded rows" })).toBeTruthy();
    unmount();
    const empty = showExports();
    expect(within(await openDialog(empty.user)).queryByRole("button", { name: /^Copy/ })).toBeNull();
  });

  test("keeps what was chosen when the server has no room, and says what to do", async () => {
    await serveSample({ exportQuotaBytes: 1 });
    const { user } = showExports();
    const dialog = within(await openDialog(user));
    await user.type(dialog.getByRole("textbox", { name: "File name" }), " of May");
    await user.click(dialog.getByRole("button", { name: "Start export" }));
    const alert = await dialog.findByRole("alert");
    expect(alert.textContent).toMatch(/not started.*EXPORT_QUOTA.*Delete exports/);
    expect(dialog.getByRole("textbox", { name: "File name" })).toHaveProperty(
      "value",
      expect.stringMatching(/ of May$/),
    );
  });

  test("says that the server is away", async () => {
    servePageFrom("http://127.0.0.1:1");
    const { user } = showExports();
    const dialog = within(await openDialog(user));
    await user.click(dialog.getByRole("button", { name: "Start export" }));
    expect((await dialog.findByRole("alert")).textContent).toContain("Earshot’s server isn’t responding.");
    await user.click(dialog.getByRole("button", { name: "Show exports" }));
    expect(await screen.findByText(/exports continue where they stopped/)).toBeTruthy();
  });
});

describe("an export", () => {
  test("opens the tray, becomes complete, and downloads by itself once", async () => {
    const { url } = await serveSample();
    const { user, unmount } = showExports();
    const item = await startExport(user, "may");
    await within(item).findByText("Complete: 40 rows");
    await waitFor(() => expect(downloads).toHaveLength(1));
    expect(downloads[0]).toMatch(/^\/api\/exports\/.+\/file\?format=csv$/);
    const file = await (await fetch(new URL(downloads[0] ?? "", url))).text();
    expect(file.split("\r\n")[0]).toBe("Created (Europe/Berlin),Conversation ID");
    expect(file.trim().split("\r\n")).toHaveLength(41);
    unmount();
    const again = showExports();
    await again.user.click(await screen.findByRole("button", { name: "Exports" }));
    await within(await entry("may")).findByText("Complete: 40 rows");
    expect(downloads).toHaveLength(1);
  });

  test("downloads in another format without a call to Twilio", async () => {
    const { upstream } = await serveScripted();
    upstream.reply(counted(3), page(rows(0, 3)));
    const { user } = showExports();
    const item = await startExport(user, "short");
    await within(item).findByText("Complete: 3 rows");
    const calls = upstream.received.length;
    await user.click(within(item).getByRole("button", { name: "Other formats for short" }));
    await user.click(await screen.findByRole("menuitem", { name: "As XLSX" }));
    await waitFor(() => expect(downloads.at(-1)).toMatch(/format=xlsx$/));
    expect(upstream.received).toHaveLength(calls);
  });

  test("is stopped by a person with the rows so far, and resumed to its end", async () => {
    const { upstream } = await serveScripted();
    upstream.reply(...twoPages, hang);
    const { user } = showExports();
    const item = await startExport(user, "long");
    await within(item).findByText(/^5 of 12,408 rows · 2 pages/);
    expect(screen.getByRole("button", { name: "Exports, 1 running" })).toBeTruthy();
    const button = within(item).getByRole("button", { name: "Stop" });
    await user.click(button);
    await within(item).findByText("Stopped manually: partial, 5 rows");
    expect(within(item).getByRole("button", { name: "Download 5 rows (partial)" })).toBeTruthy();
    expect(downloads).toEqual([]);
    expect(document.activeElement).toBe(button);
    expect(button.textContent).toBe("Resume");
    upstream.reply(page(rows(5, 1)));
    await user.click(button);
    await within(item).findByText("Complete: 6 rows");
    await waitFor(() => expect(downloads).toHaveLength(1));
  });

  test("says that a refused job made it read page by page", async () => {
    const { upstream } = await serveScripted();
    upstream.reply(...twoPages, page(rows(5, 1)));
    const { user } = showExports();
    const item = await startExport(user, "fallen back");
    await within(item).findByText("Complete: 6 rows");
    expect(within(item).getByText(/The query’s pages were read instead\./)).toBeTruthy();
  });

  test("that failed says why and what to do, and can be resumed", async () => {
    const { upstream } = await serveScripted();
    upstream.reply(...twoPages, twilioError(401, { message: "Authenticate" }));
    const { user } = showExports();
    const item = await startExport(user, "refused");
    await within(item).findByText("Failed after 5 rows");
    expect(within(item).getByText(/Check the account’s credentials/)).toBeTruthy();
    expect(within(item).getByRole("button", { name: "Resume" })).toBeTruthy();
    expect(within(item).queryByRole("button", { name: "Download CSV" })).toBeNull();
  });

  test("that lacks conversations says both numbers, comes only when asked for, and can be checked again", async () => {
    const { upstream } = await serveScripted();
    upstream.reply(counted(9), page(rows(0, 3)), counted(9), page(rows(0, 3)));
    const { user } = showExports();
    const item = await startExport(user, "lacking");
    await within(item).findByText("Partial: 3 of 9 conversations");
    expect(within(item).getByText(/^The file has 3 of the 9 conversations that Twilio counts\./)).toBeTruthy();
    expect(downloads).toEqual([]);
    await user.click(within(item).getByRole("button", { name: "Details" }));
    await within(item).findByText("3 conversations; Twilio counts 9");
    await within(item).findByText(/_partial-3-of-9\.csv$/);
    await user.click(within(item).getByRole("button", { name: "Download CSV (unverified)" }));
    await waitFor(() => expect(downloads).toHaveLength(1));
    upstream.reply(counted(3));
    await user.click(within(item).getByRole("button", { name: "Check again" }));
    await within(item).findByText("Complete: 3 rows");
  });

  test("of which Twilio counts something else is unverified, and that is read out", async () => {
    const { upstream } = await serveScripted();
    upstream.reply(counted(2), page(rows(0, 3)), counted(2));
    const { user } = showExports();
    const item = await startExport(user, "odd");
    await within(item).findByText("Unverified: 3 rows");
    expect(within(item).getByText(/^The file has 3 conversations, but Twilio counts 2\./)).toBeTruthy();
    await waitFor(() => {
      expect(screen.getByRole("status").textContent).toBe("Export of odd ended. Unverified: 3 rows.");
    });
  });

  test("speaks Spanish where the screen does, also in what the server says", async () => {
    await loadLanguage("es");
    closing.push(() => loadLanguage("en"));
    const { upstream } = await serveScripted();
    upstream.reply(...twoPages, twilioError(400, { message: "Unknown field Idd" }), twilioError(400), twilioError(400));
    const { user } = showExports();
    await user.click(await screen.findByRole("button", { name: "Exportar" }));
    await user.click(await screen.findByRole("button", { name: "Iniciar exportación" }));
    const tray = await screen.findByRole("region", { name: "Exportaciones" });
    const item = await within(tray).findByRole("listitem");
    await within(item).findByText(/^Falló/);
    expect(item.textContent).toContain("Twilio indicó: “");
    expect(item.textContent).toContain("Cambie la vista e inicie una exportación nueva");
    expect(item.textContent).toContain(
      "Twilio rechazó una instantánea (404). En su lugar se leyeron las páginas de la consulta.",
    );
    await user.click(within(item).getByRole("button", { name: "Detalles" }));
    await within(item).findByText(/^Páginas de la consulta\. Twilio rechazó una instantánea \(404\)\./);
  });

  test("that Twilio makes wait counts down, and can be cancelled meanwhile", async () => {
    const { upstream } = await serveScripted();
    const limited = json({ code: 20429, message: "Slow", httpStatusCode: 429 }, 429, { "retry-after": "3000" });
    upstream.reply(counted(6), page(rows(0, 3), "t"), limited);
    const { user } = showExports();
    const item = await startExport(user, "limited");
    await within(item).findByText(/^Twilio’s rate limit: continuing in [\d,]+ s$/);
    await user.click(within(item).getByRole("button", { name: "Stop" }));
    await within(item).findByText(/^Stopped manually/);
  });
});

describe("the tray", () => {
  test("shows exports that were begun elsewhere, and does not download them", async () => {
    const { url } = await serveSample();
    const { user } = showExports();
    await user.click(await screen.findByRole("button", { name: "Exports" }));
    await screen.findByText("No exports yet");
    const columns = [{ field: "Id", header: "ID" }];
    const body = JSON.stringify({ request: subject().request, columns, name: "of a colleague" });
    await fetch(new URL("/api/exports", url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    await within(await entry("of a colleague")).findByText("Complete: 40 rows");
    expect(downloads).toEqual([]);
  });

  test("shows the manifest's facts", async () => {
    const { url } = await serveSample();
    const { user } = showExports();
    const item = await startExport(user, "facts");
    await within(item).findByText("Complete: 40 rows");
    await user.click(within(item).getByRole("button", { name: "Details" }));
    await waitFor(() => expect(downloads).toHaveLength(1));
    const path = (downloads[0] ?? "").replace(/file.*/, "manifest");
    const { checkpoint } = manifestSchema.parse(await (await fetch(new URL(path, url))).json());
    expect(await within(item).findByText(checkpoint.sha256)).toBeTruthy();
  });

  test("deletes after a question, and the focus stays in it", async () => {
    await serveSample();
    const { user } = showExports();
    const item = await startExport(user, "unwanted");
    await within(item).findByText("Complete: 40 rows");
    await user.click(within(item).getByRole("button", { name: "Delete unwanted" }));
    expect(document.activeElement?.textContent).toBe("Keep");
    await user.click(within(item).getByRole("button", { name: "Keep" }));
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Delete unwanted");
    await user.click(within(item).getByRole("button", { name: "Delete unwanted" }));
    await user.click(within(item).getByRole("button", { name: "Delete" }));
    await screen.findByText("No exports yet");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("region", { name: "Exports" })));
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("region", { name: "Exports" })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Exports" }));
  });

  test("keeps the focus when another tab deletes the export that it stands on", async () => {
    const { url } = await serveSample();
    const { user } = showExports();
    const item = await startExport(user, "unwanted");
    await within(item).findByText("Complete: 40 rows");
    within(item).getByRole("button", { name: "Details" }).focus();
    const { items } = exportListSchema.parse(await (await fetch(`${url}/api/exports`)).json());
    await fetch(`${url}/api/exports/${items[0]?.id}`, { method: "DELETE" });
    await screen.findByText("No exports yet");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("region", { name: "Exports" })));
  });

  test("stands in a tray that Escape closes, also from the button that opened it", async () => {
    await serveSample();
    const { user } = showExports();
    const button = await screen.findByRole("button", { name: "Exports" });
    await user.click(button);
    await screen.findByText("No exports yet");
    await user.keyboard("{Escape}");
    expect(screen.queryByText("No exports yet")).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  test("has beginnings and ends read out, and no progress", async () => {
    const { upstream } = await serveScripted();
    upstream.reply(...twoPages, page(rows(5, 1)));
    const { user } = showExports();
    const said: string[] = [];
    const live = await screen.findByRole("status");
    const watch = new MutationObserver(() => said.push(live.textContent ?? ""));
    watch.observe(live, { childList: true, characterData: true, subtree: true });
    const item = await startExport(user, "spoken");
    await within(item).findByText("Complete: 6 rows");
    await waitFor(() => expect(said.at(-1)).toBe("Export of spoken complete: 6 rows."));
    watch.disconnect();
    expect(new Set(said).size).toBeLessThanOrEqual(2);
  });
});
