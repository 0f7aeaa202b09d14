import type { Locator, Page } from "@playwright/test";

/** A drawn row: its place in the whole list, from 0, and the text of its cells. */
export type DrawnRow = { place: number; cells: string[] };

/** The rows of the table and its columns. */
export class Rows {
  constructor(
    private readonly page: Page,
    private readonly list: Locator,
    private readonly table: Locator,
  ) {}

  columnHeader(name: string): Locator {
    return this.table.getByRole("columnheader", { name });
  }

  columnNames(): Promise<string[]> {
    return this.table.getByRole("columnheader").allInnerTexts();
  }

  drawn(): Promise<DrawnRow[]> {
    return this.table
      .getByRole("row")
      .filter({ has: this.page.getByRole("gridcell") })
      .evaluateAll((rows) =>
        rows.map((row) => ({
          place: Number(row.getAttribute("aria-rowindex")) - 2,
          cells: [...row.querySelectorAll("td")].map((cell) => cell.textContent),
        })),
      );
  }

  /** The row at a place of the whole list, from 0. */
  at(place: number): Locator {
    return this.table.locator(`[aria-rowindex="${place + 2}"]`);
  }

  /** Turns the wheel over the rows, further than they reach. */
  async scrollToEnd(): Promise<void> {
    await this.list.hover();
    await this.page.mouse.wheel(0, 1_000_000);
  }

  async sortBy(column: string): Promise<void> {
    await this.columnHeader(column).getByRole("button").click();
  }

  /** Ticks or unticks columns in their menu. */
  async toggleColumns(...names: string[]): Promise<void> {
    await this.page.getByRole("button", { name: "Columns", exact: true }).click();
    for (const name of names) await this.page.getByRole("checkbox", { name, exact: true }).click();
    await this.page.keyboard.press("Escape");
  }
}
