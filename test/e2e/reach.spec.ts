import { expect, test } from "./support/fixtures.ts";

test("the page opens without a word in the console, is Spanish once that is chosen, and still after a reload", async ({
  page,
  dashboard,
}) => {
  await dashboard.goto();
  await expect(page).toHaveTitle(/Earshot/);
  await expect(dashboard.main).toBeVisible();
  await expect(dashboard.foot).toContainText("100 loaded");
  await dashboard.button("Settings").click();
  await page.getByText("Español", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  for (const name of ["Canal", "Idioma"]) {
    await expect(dashboard.button(new RegExp(`^${name}`)).first()).toBeVisible();
  }
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(dashboard.button(/^Canal/).first()).toBeVisible();
  await expect(dashboard.main).not.toContainText(/Add filter|Columns|loaded|matching|conversations/);
});

test("right to left nothing scrolls sideways, at any width", async ({ page, dashboard }) => {
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.documentElement && document.documentElement.dir !== "rtl") document.documentElement.dir = "rtl";
    }).observe(document, { childList: true, subtree: true });
  });
  const height = 844;
  await page.setViewportSize({ width: 390, height });
  await dashboard.goto();
  for (const [width, rows] of [
    [390, dashboard.cards],
    [720, dashboard.rows.cells],
    [1440, dashboard.rows.cells],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(rows.first(), `${width} px`).toBeVisible();
    await expect(dashboard.foot).toContainText("100 loaded");
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    expect(await dashboard.sidewaysScroll(), `${width} px`).toBe(0);
  }
});

test("a chart file that cannot be loaded leaves the table, and says what to do", async ({
  page,
  dashboard,
  consoleWatch,
}) => {
  consoleWatch.allow(/ERR_FAILED|dynamically imported module/);
  await page.route(/Multiples.*\.js$/, (route) => route.abort());
  await dashboard.goto("v=1&range=30d&tz=UTC");
  await expect(dashboard.main.getByRole("alert")).toContainText("This section stopped working");
  await expect(dashboard.rows.cells.first()).toBeVisible();
  await page.unroute(/Multiples.*\.js$/);
  await dashboard.main.getByRole("link", { name: "Reload" }).click();
  await expect(dashboard.charts.card("Languages")).toBeVisible();
  expect(dashboard.search.get("range")).toBe("30d");
});

test("a browser without Temporal is brought one", async ({ page, dashboard }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Temporal"));
  await dashboard.goto();
  await expect(dashboard.foot).toContainText("100 loaded");
});
