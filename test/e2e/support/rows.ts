import type { Locator, Page } from "@playwright/test";

/** A drawn row: its place in the whole list, from 0, its conversation, and the text of its cells. */
export type DrawnRow = { place: number; id: string | undefined; cells: string[] };

/** The rows of the table and its columns. */
export class Rows {
  /** The heads of the columns, and the cells under them; without the checkboxes. */
  readonly heads: Locator;
  readonly cells: Locator;
  /** What stands under the list while conversations are selected. */
  readonly selection: Locator;

  constructor(
    private readonly page: Page,
    private readonly list: Locator,
    private readonly table: Locator,
  ) {
    this.heads = table.locator("th:not([data-select])");
    this.cells = table.locator("td:not([data-select])");
    this.selection = list.getByRole("group", { name: "Selection" });
  }

  columnHeader(name: string): Locator {
    return this.table.getByRole("columnheader", { name });
  }

  /** The edge of a column that is moved. */
  columnEdge(name: string): Locator {
    return this.table.getByRole("separator", { name: `${name} column width` });
  }

  columnNames(): Promise<string[]> {
    return this.heads.allInnerTexts();
  }

  async drawn(): Promise<DrawnRow[]> {
    const rows = await this.table
      .getByRole("row")
      .filter({ has: this.page.getByRole("gridcell") })
      .evaluateAll((rows) =>
        rows.map((row) => ({
          place: Number(row.getAttribute("aria-rowindex")) - 2,
          id: row.getAttribute("data-id") ?? undefined,
          cells: [...row.querySelectorAll("td:not([data-select])")].map((cell) => cell.textContent),
        })),
      );
    // While the list moves, the elements are in no order.
    return rows.sort((a, b) => a.place - b.place);
  }

  /** The places of the rows that are drawn. */
  private places(): Promise<number[]> {
    const rows = this.table.locator("tr[aria-rowindex]:has(td)");
    return rows.evaluateAll((all) => all.map((row) => Number(row.getAttribute("aria-rowindex")) - 2));
  }

  /** The row at a place of the whole list, from 0. */
  at(place: number): Locator {
    return this.table.locator(`[aria-rowindex="${place + 2}"]`);
  }

  /** How far rows, or cards, lie apart, and how large the letters in them are; in pixels. */
  lineHeights(): Promise<{ row: number; letters: number }> {
    return this.list.locator("tbody tr, li[aria-posinset]").evaluateAll((lines) => {
      const tops = lines.map((line) => line.getBoundingClientRect().top).sort((a, b) => a - b);
      const gaps = tops.slice(1).map((top, i) => top - (tops[i] ?? 0));
      const [first] = lines;
      return { row: Math.min(...gaps), letters: first ? Number.parseFloat(getComputedStyle(first).fontSize) : 0 };
    });
  }

  /** The checkbox of the row at a place. */
  box(place: number): Locator {
    return this.at(place).getByRole("checkbox");
  }

  /** Turns the wheel over the rows, a screen at a time, until a place is drawn. */
  async scrollTo(place: number): Promise<void> {
    await this.list.hover();
    for (;;) {
      const places = await this.places();
      const [first, last] = [Math.min(...places), Math.max(...places)];
      if (first <= place && place <= last) return;
      const away = place > last ? place - last : place - first;
      await this.page.mouse.wheel(0, Math.sign(away) * Math.min(Math.abs(away) * 30, 600));
      // The rows there are drawn with the frame after the one that moves the list.
      await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
  }

  /** Turns the wheel over the rows, further than they reach. */
  async scrollToEnd(): Promise<void> {
    await this.list.hover();
    await this.page.mouse.wheel(0, 1_000_000);
  }

  async sortBy(column: string): Promise<void> {
    await this.columnHeader(column).getByRole("button").click();
  }

  /** The columns that the account has where nobody chose any. */
  async resetColumns(): Promise<void> {
    await this.page.getByRole("button", { name: "Columns", exact: true }).click();
    await this.page.getByRole("button", { name: "Reset to default" }).click();
    await this.page.keyboard.press("Escape");
  }

  /** Ticks or unticks columns in their menu. */
  async toggleColumns(...names: string[]): Promise<void> {
    await this.page.getByRole("button", { name: "Columns", exact: true }).click();
    for (const name of names) await this.page.getByRole("checkbox", { name, exact: true }).click();
    await this.page.keyboard.press("Escape");
  }
}
