import type { Locator, Page, Request } from "@playwright/test";
import { Dashboard } from "../../test/e2e/support/dashboard.ts";
import type { Key, Says } from "./says.ts";

/** How long the page may ask for nothing before it counts as drawn. */
const quietMs = 250;
const settleMs = 20_000;
const lateMs = 3000;
const coming = ["shell.opening", "table.foot.loading", "table.foot.updating", "figures.afterCharts"] as const;

/** The page of one picture: what is pressed on it, in whichever language it speaks, and when it has come to rest. */
export class Screen {
  readonly dashboard: Dashboard;
  #waiting = 0;
  #since = Date.now();

  constructor(
    readonly page: Page,
    readonly says: Says,
    /** Too narrow for things side by side. */
    readonly isNarrow: boolean,
  ) {
    this.dashboard = new Dashboard(page);
    // The events of exports never end.
    const counts = (url: string) => /\/(api|assets)\//.test(url) && !url.endsWith("/events");
    page.on("request", (request) => {
      if (counts(request.url())) this.#waiting += 1;
    });
    const ended = (request: Request) => {
      if (!counts(request.url())) return;
      this.#waiting -= 1;
      this.#since = Date.now();
    };
    page.on("requestfinished", ended);
    page.on("requestfailed", ended);
  }

  button(key: Key, as: "whole" | "begins" = "whole"): Locator {
    return this.page.getByRole("button", { name: this.says(key, as) });
  }

  async press(key: Key, as: "whole" | "begins" = "whole"): Promise<void> {
    await this.button(key, as).first().click();
  }

  /** The dialog or panel that was opened last. */
  get opened(): Locator {
    return this.page.getByRole("dialog").last();
  }

  /** Waits until the page asks for nothing any more and has drawn what came. */
  async settle(): Promise<void> {
    await this.page.locator("main, h1, h2").first().waitFor();
    // A busy machine may ask for nothing for a moment, so it also may not say that something is to come. Some figures
    // never come.
    for (const key of coming)
      await this.page
        .getByText(this.says(key))
        .first()
        .waitFor({ state: "hidden", timeout: lateMs })
        .catch(() => undefined);
    const end = Date.now() + settleMs;
    while (this.#waiting > 0 || Date.now() - this.#since < quietMs) {
      if (Date.now() > end) throw new Error(`The page still asks for something after ${settleMs / 1000} s.`);
      await new Promise((done) => setTimeout(done, 50));
    }
    await this.drawn();
  }

  /** Waits for the next frame but one, and for letters. */
  async drawn(): Promise<void> {
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
  }

  /** What was said, beside the list or over it. */
  get transcript(): Locator {
    return this.page.locator(":is([role=complementary], [role=dialog]) ol").first();
  }

  /** Opens the conversation at a place of the list, from 0. */
  async open(place = 1): Promise<void> {
    const row = this.page.locator(`[role=grid] tr[aria-rowindex="${place + 2}"] td`).nth(2);
    const card = this.page.locator("li[aria-posinset]").nth(place).getByRole("button").first();
    await (this.isNarrow ? card : row).click();
    await this.transcript.waitFor();
  }

  /** Opens the find box and types into it. */
  async find(text: string): Promise<void> {
    await this.page.locator("[data-find]").first().click();
    await this.opened.getByRole("combobox").fill(text);
  }
}
