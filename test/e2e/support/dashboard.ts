import type { Locator, Page } from "@playwright/test";
import { Charts } from "./charts.ts";
import { Conversation } from "./conversation.ts";
import { Exports } from "./exports.ts";
import { Filters } from "./filters.ts";
import { Find } from "./find.ts";
import { Presses } from "./presses.ts";
import { Rows } from "./rows.ts";
import { Saved } from "./saved.ts";
import { TimeRange } from "./time-range.ts";

/** Where things are on the screen and what a person does there, room by room. Assertions stay in the specs. */
export class Dashboard {
  readonly header: Locator;
  readonly main: Locator;
  /** The rows with their status line, whatever form they have. */
  readonly list: Locator;
  readonly table: Locator;
  readonly cards: Locator;
  readonly foot: Locator;
  /** The filters that narrow the view, each as its button has it. */
  readonly chips: Locator;
  readonly rangeButton: Locator;
  /** What of the address or of the account's fields could not be used. */
  readonly notes: Locator;
  readonly rows: Rows;
  readonly filters: Filters;
  readonly time: TimeRange;
  readonly charts: Charts;
  readonly conversation: Conversation;
  readonly exports: Exports;
  readonly saved: Saved;
  readonly find: Find;
  readonly presses: Presses;

  constructor(readonly page: Page) {
    this.header = page.getByRole("banner");
    this.main = page.getByRole("main");
    // Rows that are not conversations, as some accounts give them, are not called so.
    const name = /^(Conversations|Rows)$/;
    // Behind the Analysis lens it is still there, as it was left.
    this.list = page.getByRole("region", { name, includeHidden: true });
    this.table = this.list.getByRole("grid", { name, includeHidden: true });
    this.cards = this.list.getByRole("list", { name }).getByRole("listitem");
    this.foot = this.list.getByRole("status", { includeHidden: true });
    this.chips = page.locator("[data-in-use]");
    this.rangeButton = this.main.getByRole("button", { name: /^Time range/ });
    this.notes = this.main.getByRole("status").filter({ has: page.getByRole("button", { name: "Dismiss notes" }) });
    this.rows = new Rows(page, this.list, this.table);
    this.filters = new Filters(page);
    this.time = new TimeRange(page, this.rangeButton);
    this.charts = new Charts(page);
    this.conversation = new Conversation(page);
    this.exports = new Exports(page, this.header);
    this.saved = new Saved(page);
    this.find = new Find(page);
    this.presses = new Presses(page);
  }

  /** Opens the dashboard; `search` is the part of the address that carries the View, with or without its `?`. */
  async goto(search = ""): Promise<void> {
    await this.page.goto(`/${search && !search.startsWith("?") ? `?${search}` : search}`);
  }

  /** Looks at the view through a lens. */
  async look(lens: "Conversations" | "Analysis"): Promise<void> {
    await this.page.getByRole("tab", { name: lens, exact: true }).click();
  }

  get search(): URLSearchParams {
    return new URL(this.page.url()).searchParams;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) });
  }

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
