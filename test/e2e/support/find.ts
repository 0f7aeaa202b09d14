import type { Locator, Page } from "@playwright/test";

/** The find box, what opens it, and the lines that it found. */
export class Find {
  readonly button: Locator;
  readonly dialog: Locator;
  readonly box: Locator;
  readonly options: Locator;

  constructor(page: Page) {
    this.button = page.getByRole("banner").getByRole("button", { name: /^Find an ID/ });
    this.dialog = page.getByRole("dialog", { name: "Find", exact: true });
    this.box = this.dialog.getByRole("combobox");
    this.options = this.dialog.getByRole("option");
  }
}
