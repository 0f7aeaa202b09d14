import type { Download, Locator, Page } from "@playwright/test";

/** The numbers of a breakdown as its table tells them. */
export type ChartNumbers = { rows: { label: string; count: number }[]; population: number };

function numberIn(text: string): number {
  return Number(text.replace(/[^\d]/g, ""));
}

/** The cards of the Analysis lens, and the small charts over the list. */
export class Charts {
  constructor(private readonly page: Page) {}

  card(title: string | RegExp): Locator {
    return this.page.getByRole("article", { name: title });
  }

  /** The lines of the values that a chart shows. */
  values(title: string): Locator {
    return this.card(title).getByRole("list", { name: title });
  }

  bar(title: string, value: string): Locator {
    return this.values(title).getByRole("button", { name: new RegExp(`^${value}`) });
  }

  /** What the card says of how many it counts. */
  populationText(title: string | RegExp): Locator {
    return this.card(title).getByText(/matching conversations?$/);
  }

  async population(title: string | RegExp = "Conversations by channel"): Promise<number> {
    return numberIn(await this.populationText(title).innerText());
  }

  /** Turns a chart into its table, and gives that. */
  async asTable(title: string): Promise<Locator> {
    await this.page.getByRole("button", { name: `${title}: show as table`, exact: true }).click();
    return this.card(title).getByRole("table");
  }

  /** Turns a chart into its table, reads its cells, the head's too, and turns it back. */
  async table(title: string): Promise<string[][]> {
    const lines = await (await this.asTable(title))
      .getByRole("row")
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
    await this.page.getByRole("button", { name: `${title}: show as chart`, exact: true }).click();
    return lines;
  }

  /** The counts of a breakdown, from its table. */
  async numbers(title: string): Promise<ChartNumbers> {
    const [, ...lines] = await this.table(title);
    const numbers = lines.map(([label = "", count = ""]) => ({ label, count: numberIn(count) }));
    return { rows: numbers.slice(0, -1), population: numbers.at(-1)?.count ?? Number.NaN };
  }

  /** An hour of the heat map, or of its table, that can be chosen. */
  hour(day: string, hour: string): Locator {
    return this.card("Conversations by day and hour").getByRole("button", { name: new RegExp(`^${day}, ${hour}`) });
  }

  get trendPlot(): Locator {
    return this.card(/over time$/).getByRole("application");
  }

  /** The tooltip of the trend's bar under the pointer. */
  get trendTooltip(): Locator {
    return this.card(/over time$/).getByRole("status");
  }

  /** Points at a place of the trend, from 0 at its left end to 1 at its right. */
  async pointAtTrend(part: number): Promise<void> {
    const box = await this.trendPlot.boundingBox();
    if (!box) throw new Error("There is no trend to point at.");
    await this.page.mouse.move(box.x + box.width * part, box.y + box.height / 2, { steps: 4 });
  }

  /** Presses over the bars at a place of the trend, counted as in {@link pointAtTrend}. */
  async pressOverTrend(part: number): Promise<void> {
    const box = await this.trendPlot.boundingBox();
    if (!box) throw new Error("There is no trend to press.");
    await this.page.mouse.click(box.x + box.width * part, box.y + 8);
  }

  /** How far the trend's tooltip lies over a place of the plot, counted as in {@link pointAtTrend}; in pixels. */
  async tooltipOver(part: number): Promise<number> {
    const [plot, tooltip] = [await this.trendPlot.boundingBox(), await this.trendTooltip.boundingBox()];
    if (!plot || !tooltip) throw new Error("There is no trend, or nothing is pointed at.");
    const pointer = plot.x + plot.width * part;
    return Math.min(pointer - tooltip.x, tooltip.x + tooltip.width - pointer);
  }

  /** Presses keys on the trend, each before what the last one changes has come to rest: for a hand or a machine in haste. */
  async hurryOnTrend(keys: readonly { key: string; shiftKey?: boolean }[]): Promise<void> {
    await this.trendPlot.evaluate(async (plot, keys) => {
      for (const key of keys) {
        plot.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true }));
        await Promise.resolve();
      }
    }, keys);
  }

  /** Saves one chart by its menu. */
  async save(title: string, item: "Image (PNG)" | "Vector image (SVG)" | "Data (CSV)"): Promise<Download> {
    await this.page.getByRole("button", { name: `${title}: copy or download`, exact: true }).click();
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("menuitem", { name: item }).click();
    return download;
  }

  /** Picks the measure, or by what it is split, of the chart of one's own. */
  async explore(picker: "Measure" | "Group by", option: string): Promise<void> {
    const box = this.page.getByRole("combobox", { name: picker, exact: true });
    await box.click();
    await box.fill(option);
    const name = this.page.getByText(option, { exact: true });
    await this.page.getByRole("option").filter({ has: name }).click();
  }
}
