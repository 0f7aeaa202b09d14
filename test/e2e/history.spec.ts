import { expect, test } from "./support/fixtures.ts";

test("a chart's bar filters; Back, Forward, reload and the link show what they should", async ({
  page,
  dashboard,
  openElsewhere,
}) => {
  await dashboard.goto();
  await dashboard.charts.bar("Conversations by channel", "WhatsApp").click();
  await expect(dashboard.chips).toHaveText(["Channel: WhatsApp"]);
  await page.goBack();
  await expect(dashboard.chips).toHaveCount(0);
  await expect(dashboard.charts.bar("Conversations by channel", "WhatsApp")).toHaveAttribute("aria-pressed", "false");
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
