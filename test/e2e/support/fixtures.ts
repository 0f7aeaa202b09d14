import { test as base, expect } from "@playwright/test";
import { ApiCalls } from "./api-calls.ts";
import { ConsoleWatch } from "./console-watch.ts";
import { Dashboard } from "./dashboard.ts";
import type { Product } from "./product.ts";
import { Products } from "./products.ts";
import { type Row, walk } from "./walk.ts";

type TestFixtures = {
  consoleWatch: ConsoleWatch;
  dashboard: Dashboard;
  /** What the page asks of `/api/query`. */
  calls: ApiCalls;
  /** Opens a view, and gives all its rows as the test asks for them itself. */
  openWhole: (view: string) => Promise<Row[]>;
  /** The product's environment. A file that needs another one says `test.use({ settings: { … } })`. */
  settings: Record<string, string>;
  product: Product;
  /** Opens an address in a fresh browser profile, as another person in another zone would. */
  openElsewhere: (address: string, timezoneId: string) => Promise<Dashboard>;
};
type WorkerFixtures = { products: Products };

/** Tests say how times and weeks are written, as they say the zone. A browser that keeps nothing goes by its locale. */
const writeRegion = () => {
  try {
    if (localStorage.getItem("earshot-region") === null)
      localStorage.setItem("earshot-region", JSON.stringify({ clock: "24", week: "1" }));
  } catch {
    // Nothing can be kept.
  }
};

/** A running product of the test's settings, a page object, and a console that must stay silent. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  products: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright takes only a pattern as the first parameter, and this fixture needs no other one
    async ({}, use) => {
      const products = new Products();
      await use(products);
      await products.stop();
    },
    { scope: "worker" },
  ],
  settings: [{ SAMPLE_CONVERSATIONS: "20000" }, { option: true }],
  product: [async ({ products, settings }, use) => use(await products.fresh(settings)), { timeout: 60_000 }],
  baseURL: async ({ product }, use) => use(product.url),
  consoleWatch: [
    async ({ page }, use) => {
      const consoleWatch = new ConsoleWatch();
      consoleWatch.watch(page);
      await use(consoleWatch);
      expect(consoleWatch.unexpected(), "the browser's console must stay silent").toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page }, use) => {
    await page.addInitScript(writeRegion);
    await use(page);
  },
  dashboard: async ({ page }, use) => use(new Dashboard(page)),
  calls: async ({ page }, use) => use(new ApiCalls(page)),
  openWhole: async ({ dashboard, calls, request }, use) =>
    use(async (view) => {
      await dashboard.goto(view);
      await expect(dashboard.foot).toHaveText("100 loaded, more available");
      return walk(request, calls.rowsBody());
    }),
  openElsewhere: async ({ browser, consoleWatch }, use) => {
    const pages: { close(): Promise<void> }[] = [];
    await use(async (address, timezoneId) => {
      const page = await browser.newPage({ timezoneId });
      pages.push(page);
      await page.addInitScript(writeRegion);
      consoleWatch.watch(page);
      await page.goto(address);
      return new Dashboard(page);
    });
    for (const page of pages) await page.close();
  },
});

export { expect };
