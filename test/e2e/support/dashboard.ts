import type { Download, Locator, Page } from "@playwright/test";

/** A drawn row: its place in the whole list, from 0, and the text of its cells. */
export type DrawnRow = { place: number; cells: string[] };

/** The numbers of a chart as its table tells them. */
export type ChartNumbers = { rows: { label: string; count: number }[]; population: number };

function numberIn(text: string): number {
  return Number(text.replace(/[^\d]/g, ""));
}

/** Where things are on the screen and what a person does there. Assertions stay in the specs. */
export class Dashboard {
  readonly header: Locator;
  readonly main: Locator;
  /** The rows with their status line, whatever form they have. */
  readonly list: Locator;
  readonly table: Locator;
  readonly cards: Locator;
  readonly foot: Locator;
  readonly chips: Locator;
  readonly exportDialog: Locator;
  readonly exports: Locator;
  readonly rangeButton: Locator;
  readonly timeZone: Locator;

  constructor(readonly page: Page) {
    this.header = page.getByRole("banner");
    this.main = page.getByRole("main");
    // Rows that are not conversations, as some accounts give them, are not called so.
    const name = /^(Conversations|Rows)$/;
    this.list = page.getByRole("region", { name });
    this.table = this.list.getByRole("grid", { name });
    this.cards = this.list.getByRole("list", { name }).getByRole("listitem");
    this.foot = this.list.getByRole("status");
    this.chips = page.getByRole("group", { name: "Chosen filters" }).getByRole("listitem");
    this.exportDialog = page.getByRole("dialog", { name: "Export this view" });
    this.exports = page.getByRole("region", { name: "Exports" });
    this.rangeButton = this.header.getByRole("button", { name: /^Time range/ });
    this.timeZone = page.getByRole("combobox", { name: "Time zone" });
  }

  /** Opens the dashboard; `search` is the part of the address that carries the View, with or without its `?`. */
  async goto(search = ""): Promise<void> {
    await this.page.goto(`/${search && !search.startsWith("?") ? `?${search}` : search}`);
  }

  get search(): URLSearchParams {
    return new URL(this.page.url()).searchParams;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) });
  }

  // The table

  columnHeader(name: string): Locator {
    return this.table.getByRole("columnheader", { name });
  }

  columnNames(): Promise<string[]> {
    return this.table.getByRole("columnheader").allInnerTexts();
  }

  drawnRows(): Promise<DrawnRow[]> {
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
    await this.button("Columns").click();
    for (const name of names) await this.page.getByRole("checkbox", { name, exact: true }).click();
    await this.page.keyboard.press("Escape");
  }

  // The filters

  facetButton(role: string): Locator {
    return this.page.getByRole("group", { name: "Filters" }).getByRole("button", { name: new RegExp(`^${role}`) });
  }

  facet(role: string): Locator {
    return this.page.getByRole("region", { name: `${role} filter` });
  }

  facetValue(role: string, value: string): Locator {
    return this.facet(role).getByRole("checkbox", { name: value, exact: true });
  }

  async openFacet(role: string): Promise<void> {
    await this.facetButton(role).click();
  }

  async chooseValue(role: string, value: string): Promise<void> {
    await this.openFacet(role);
    await this.facetValue(role, value).click();
    await this.page.keyboard.press("Escape");
  }

  async removeChip(text: string): Promise<void> {
    await this.page.getByRole("button", { name: `Remove ${text}`, exact: true }).click();
  }

  // The time range

  async choosePreset(name: string): Promise<void> {
    await this.rangeButton.click();
    await this.page.getByRole("group", { name: "Preset ranges" }).getByRole("button", { name, exact: true }).click();
  }

  /** Picks two days, given as `YYYY-MM-DD`, in the calendar, and applies them. */
  async chooseDays(from: string, to: string): Promise<void> {
    await this.rangeButton.click();
    for (const day of [from, to]) await this.calendarDay(day);
    await this.button("Apply").click();
  }

  private async calendarDay(day: string): Promise<void> {
    const calendar = this.page.getByRole("form", { name: "From and to" });
    const words = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
    const button = calendar.getByRole("button", {
      name: new Date(day).toLocaleDateString("en-GB", words),
      exact: true,
    });
    // The calendar opens at the last day of the range; the days looked for are at most a month before it.
    // It is loaded when it is opened: a day that is not there yet must not be taken for one of another month.
    await calendar
      .getByRole("button", { name: /^\d{1,2} \w+ \d{4}$/ })
      .first()
      .waitFor();
    if ((await button.count()) === 0) await calendar.getByRole("button").first().click();
    await button.click();
  }

  async chooseZone(typed: string, option: RegExp): Promise<void> {
    await this.rangeButton.click();
    await this.timeZone.click();
    await this.timeZone.fill(typed);
    await this.page.getByRole("option", { name: option }).click();
    await this.page.keyboard.press("Escape");
  }

  // The charts

  chart(title: string | RegExp): Locator {
    return this.page.getByRole("article", { name: title });
  }

  bar(title: string, value: string): Locator {
    return this.chart(title)
      .getByRole("list", { name: title })
      .getByRole("button", { name: new RegExp(`^${value}`) });
  }

  /** What the card says of how many it counts. */
  populationText(title: string | RegExp): Locator {
    return this.chart(title).getByText(/matching conversations?$/);
  }

  async population(title: string | RegExp = "Conversations by channel"): Promise<number> {
    return numberIn(await this.populationText(title).innerText());
  }

  /** Turns a chart into its table and reads it. */
  async chartNumbers(title: string): Promise<ChartNumbers> {
    await this.button(`${title}: show as table`).click();
    const lines = await this.chart(title)
      .getByRole("row")
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
    await this.button(`${title}: show as chart`).click();
    const numbers = lines
      .slice(1)
      .map(([label = "", count = ""]) => ({ label, count: Number(count.replace(/\D/g, "")) }));
    return { rows: numbers.slice(0, -1), population: numbers.at(-1)?.count ?? Number.NaN };
  }

  get trendPlot(): Locator {
    return this.chart(/over time$/).getByRole("application");
  }

  /** The tooltip of the trend's bar under the pointer. */
  get trendTooltip(): Locator {
    return this.chart(/over time$/).getByRole("status");
  }

  // The export

  /** The newest export in the tray, or the one with the name. */
  exportItem(name?: string): Locator {
    const items = this.exports.getByRole("list", { name: "Exports, newest first" }).locator("> li");
    return (name === undefined ? items : items.filter({ hasText: name })).first();
  }

  async openExportDialog(): Promise<void> {
    await this.header.getByRole("button", { name: "Export", exact: true }).click();
  }

  /** Starts an export by the dialog, which then gives way to the tray. */
  async startExport({ name, format = "CSV" }: { name?: string; format?: string } = {}): Promise<void> {
    await this.openExportDialog();
    await this.exportDialog.getByText(format, { exact: true }).click();
    if (name !== undefined) await this.exportDialog.getByRole("textbox", { name: "Name" }).fill(name);
    await this.exportDialog.getByRole("button", { name: "Start export" }).click();
  }

  async openExports(): Promise<void> {
    await this.header.getByRole("button", { name: /^Exports/ }).click();
  }

  /** Exports the view as CSV; a small one downloads by itself. */
  async exportCsv(): Promise<Download> {
    const download = this.page.waitForEvent("download");
    await this.startExport();
    return download;
  }

  /** What the click of a button of an export, or of an item in its menu of formats, downloads. */
  async downloadExport(item: Locator, button: string): Promise<Download> {
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

  // The whole page

  /** How many pixels the page itself can be scrolled sideways. */
  sidewaysScroll(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** Presses Tab until the focus is where it should be, or the page has surely been walked through. */
  async tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
  }
}
