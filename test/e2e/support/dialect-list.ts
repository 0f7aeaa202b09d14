import { expect, type Page } from "@playwright/test";
import type { TrueConversation } from "../../server/dialect/truth.ts";
import type { Dashboard } from "./dashboard.ts";
import { endFault } from "./dialect-doubts.ts";
import type { FileColumns } from "./dialect-files.ts";
import { clockOf, hasLetters, sameLetters } from "./dialect-truth.ts";

/** What came of looking at the list: what is wrong without a word, and what it says. */
export type ListReport = { wrong: string[]; said: string[] };

const settleMs = 150_000;
const roles = ["channel", "language", "sentiment", "status"] as const;

/** Goes through the list from its first row to its last one, and holds every drawn row against the conversations. */
export class DialectList {
  constructor(
    private readonly page: Page,
    private readonly dashboard: Dashboard,
    private readonly zone: string,
  ) {}

  /** What the list says of itself beside its foot: notes, and a failure in its place. */
  async notes(): Promise<string> {
    const { list } = this.dashboard;
    const more = list.getByRole("button", { name: /more notes?$/ });
    if ((await more.count()) > 0) await more.click();
    return (await list.getByRole("note").or(list.getByRole("alert")).allInnerTexts()).join(" ");
  }

  /** Whether the list is of rows, of which a conversation may have several. */
  async areRows(): Promise<boolean> {
    return (await this.page.getByRole("region", { name: "Rows", exact: true }).count()) > 0;
  }

  async check(truth: readonly TrueConversation[], columns: FileColumns): Promise<ListReport> {
    const report: ListReport = { wrong: [], said: [] };
    const { dashboard } = this;
    const hasRows = (await dashboard.table.count()) > 0;
    if (hasRows) await this.toEnd();
    const foot = await dashboard.foot.innerText();
    const notes = await this.notes();
    if (notes) report.said.push(`list: ${notes}`);
    const rows = hasRows ? await this.rows() : new Map<number, string[]>();
    const found = await this.checkRows(rows, truth, columns, notes, report);
    // Without an id nothing tells conversations apart, which stands above the list.
    if (!columns.has("id")) return report;
    const fault = endFault({ foot, notes, found, truth: truth.length });
    if (fault) report.wrong.push(`the list's end: ${fault}`);
    else if (!foot.endsWith("all loaded")) report.said.push(`end: ${foot}`);
    return report;
  }

  /**
   * Goes to where the list ends; each page is asked for when its place is come to. The foot says the same twice there: a
   * list that is short of its count may ask on after its last page.
   */
  private async toEnd(): Promise<void> {
    const { dashboard, page } = this;
    await dashboard.table.focus();
    let before = "";
    await expect(async () => {
      await page.keyboard.press("Control+End");
      const [foot, last] = [await dashboard.foot.innerText(), before];
      before = foot;
      expect(foot).not.toMatch(/more available|Loading|Updating|Reading|wait/);
      expect(foot).toBe(last);
    }).toPass({ timeout: settleMs, intervals: [50, 100, 200, 400] });
  }

  /** The cells of every row by their places, a screen of rows at a time. */
  private async rows(): Promise<Map<number, string[]>> {
    const { dashboard, page } = this;
    const rows = new Map<number, string[]>();
    await page.keyboard.press("Control+Home");
    for (let idle = 0; idle < 3; ) {
      const before = rows.size;
      for (const { place, cells } of await dashboard.rows.drawn()) rows.set(place, cells);
      idle = rows.size > before ? 0 : idle + 1;
      await page.keyboard.press("PageDown");
      // The rows there are drawn with the frame after the one that moves the list.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
    await page.keyboard.press("Control+Home");
    return rows;
  }

  /** @returns how many conversations the rows hold. */
  private async checkRows(
    rows: ReadonlyMap<number, readonly string[]>,
    truth: readonly TrueConversation[],
    columns: FileColumns,
    notes: string,
    report: ListReport,
  ): Promise<number> {
    const heads = await this.dashboard.rows.columnNames();
    const at = (role: string) => heads.indexOf(columns.get(role)?.label ?? "");
    const byId = new Map(truth.map((one) => [one.id, one]));
    const areRows = await this.areRows();
    const found = new Set<string>();
    const faults = new Set<string>();
    for (const [place, cells] of at("id") < 0 ? [] : rows) {
      const id = cells[at("id")] ?? "";
      const own = byId.get(id);
      if (!own) faults.add(`row ${place}: ${id} does not belong`);
      else if (found.has(id) && !areRows) faults.add(`row ${place}: ${id} is drawn twice`);
      found.add(id);
      if (own) for (const fault of this.rowFaults(cells, own, at, areRows, notes)) faults.add(`row ${place}: ${fault}`);
    }
    report.wrong.push(...[...faults].slice(0, 6));
    return found.size;
  }

  private rowFaults(
    cells: readonly string[],
    own: TrueConversation,
    at: (role: string) => number,
    areRows: boolean,
    notes: string,
  ): string[] {
    const faults: string[] = [];
    const time = cells[at("time")];
    const clock = clockOf(own.created, this.zone);
    if (time !== undefined && time !== clock) faults.push(`${time} instead of ${clock}`);
    for (const role of roles) {
      const cell = cells[at(role)];
      if (cell === undefined) continue;
      // A cell says it of itself, and the note under the list says it of the column.
      if (cell === "not returned" && /Twilio didn’t return/.test(notes)) continue;
      const due = own[role].join("") || "Not set";
      // Where a conversation has a row for each of its values, the others stand in rows beside it.
      const isOne = areRows && own[role].concat("Not set").some((value) => sameLetters(cell, value));
      const [, start, more] = /^(.*)\+(\d+)$/.exec(cell) ?? [];
      const isStart = more !== undefined && Number(more) < own[role].length && hasLetters(due, start ?? "");
      if (!isOne && !isStart && !sameLetters(cell, due)) faults.push(`${role} ${cell} instead of ${own[role].join()}`);
    }
    return faults;
  }
}
