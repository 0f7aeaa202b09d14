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
  await expect(dashboard.saved.button).toHaveAccessibleName("Views: Calls");
  await page.keyboard.press("Escape");
  await dashboard.time.choosePreset("Last 24 hours");
  await expect(dashboard.saved.button).toHaveAccessibleName("Views: Calls, unsaved changes");
  await page.goBack();
  await expect(dashboard.saved.button).toHaveAccessibleName("Views: Calls");
  await page.goForward();
  await dashboard.saved.open();
  await dashboard.button("Replace “Calls”").click();
  await expect(dashboard.saved.button).toHaveAccessibleName("Views: Calls");
  await dashboard.button("Rename Calls").click();
  await page.getByRole("textbox", { name: "New name for Calls" }).fill("Calls of today");
  await page.keyboard.press("Enter");
  await dashboard.button("Open Calls of today by default").click();
  await expect(dashboard.button("Open Calls of today by default")).toHaveAttribute("aria-pressed", "true");
  const download = page.waitForEvent("download");
  await dashboard.button("Export").last().click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("earshot-views.json");

  await dashboard.goto();
  await expect(dashboard.chips).toHaveText(["Channel: Voice"]);
  await expect(dashboard.rangeButton).toContainText("Last 24 hours");
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
  await other.saved.importText(await readFile(await file.path(), "utf8"));
  await expect(other.page.getByText("1 view added")).toBeVisible();
  await other.saved.importText('{"no":"views"}');
  await expect(other.page.getByText("This file isn’t a list of Earshot views.")).toBeVisible();
  await other.button("Open Calls of today").click();
  await expect(other.chips).toHaveText(["Channel: Voice"]);
  await expect(other.rangeButton).toContainText("Last 24 hours");
});

test("a saved view of which this version or account cannot show all says what is missing, and is not called another", async ({
  page,
  dashboard,
}) => {
  const views = [
    { name: "Usual", search: "?v=1&tz=UTC" },
    { name: "Of later", search: "?v=1&range=next-moon&tz=UTC" },
    { name: "Of others", search: "?v=1&in.Agent=Ann&tz=UTC" },
  ];
  await dashboard.goto();
  await dashboard.saved.open();
  await dashboard.saved.importText(JSON.stringify({ earshot: "views", version: 1, views }));
  await dashboard.button("Open Of later").click();
  await expect(dashboard.notes).toHaveText("“next-moon” isn’t a valid time range. Showing the last 7 days.");
  await expect(dashboard.saved.button).toHaveAccessibleName("Views: Of later, unsaved changes");
  await page.reload();
  await expect(dashboard.notes).toContainText("next-moon");
  await dashboard.saved.open();
  await dashboard.button("Open Of others").click();
  await expect(dashboard.notes).toHaveText("This account has no field “Agent”, so the filter on it isn’t applied.");
  await expect(dashboard.saved.button).toHaveAccessibleName("Views: Of others, unsaved changes");
  await page.goBack();
  await expect(dashboard.notes).toContainText("next-moon");
  await dashboard.saved.open();
  await dashboard.button("Replace “Of later”").click();
  await expect(dashboard.notes).toHaveCount(0);
  await expect(dashboard.saved.button).toHaveAccessibleName("Views: Of later");
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
  const moving = new URL(await dashboard.saved.copyLink("Link with rolling range"));
  expect(moving.searchParams.get("tz")).toBe("Asia/Kathmandu");
  expect(moving.searchParams.get("range")).toBeNull();
  const fixed = new URL(await dashboard.saved.copyLink("Link with fixed range"));
  expect(fixed.searchParams.get("range")).toMatch(
    /^\d{4}-\d\d-\d\dT00:00\.\.\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{3})?)?$/,
  );
  const rows = (await dashboard.rows.drawn()).slice(0, 8);
  const title = await dashboard.rangeButton.getAttribute("title");
  await dashboard.look("Analysis");
  const population = await dashboard.charts.population("Conversations by language");

  const other = await openElsewhere(fixed.href, "America/New_York");
  await expect(other.foot).toHaveText("100 loaded, more available");
  await expect(other.rangeButton).toContainText("Asia/Kathmandu");
  expect((await other.rows.drawn()).slice(0, 8)).toEqual(rows);
  expect((await other.rangeButton.getAttribute("title"))?.slice(0, 20)).toBe(title?.slice(0, 20));
  await other.look("Analysis");
  expect(await other.charts.population("Conversations by language")).toBe(population);
  const late = await openElsewhere(moving.href, "America/New_York");
  await expect(late.foot).toHaveText("100 loaded, more available");
  await expect(late.rangeButton).toContainText("Last 7 days");
  expect((await late.rows.drawn()).slice(0, 8)).toEqual(rows);
});
