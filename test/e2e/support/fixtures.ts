import { test as base, expect } from "@playwright/test";
import { ConsoleWatch } from "./console-watch.ts";
import { Dashboard } from "./dashboard.ts";
import { startProduct } from "./product.ts";

type TestFixtures = { consoleWatch: ConsoleWatch; dashboard: Dashboard };
type WorkerFixtures = {
  /** The product's environment. A file that needs another one says `test.use({ settings: { … } })`. */
  settings: Record<string, string>;
  product: { url: string };
};

/** One running product for each worker, a page object, and a console that must stay silent. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  settings: [{ SAMPLE_CONVERSATIONS: "20000" }, { option: true, scope: "worker" }],
  product: [
    async ({ settings }, use) => {
      const product = await startProduct(settings);
      await use(product);
      await product.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
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
  dashboard: async ({ page }, use) => use(new Dashboard(page)),
});

export { expect };
