import { expect, test } from "./support/fixtures.ts";

test("a filter opens, ticks and closes by keys alone, and the focus comes back", async ({ page, dashboard }) => {
  await dashboard.goto();
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await dashboard.tabTo(dashboard.filters.button("Channel"));
  await expect(dashboard.filters.button("Channel")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dashboard.filters.facet("Channel")).toBeVisible();
  const first = dashboard.filters.facet("Channel").getByRole("checkbox").first();
  await dashboard.tabTo(first);
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(dashboard.chips).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(dashboard.filters.facet("Channel")).toBeHidden();
  await expect(dashboard.filters.button("Channel")).toBeFocused();
});

test("the bars and the table are reached by Tab and worked by keys", async ({ page, dashboard }) => {
  await dashboard.goto();
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  const bar = dashboard.charts.bar("Conversations by channel", "Chat");
  await expect(bar).toBeVisible();
  await dashboard.tabTo(bar);
  await expect(bar).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dashboard.chips).toHaveText(["Channel: Chat"]);
  await expect(bar).toBeFocused();
  await dashboard.tabTo(dashboard.table);
  await expect(dashboard.table).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  const cell = await dashboard.table.getAttribute("aria-activedescendant");
  await expect(page.locator(`[id="${cell}"]`)).toHaveAttribute("aria-colindex", "3");
  await page.keyboard.press("Control+End");
  await expect(dashboard.foot).toHaveText("200 loaded, more available");
});
