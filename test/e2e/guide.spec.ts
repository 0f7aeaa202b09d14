import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/fixtures.ts";

test("the guide opens from the settings, the find box and the shortcuts, and is read on its own", async ({
  page,
  context,
  dashboard,
  consoleWatch,
}) => {
  await dashboard.goto();
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  const opened = async (press: () => Promise<void>) => {
    const [guide] = await Promise.all([context.waitForEvent("page"), press()]);
    await expect(guide).toHaveURL(/\/guide\.html$/);
    await expect(guide.getByRole("heading", { level: 1 })).toHaveText("Earshot guide");
    await guide.close();
  };
  await dashboard.button("Settings").click();
  await opened(() => page.getByRole("link", { name: /^Help and guide/ }).click());
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("help");
  await expect(dashboard.find.options.first()).toContainText("Help and guide");
  await opened(() => page.keyboard.press("Enter"));
  await page.keyboard.press("?");
  await opened(() => page.getByRole("link", { name: /^Help and guide/ }).click());

  await page.goto("/guide.html");
  const headings = page.getByRole("main").getByRole("heading", { level: 2 });
  const links = page.getByRole("navigation").getByRole("link");
  expect(await links.allInnerTexts()).toEqual(await headings.allInnerTexts());
  await links.last().click();
  await expect(headings.last()).toBeInViewport();
  await expectAccessible(page, "the guide");
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await dashboard.sidewaysScroll()).toBe(0);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toBeHidden();
  expect(consoleWatch.unexpected()).toEqual([]);
});
