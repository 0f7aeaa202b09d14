import type { Download, Locator, Page } from "@playwright/test";

/** The export dialog and the tray of exports. */
export class Exports {
  readonly dialog: Locator;
  readonly tray: Locator;

  constructor(
    private readonly page: Page,
    private readonly header: Locator,
  ) {
    this.dialog = page.getByRole("dialog", { name: "Export view" });
    this.tray = page.getByRole("region", { name: "Exports" });
  }

  /** All exports in the tray, also those of other tests before. */
  items(): Locator {
    return this.tray.getByRole("list", { name: "Exports, newest first" }).locator("> li");
  }

  /** The newest export in the tray, or the one with the name. */
  item(name?: string): Locator {
    const items = this.items();
    return (name === undefined ? items : items.filter({ hasText: name })).first();
  }

  async openDialog(): Promise<void> {
    await this.header.getByRole("button", { name: "Export", exact: true }).click();
  }

  /** Starts an export by the dialog, which then gives way to the tray. */
  async start({ name, format = "CSV" }: { name?: string; format?: string } = {}): Promise<void> {
    await this.openDialog();
    await this.dialog.getByText(format, { exact: true }).click();
    if (name !== undefined) await this.dialog.getByRole("textbox", { name: "File name" }).fill(name);
    await this.dialog.getByRole("button", { name: "Start export" }).click();
  }

  async openTray(): Promise<void> {
    await this.header.getByRole("button", { name: /^Exports/ }).click();
  }

  /** Exports the view as CSV; a small one downloads by itself. */
  async csv(): Promise<Download> {
    const download = this.page.waitForEvent("download");
    await this.start();
    return download;
  }

  /** What the click of a button of an export, or of an item in its menu of formats, downloads. */
  async download(item: Locator, button: string): Promise<Download> {
    const download = this.page.waitForEvent("download");
    await item.getByRole("button", { name: button, exact: true }).click();
    return download;
  }

  async downloadAs(item: Locator, format: string): Promise<Download> {
    await item.getByRole("button", { name: /^Other formats/ }).click();
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("menuitem", { name: `As ${format}` }).click();
    return download;
  }
}
