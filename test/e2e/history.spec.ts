import { expect, test } from "./support/fixtures.ts";

test("a chart's bar filters; Back, Forward, reload and the link show what they should", async ({
  page,
  dashboard,
  openElsewhere,
}) => {
  await dashboard.goto();
  await dashboard.charts.bar("Channels", "WhatsApp").click();
  await expect(dashboard.chips).toHaveText(["Channel: WhatsApp"]);
  await page.goBack();
  await expect(dashboard.chips).toHaveCount(0);
  await expect(dashboard.charts.bar("Channels", "WhatsApp")).toHaveAttribute("aria-pressed", "false");
  await page.goForward();
  await expect(dashboard.chips).toHaveText(["Channel: WhatsApp"]);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await expect(dashboard.table).toHaveAttribute("aria-busy", "false");
  // Those in sight: the rows around them are drawn when there is time.
  const rows = (await dashboard.rows.drawn()).slice(0, 10);
  expect(rows.length).toBeGreaterThan(5);

  await page.reload();
  await expect(dashboard.chips).toHaveText(["Channel: WhatsApp"]);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  expect((await dashboard.rows.drawn()).slice(0, 10)).toEqual(rows);

  const other = await openElsewhere(page.url(), "Asia/Tokyo");
  await expect(other.chips).toHaveText(["Channel: WhatsApp"]);
  await expect(other.foot).toHaveText("100 loaded, more available");
  await expect(other.rangeButton).toContainText("UTC");
  expect((await other.rows.drawn()).slice(0, 10)).toEqual(rows);
});

test("Back does not open again what was closed: after steps, after a filter, after a reload, nor from a link", async ({
  page,
  dashboard,
  openElsewhere,
}) => {
  const { panel } = dashboard.conversation;
  const openRow = (place: number) => dashboard.rows.at(place).getByRole("gridcell").nth(1).click();
  await dashboard.goto("v=1&range=30d&tz=UTC");
  await dashboard.filters.choose("Channel", "Voice");
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await openRow(1);
  await expect(panel).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await page.goBack();
  await expect(dashboard.chips).toHaveCount(0);
  await expect(panel).toBeHidden();
  await page.goForward();
  await expect(dashboard.chips).toHaveText(["Channel: Voice"]);

  await openRow(2);
  await expect(panel).toBeVisible();
  await dashboard.filters.choose("Language", "English");
  await expect(panel).toBeVisible();
  await page.reload();
  await expect(panel).toBeVisible();
  const link = page.url();
  await dashboard.button("Close (Esc)").click();
  await expect(panel).toBeHidden();
  await expect(dashboard.chips).toHaveText(["Channel: Voice", "Language: English"]);
  await page.goBack();
  await expect(dashboard.chips).toHaveText(["Channel: Voice"]);
  await expect(panel).toBeHidden();
  await page.goBack();
  await expect(dashboard.chips).toHaveCount(0);

  const other = await openElsewhere(link, "UTC");
  await expect(other.conversation.panel).toBeVisible();
  await expect(other.foot).toHaveText("100 loaded, more available");
  await other.page.keyboard.press("Escape");
  await expect(other.conversation.panel).toBeHidden();
  await expect(other.chips).toHaveText(["Channel: Voice", "Language: English"]);
});
