import { fieldsWithIds, withIds } from "./support/columns.ts";
import { expectedCells, readCsv, withInstants } from "./support/csv.ts";
import { expect, test } from "./support/fixtures.ts";
import type { Row } from "./support/walk.ts";

const view = `v=1&range=30d&tz=Europe/Berlin&${withIds}`;
const cellsOf = (rows: readonly (Row | undefined)[]) =>
  rows.map((row) => expectedCells(row ?? {}, fieldsWithIds, "DateCreated"));

test("a selection is copied and exported, wherever its rows are", async ({
  page,
  context,
  dashboard,
  calls,
  openWhole,
}) => {
  test.slow();
  const rows = await openWhole(view);
  await test.step("a selection is copied as a table, also where its rows were let go of", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const copied = async () => {
      await dashboard.rows.selection.getByRole("button", { name: "Copy as table" }).click();
      await expect(dashboard.rows.selection).toContainText(/\d rows? copied\./);
      const lines = (await page.evaluate(() => navigator.clipboard.readText())).trimEnd().split(/\r?\n/);
      return lines.slice(1).map((line) => line.split("\t")[1]);
    };
    const ids = (...places: number[]) => places.map((place) => rows[place]?.["Id"]);
    await dashboard.rows.box(4).click();
    await dashboard.rows.box(1).click();
    const asked = calls.bodies("rows").length;
    expect(await copied()).toEqual(ids(1, 4));
    expect(calls.bodies("rows")).toHaveLength(asked);

    await dashboard.rows.scrollTo(250);
    await dashboard.rows.box(250).click();
    // Refresh reads the list anew, from its first page; the selection stays.
    await dashboard.button("Refresh").click();
    await expect(dashboard.foot).toHaveText(/^100 loaded/);
    await expect(dashboard.rows.selection).toContainText("3 selected");
    expect(await copied()).toEqual(ids(1, 4, 250));
    await dashboard.table.focus();
    await page.keyboard.press("Escape");
    await expect(dashboard.rows.selection).toBeHidden();
  });
  await test.step("rows selected across a scroll leave in the table's order, and no others", async () => {
    await dashboard.rows.scrollTo(250);
    await dashboard.rows.box(250).click();
    await dashboard.rows
      .at(253)
      .getByRole("gridcell")
      .nth(2)
      .click({ modifiers: ["Shift"] });
    await expect(dashboard.rows.selection).toContainText("4 selected (up to 1,000)");
    await page.keyboard.press("Control+Home");
    await dashboard.rows.box(2).click();
    await expect(dashboard.rows.selection).toContainText("5 selected");
    // Another order shows other rows first; the selection is of conversations, not of places.
    await dashboard.rows.sortBy("Created");
    await expect(dashboard.rows.columnHeader("Created")).toHaveAttribute("aria-sort", "ascending");
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    await expect(dashboard.rows.box(2)).not.toBeChecked();
    await dashboard.rows.sortBy("Created");
    await expect(dashboard.rows.box(2)).toBeChecked();

    await dashboard.rows.selection.getByRole("button", { name: "Export selection" }).click();
    const dialog = page.getByRole("dialog", { name: "Export selection" });
    await expect(dialog).toContainText("5 selected conversations, 6 columns, Europe/Berlin, newest first");
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Start export" }).click();
    const saved = await download;
    await expect(dashboard.exports.item()).toContainText("Complete: 5 rows");
    await expect(dashboard.exports.item()).toContainText("5 selected conversations");
    expect(saved.suggestedFilename()).toMatch(/^5-selected-conversations-last-30-days_\d.+_Europe-Berlin\.csv$/);
    const file = await readCsv(saved);
    expect(withInstants(file.rows, 0)).toEqual(cellsOf([2, 250, 251, 252, 253].map((place) => rows[place])));
  });
});

test("the loaded rows are called so, other filters clear and say so, Escape clears", async ({ page, dashboard }) => {
  await dashboard.goto(view);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await dashboard.rows.cells.first().click();
  await expect(page.getByRole("complementary")).toBeVisible();
  await dashboard.table.focus();
  await page.keyboard.press("Control+a");
  await expect(dashboard.rows.selection).toContainText("100 selected");
  await expect(dashboard.rows.selection).toContainText("All 100 loaded rows are selected.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary")).toBeHidden();
  await expect(dashboard.rows.selection).toContainText("100 selected");
  await dashboard.filters.choose("Status", "Closed");
  await expect(dashboard.rows.selection).toContainText("Selection of 100 cleared");
  await expect(dashboard.rows.selection.getByRole("button")).toHaveCount(0);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await dashboard.rows.box(0).click();
  await expect(dashboard.rows.selection).toContainText("1 selected");
  await page.keyboard.press("Escape");
  await expect(dashboard.rows.selection).toBeHidden();
});
