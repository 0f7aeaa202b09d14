import { expect, test } from "./support/fixtures.ts";

test.use({ locale: "de-DE" });

test("dates and numbers are the browser's with English words, and each can be chosen", async ({ page, dashboard }) => {
  await dashboard.goto("v=1&lens=analysis&range=30d&tz=Europe/Berlin");
  await expect(dashboard.rows.cells.first()).toHaveText(/^\d\d\.\d\d\., \d\d:\d\d$/);
  await expect(dashboard.charts.populationText("Conversations by language")).toHaveText(
    /^All \d{1,3}\.\d{3} matching conversations$/,
  );
  await dashboard.exports.openDialog();
  await expect(dashboard.exports.dialog.getByLabel("Decimals")).toHaveValue(",");
  await expect(dashboard.exports.dialog.getByLabel("Column separator")).toHaveValue(";");
  await page.keyboard.press("Escape");

  await dashboard.button("Settings").click();
  await dashboard.button(/^Formats/).click();
  const dialog = page.getByRole("dialog", { name: "Dates and numbers" });
  await dialog.getByLabel("Dates", { exact: true }).selectOption("Nov 29, 2026");
  await dialog.getByLabel("Clock").selectOption("2:05 PM");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dashboard.rows.cells.first()).toHaveText(/^\w{3} \d{1,2}, \d{1,2}:\d\d\s[AP]M$/);
  await page.reload();
  await expect(dashboard.rows.cells.first()).toHaveText(/^\w{3} \d{1,2}, \d{1,2}:\d\d\s[AP]M$/);
  await expect(dashboard.charts.populationText("Conversations by language")).toHaveText(
    /^All \d{1,3}\.\d{3} matching conversations$/,
  );
});
