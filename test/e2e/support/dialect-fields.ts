import { expect, type Locator } from "@playwright/test";
import type { Dashboard } from "./dashboard.ts";

/** “What this account can do”: which field plays a role, as a person chooses it. */
export class FieldsDialog {
  private readonly dialog: Locator;

  constructor(private readonly dashboard: Dashboard) {
    this.dialog = dashboard.page.getByRole("dialog", { name: "What this account can do" });
  }

  line(role: string): Locator {
    return this.dialog.getByRole("listitem").filter({ hasText: new RegExp(`^${role}`) });
  }

  /** By the button beside the notes. */
  async openFromNotes(): Promise<void> {
    await this.dashboard.button("Choose fields").click();
  }

  /** By the account's name in the header. */
  async open(): Promise<void> {
    await this.dashboard.header.getByRole("button", { name: /: what this account can do$/ }).click();
  }

  async choose(role: string, field: string): Promise<void> {
    await this.dialog.getByRole("button", { name: `Choose field for ${role}`, exact: true }).click();
    await this.dialog.getByRole("combobox", { name: `Field for ${role}` }).fill(field);
    await this.dialog.getByRole("option", { name: field, exact: true }).click();
    await expect(this.line(role)).toContainText("Chosen here");
  }

  async undo(role: string): Promise<void> {
    await this.dialog.getByRole("button", { name: `Undo choice for ${role}`, exact: true }).click();
    await expect(this.line(role)).not.toContainText("Chosen here");
  }

  /** What is known of the account's API. */
  async says(...sentences: readonly RegExp[]): Promise<void> {
    for (const sentence of sentences) await expect(this.dialog).toContainText(sentence);
  }

  async close(): Promise<void> {
    await this.dialog.page().keyboard.press("Escape");
    await expect(this.dialog).toBeHidden();
  }
}
