import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { fieldsWithIds, withIds } from "./support/columns.ts";
import { expectedCells, readCsv, withInstants } from "./support/csv.ts";
import { expect, test } from "./support/fixtures.ts";
import type { Row } from "./support/walk.ts";

/** More than two pages, so that Twilio is asked for a job, which takes its time. */
const view = `v=1&range=90d&channel=voice&tz=Europe/Berlin&${withIds}`;
const cellsOf = (rows: readonly Row[]) => rows.map((row) => expectedCells(row, fieldsWithIds, "DateCreated"));

test("the loaded rows leave by the clipboard, and a view by its exports", async ({
  page,
  context,
  dashboard,
  openWhole,
}) => {
  test.slow();
  const rows = await openWhole(view);
  await test.step("the loaded rows are copied as a table, and it says how many", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    await dashboard.exports.openDialog();
    await dashboard.button("Copy 100 loaded rows").click();
    await expect(dashboard.exports.dialog).toContainText("100 rows copied.");
    const copied: string[][] = parse(await page.evaluate(() => navigator.clipboard.readText()), { delimiter: "\t" });
    expect(copied).toHaveLength(101);
    expect(copied[0]?.slice(0, 2)).toEqual(["Created (Europe/Berlin)", "Conversation ID"]);
    await page.keyboard.press("Escape");
  });
  await test.step("the dialog states what leaves, and a reload in the middle loses nothing", async () => {
    await dashboard.exports.openDialog();
    const count = rows.length.toLocaleString("en-US");
    await expect(dashboard.exports.dialog).toContainText(
      `${count} conversations, 6 columns, Europe/Berlin, newest first`,
    );
    await expect(dashboard.exports.dialog).toContainText("Channel: Voice");
    await page.keyboard.press("Escape");
    await expect(dashboard.button("Export")).toBeFocused();

    await dashboard.exports.start({ name: "reloaded" });
    await expect(dashboard.exports.item("reloaded")).toContainText("Exporting");
    const download = page.waitForEvent("download");
    await page.reload();
    await dashboard.exports.openTray();
    await expect(dashboard.exports.item("reloaded")).toContainText(`Complete: ${count} rows`);
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^reloaded_.+_Europe-Berlin\.csv$/);
    const file = await readCsv(saved);
    expect(file.header[0]).toBe("Created (Europe/Berlin)");
    expect(withInstants(file.rows, 0)).toEqual(cellsOf(rows));
  });
  await test.step("a cancelled export is partial, and resumed it is whole in every format", async () => {
    // The news of an export may overtake the answer to a click: here the answer comes last of all.
    let answerLate = (): void => undefined;
    const late = new Promise<void>((resolve) => {
      answerLate = resolve;
    });
    await page.route("**/cancel", async (route) => {
      const response = await route.fetch();
      await late;
      await route.fulfill({ response });
    });
    await dashboard.exports.start({ name: "resumed", format: "NDJSON" });
    const item = dashboard.exports.item("resumed");
    await item.getByRole("button", { name: "Stop", exact: true }).click();
    await expect(item).toContainText("Stopped manually: partial, ");
    await expect(item.getByRole("button", { name: "Resume", exact: true })).toBeFocused();

    const own = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    await expect(item).toContainText(`Complete: ${rows.length.toLocaleString("en-US")} rows`);
    const lines = (await readFile(await (await own).path(), "utf8")).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows.map((row) => expect.objectContaining(row)));

    const answered = page.waitForResponse("**/cancel");
    answerLate();
    await (await answered).finished();
    const csv = await readCsv(await dashboard.exports.downloadAs(item, "CSV"));
    expect(withInstants(csv.rows, 0)).toEqual(cellsOf(rows));
    expect((await dashboard.exports.downloadAs(item, "Parquet")).suggestedFilename()).toMatch(/^resumed_.+\.parquet$/);
    await dashboard.exports.download(item, "Download NDJSON");
  });
});

test("every tab sees an export, and only its own downloads it", async ({ page, dashboard, openElsewhere }) => {
  await dashboard.goto(view);
  const elsewhere = await openElsewhere(page.url(), "UTC");
  let downloads = 0;
  elsewhere.page.on("download", () => {
    downloads += 1;
  });
  await elsewhere.exports.openTray();
  const download = page.waitForEvent("download");
  await dashboard.exports.start({ name: "shared" });
  await download;
  await expect(elsewhere.exports.item("shared")).toContainText("Complete: ");
  expect(downloads).toBe(0);

  const item = elsewhere.exports.item("shared");
  await item.getByRole("button", { name: "Details" }).click();
  await expect(item).toContainText(/SHA-256 of the rows\s*[0-9a-f]{64}/);
  await item.getByRole("button", { name: "Delete shared" }).click();
  await item.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(dashboard.exports.tray.getByText("shared", { exact: true })).toHaveCount(0);
});
