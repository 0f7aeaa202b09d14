import type { Locator, Page } from "@playwright/test";

/** The saved views and the link to a view. */
export class Saved {
  readonly button: Locator;
  readonly list: Locator;

  constructor(private readonly page: Page) {
    this.button = page.getByRole("button", { name: /^Views/ });
    this.list = page.getByRole("list", { name: "Saved views" });
  }

  async open(): Promise<void> {
    await this.button.click();
    await this.page.getByText("Saved views", { exact: true }).waitFor();
  }

  async save(name: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "View name" }).fill(name);
    await this.page.keyboard.press("Enter");
  }

  /** Imports a file of this text into the open list. */
  async importText(text: string): Promise<void> {
    const file = { name: "views.json", mimeType: "application/json", buffer: Buffer.from(text) };
    await this.page.getByLabel("Import").setInputFiles(file);
  }

  /** Copies a link, with the time moving along or as it is now, and gives it. */
  async copyLink(time: "Link with rolling range" | "Link with fixed range"): Promise<string> {
    await this.page.getByRole("button", { name: "Copy link", exact: true }).click();
    await this.page.getByRole("button", { name: time }).click();
    await this.page.getByText("Link copied.").waitFor();
    await this.page.keyboard.press("Escape");
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
