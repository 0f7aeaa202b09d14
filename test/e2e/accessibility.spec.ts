import { axeFaults } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds nothing on the dashboard as it opens, and on the time range", async ({ dashboard, page }) => {
      const clean = async (state: string) => expect.soft(await axeFaults(page), state).toEqual([]);
      await dashboard.goto();
      await expect(dashboard.rows.cells.first()).toBeVisible();
      await expect(dashboard.charts.card("Languages").getByRole("list")).toBeVisible();
      await clean("as it opens");
      await dashboard.rangeButton.click();
      await expect(dashboard.button("Apply")).toBeVisible();
      await clean("the time range");
    });

    test("axe finds nothing on a conversation", async ({ page, dashboard }) => {
      await dashboard.goto();
      await dashboard.rows.cells.first().click();
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/open=/);
      await expect(page.getByRole("complementary").or(page.getByRole("dialog")).first()).toBeVisible();
      await expect(page.getByRole("progressbar")).toHaveCount(0);
      expect(await axeFaults(page)).toEqual([]);
    });

    test("axe finds nothing on a phone", async ({ page, dashboard }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const clean = async (state: string) => expect.soft(await axeFaults(page), state).toEqual([]);
      await dashboard.goto();
      await expect(dashboard.cards.first()).toBeVisible();
      await expect(dashboard.charts.card("Languages").getByRole("list")).toBeVisible();
      await clean("as it opens");
      await dashboard.button("Filters").click();
      await expect(page.getByRole("dialog", { name: "Filters" })).toBeVisible();
      await clean("the filters");
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await dashboard.rangeButton.click();
      await expect(dashboard.button("Apply")).toBeVisible();
      await clean("the time range");
    });
  });
}
