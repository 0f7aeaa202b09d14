import type { Locator, Page } from "@playwright/test";

/** The conversation that is open beside the list. */
export class Conversation {
  readonly panel: Locator;
  readonly transcript: Locator;
  /** Where it is in the list, when its row is not loaded. */
  readonly where: Locator;

  constructor(page: Page) {
    this.panel = page.getByRole("complementary");
    this.where = this.panel.getByRole("status").filter({ hasText: /view/ });
    this.transcript = this.panel.getByRole("list", { name: "Transcript" });
  }

  /** A part of it: `Fields`, `Participants`, `Operator results` or `Transcript`. */
  readonly part = (name: string): Locator => this.panel.getByRole("region", { name: new RegExp(`^${name}`) });
}
