import type { Locator, Page } from "@playwright/test";

/** The conversation that is open beside the list. */
export class Conversation {
  readonly panel: Locator;
  readonly transcript: Locator;

  constructor(page: Page) {
    this.panel = page.getByRole("complementary");
    this.transcript = this.panel.getByRole("list", { name: "Transcript" });
  }

  /** A part of it: `Fields`, `Participants`, `Operator results` or `Transcript`. */
  part(name: string): Locator {
    return this.panel.getByRole("region", { name: new RegExp(`^${name}`) });
  }
}
