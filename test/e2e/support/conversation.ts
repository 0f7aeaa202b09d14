import { expect, type Locator, type Page } from "@playwright/test";

/** The conversation that is open beside the list. */
export class Conversation {
  readonly panel: Locator;
  readonly transcript: Locator;
  /** The conversation where it takes the whole page. */
  readonly reading: Locator;
  readonly people: Locator;
  /** Where it is in the list, when its row is not loaded. */
  readonly where: Locator;

  constructor(page: Page) {
    this.panel = page.getByRole("complementary");
    this.where = this.panel.getByRole("status").filter({ hasText: /view/ });
    this.reading = page.getByRole("dialog").filter({ has: page.getByRole("list", { name: "Transcript" }) });
    this.people = this.panel.getByRole("list", { name: "Participants" });
    this.transcript = this.panel.getByRole("list", { name: "Transcript" });
  }

  /** A part of it: `Transcript`, `Operator results`, `Fields` or `Raw JSON`. */
  readonly part = (name: string): Locator => this.panel.getByRole("region", { name: new RegExp(`^${name}`) });

  /** A part that is unfolded for it, if it is not already: it may unfold by itself, where it is all that there is. */
  readonly unfold = async (name: string): Promise<Locator> => {
    const part = this.part(name);
    const fold = part.getByRole("button", { name: new RegExp(`^${name}`) });
    await expect(async () => {
      if ((await fold.getAttribute("aria-expanded")) === "false") await fold.click();
      await expect(fold).toHaveAttribute("aria-expanded", "true", { timeout: 1000 });
    }).toPass();
    return part;
  };
}
