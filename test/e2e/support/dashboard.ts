import type { Locator, Page } from "@playwright/test";

/** Where things are on the screen and what a person does there. Assertions stay in the specs. */
export class Dashboard {
  readonly header: Locator;
  readonly main: Locator;
  readonly table: Locator;

  constructor(readonly page: Page) {
    this.header = page.getByRole("banner");
    this.main = page.getByRole("main");
    this.table = page.getByRole("table", { name: "Conversations" });
  }

  /** Opens the dashboard; `search` is the part of the address that carries the View, with or without its `?`. */
  async goto(search = ""): Promise<void> {
    await this.page.goto(`/${search && !search.startsWith("?") ? `?${search}` : search}`);
  }
}
