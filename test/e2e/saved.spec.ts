import { readFile } from "node:fs/promises";
import { expect, test } from "./support/fixtures.ts";

test.use({ timezoneId: "Asia/Kathmandu" });

test("a view is saved, left, replaced, renamed, opened at the start, deleted, and carried in a file", async ({
  page,
  dashboard,
  openElsewhere,
}) => {
  await dashboard.goto("v=1&range=30d&channel=voice&tz=Europe/Berlin");
  await dashboard.saved.open();
  await dashboard.saved.save("Calls");
  await expect(dashboard.saved.button).toHaveText(/^Views: Calls$/);
  await page.keyboard.press("Escape");
  await dashboard.time.choosePreset("Last 24 hours");
  await expect(dashboard.saved.button).toHaveText("Views: Calls, changed since it was saved");
  await page.goBack();
  await expect(dashboard.saved.button).toHaveText("Views: Calls");
  await page.goForward();
  await dashboard.saved.open();
  await dashboard.button("Replace “Calls”").click();
  await expect(dashboard.saved.button).toHaveText("Views: Calls");
  await dashboard.button("Rename Calls").click();
  await page.getByRole("textbox", { name: "New name of Calls" }).fill("Calls of today");
  await page.keyboard.press("Enter");
  await dashboard.button("Open Calls of today at the start").click();
  await expect(dashboard.button("Open Calls of today at the start")).toHaveAttribute("aria-pressed", "true");
  const download = page.waitForEvent("download");
  await dashboard.button("Export").last().click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("earshot-views.json");

  await dashboard.goto();
  await expect(dashboard.chips).toHaveText(["Time: Last 24 hours", "Channel: Voice"]);
  await expect(dashboard.rangeButton).toContainText("Europe/Berlin");
  await dashboard.saved.open();
  await dashboard.button("Delete Calls of today").click();
  await expect(dashboard.saved.list.getByRole("listitem")).toHaveCount(0);
  await dashboard.button("Undo").click();
  await expect(dashboard.saved.list.getByRole("listitem")).toHaveCount(1);
  await dashboard.button("Delete Calls of today").click();
  await dashboard.goto();
  await expect(dashboard.chips).toHaveCount(0);

  // Another person's browser.
  const other = await openElsewhere(new URL("/", page.url()).href, "UTC");
  await other.saved.open();
  const buffer = await readFile(await file.path());
  await other.page.getByLabel("Import").setInputFiles({ name: "views.json", mimeType: "application/json", buffer });
  await expect(other.page.getByText("1 view added")).toBeVisible();
  await other.page.getByLabel("Import").setInputFiles({
    name: "other.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"no":"views"}'),
  });
  await expect(other.page.getByText("This file is not a list of Earshot’s views.")).toBeVisible();
  await other.button("Open Calls of today").click();
  await expect(other.chips).toHaveText(["Time: Last 24 hours", "Channel: Voice"]);
});

test("a copied link shows the same hours in another zone, with its time moving or fixed", async ({
  page,
  context,
  dashboard,
  openElsewhere,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // The browser's own zone, of which the address says nothing.
  await dashboard.goto();
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  expect(page.url()).not.toContain("tz=");
  const moving = new URL(await dashboard.saved.copyLink("Time that moves along"));
  expect(moving.searchParams.get("tz")).toBe("Asia/Kathmandu");
  expect(moving.searchParams.get("range")).toBeNull();
  const fixed = new URL(await dashboard.saved.copyLink("Time as it is now"));
  expect(fixed.searchParams.get("range")).toMatch(
    /^\d{4}-\d\d-\d\dT00:00\.\.\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{3})?)?$/,
  );
  const rows = (await dashboard.rows.drawn()).slice(0, 8);
  const title = await dashboard.rangeButton.getAttribute("title");
  const population = await dashboard.charts.population("Languages");

  const other = await openElsewhere(fixed.href, "America/New_York");
  await expect(other.foot).toHaveText("100 loaded, more available");
  await expect(other.rangeButton).toContainText("Asia/Kathmandu");
  expect((await other.rows.drawn()).slice(0, 8)).toEqual(rows);
  expect((await other.rangeButton.getAttribute("title"))?.slice(0, 20)).toBe(title?.slice(0, 20));
  expect(await other.charts.population("Languages")).toBe(population);
  const late = await openElsewhere(moving.href, "America/New_York");
  await expect(late.foot).toHaveText("100 loaded, more available");
  await expect(late.rangeButton).toContainText("Last 7 days");
  expect((await late.rows.drawn()).slice(0, 8)).toEqual(rows);
});
