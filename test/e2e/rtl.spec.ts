import type { Locator } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";

async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  if (!box) throw new Error(`${place} is not on the screen.`);
  return { ...box, end: box.x + box.width };
}

test.use({ viewport: { width: 1440, height: 900 } });

test("right to left everything stands on the other side, and arrow keys go where they point", async ({
  page,
  dashboard,
}) => {
  await page.addInitScript(() => document.addEventListener("DOMContentLoaded", () => (document.dir = "rtl")));
  await dashboard.goto("v=1&range=30d&tz=UTC&channel=voice");
  await expect(dashboard.foot).toContainText("100 loaded");
  await expect(dashboard.charts.values("Languages")).toBeAttached();

  await dashboard.table.focus();
  for (const key of ["ArrowDown", "ArrowDown", "ArrowLeft"]) await page.keyboard.press(key);
  const active = page.locator(`[id="${await dashboard.table.getAttribute("aria-activedescendant")}"]`);
  await expect(active).toHaveAttribute("aria-colindex", "3");
  await page.keyboard.press("Enter");
  const { panel } = dashboard.conversation;
  await expect(panel.getByText("Loading…")).toHaveCount(0);

  expect((await boxOf(panel)).x).toBe(0);
  expect((await boxOf(dashboard.list)).x).toBeGreaterThanOrEqual((await boxOf(panel)).end);
  const [box, first] = [await boxOf(dashboard.rows.box(1)), await boxOf(dashboard.rows.columnHeader("Created"))];
  expect(box.x).toBeGreaterThanOrEqual(first.end);
  expect((await boxOf(dashboard.rows.columnHeader("Name"))).end).toBeLessThanOrEqual(first.x + 1);
  expect((await boxOf(dashboard.button("Columns"))).x).toBeLessThan((await boxOf(dashboard.chips.first())).x);
  expect(await dashboard.sidewaysScroll()).toBe(0);

  // An edge moves where the arrow points: the panel is wider to the right, a column to the left.
  const wasPanel = (await boxOf(panel)).width;
  await panel.getByRole("separator").press("ArrowRight");
  expect((await boxOf(panel)).width).toBeCloseTo(wasPanel + 16, 0);
  const wasColumn = (await boxOf(dashboard.rows.columnHeader("Name"))).width;
  await dashboard.rows.columnEdge("Name").press("ArrowLeft");
  expect((await boxOf(dashboard.rows.columnHeader("Name"))).width).toBeGreaterThan(wasColumn);

  await dashboard.button(/^Exports/).click();
  const tray = await boxOf(dashboard.exports.tray);
  expect(tray.x).toBeLessThan(40);
  await page.keyboard.press("Escape");

  await dashboard.look("Analysis");
  // Where a bar's words begin there begins the bar, too.
  const channels = dashboard.charts.card("Conversations by channel");
  const bar = await boxOf(channels.locator(".recharts-bar-rectangle path").nth(1));
  const line = await boxOf(channels.getByRole("list").getByRole("button").nth(1));
  expect(Math.abs(bar.end - line.end)).toBeLessThan(8);
});
