import { expect, test } from "./support/fixtures.ts";

for (const width of [320, 390]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 844 }, hasTouch: true });

    test("rows are cards, filters a drawer, the lenses at the foot, and nothing scrolls sideways", async ({
      page,
      dashboard,
    }) => {
      await dashboard.goto("v=1&range=30d&tz=UTC");
      await expect(dashboard.foot).toHaveText("100 loaded, more available");
      await expect(dashboard.table).toHaveCount(0);
      await expect(dashboard.cards.first()).toBeVisible();
      expect(await dashboard.sidewaysScroll()).toBe(0);

      await dashboard.button("Filters").tap();
      const drawer = page.getByRole("dialog", { name: "Filters" });
      await expect(drawer).toBeVisible();
      await dashboard.filters.value("Channel", "Voice").tap();
      await dashboard.filters.value("Language", "English").tap();
      expect(await dashboard.sidewaysScroll()).toBe(0);
      await drawer.getByRole("button", { name: "Done" }).tap();
      await expect(drawer).toBeHidden();
      await expect(dashboard.button("Filters (2)")).toBeVisible();
      await expect(dashboard.cards.first()).toContainText("Voice");
      expect(await dashboard.sidewaysScroll()).toBe(0);

      await dashboard.rangeButton.tap();
      await expect(page.getByRole("dialog", { name: "Time range" })).toBeVisible();
      expect(await dashboard.sidewaysScroll()).toBe(0);
      await page.keyboard.press("Escape");
      await expect(dashboard.rangeButton).toBeFocused();

      await dashboard.look("Analysis");
      const languages = dashboard.charts.card("Conversations by language");
      await languages.scrollIntoViewIfNeeded();
      await expect(languages).toBeInViewport();
      expect(await dashboard.sidewaysScroll()).toBe(0);
      await dashboard.look("Conversations");
      await expect(languages).toHaveCount(0);
      await expect(dashboard.cards.first()).toBeVisible();
    });
  });
}
