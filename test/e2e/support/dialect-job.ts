import { expect, type Page } from "@playwright/test";
import { availableColumns } from "../../../client/view/columns.ts";
import { accountSchema, namedFields } from "../../../contract/account.ts";
import { findFields } from "../../../contract/fields.ts";
import { metadataSchema, withoutRefused } from "../../../contract/metadata.ts";
import type { TrueConversation } from "../../server/dialect/truth.ts";
import type { ApiCalls } from "./api-calls.ts";
import { readCsv } from "./csv.ts";
import type { Dashboard } from "./dashboard.ts";
import { clockOf, dayCounts, sameLetters, valueCounts } from "./dialect-truth.ts";
import { walk } from "./walk.ts";

/** What came of the job: figures that are wrong without a word, and what the screen says to be missing or doubtful. */
export type ScreenReport = { wrong: string[]; said: string[] };

const settleMs = 45_000;
const titles = {
  channel: "Conversations by channel",
  language: "Languages",
  sentiment: "Sentiment split",
} as const;
/** What the foot says while something is being asked for. */
const unsettled = /^(Loading…|Updating…|Twilio asks us to wait.*|.*Loading more…|The pages had expired.*)$/;

/** Sentences by which the screen says that a figure beside them may not be the true one. */
const doubts =
  /approximate|in this chart, but|may be|may stand|couldn’t be read|didn’t return|more than once|Only the|left out|outside the time range|leaves out|no more|but Twilio counts/;

/** A supervisor's first minute at the screen, before an account whose conversations are known. */
export class DialectJob {
  readonly report: ScreenReport = { wrong: [], said: [] };

  constructor(
    private readonly page: Page,
    private readonly dashboard: Dashboard,
    private readonly calls: ApiCalls,
    private readonly zone: string,
  ) {}

  /** Does a part of the job; the others go on where it fails. */
  async step(what: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.report.wrong.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Waits until nothing on the screen is being asked for. */
  private async settle(): Promise<void> {
    const { page, dashboard } = this;
    await expect(dashboard.foot).not.toHaveText(unsettled, { timeout: settleMs });
    await expect(page.locator("main [aria-busy=true]")).toHaveCount(0, { timeout: settleMs });
  }

  /** What the list says of itself: its foot, its notes, and a failure in its place. */
  private async listWords(): Promise<string> {
    const { list } = this.dashboard;
    const parts = list.getByRole("status").or(list.getByRole("note")).or(list.getByRole("alert"));
    return (await parts.allInnerTexts()).join(" ");
  }

  private screenWords(): Promise<string[]> {
    return this.dashboard.notes.allInnerTexts();
  }

  /** A figure that is not the true one is only wrong where no sentence beside it says so. */
  private hold(what: string, got: unknown, expected: unknown, words: string): void {
    if (JSON.stringify(got) === JSON.stringify(expected)) return;
    const line = `${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(expected)}`;
    (doubts.test(words) ? this.report.said : this.report.wrong).push(`${line} [${words}]`);
  }

  /** Rows, cards and the list's end of what the view has now. */
  async checkView(truth: readonly TrueConversation[]): Promise<void> {
    await this.settle();
    await this.checkRows(truth);
    await this.checkCards(truth);
    await this.checkEnd(truth);
  }

  /** Opens the second row: the panel is of one conversation of the view. */
  async checkOpen(truth: readonly TrueConversation[]): Promise<void> {
    const { dashboard, page, report } = this;
    await this.settle();
    await dashboard.rows.at(1).getByRole("gridcell").nth(1).click();
    await expect(dashboard.conversation.part("Fields")).toBeVisible();
    const words = await dashboard.conversation.part("Fields").innerText();
    const shown = truth.filter(({ id }) => words.includes(id));
    if (shown.length !== 1) report.wrong.push(`the panel shows ${shown.length} conversations`);
    await page.keyboard.press("Escape");
    await expect(dashboard.conversation.panel).toBeHidden();
  }

  /** Every figure of every card against the conversations that it should count. */
  private async checkCards(truth: readonly TrueConversation[]): Promise<void> {
    for (const role of ["channel", "language", "sentiment"] as const) await this.checkBreakdown(role, truth);
    const card = this.dashboard.charts.card(/over time$/);
    const title = await card.getByRole("heading").innerText();
    const words = await this.cardWords(card.locator("p, [role=status]"), title);
    if ((await this.tableSwitch(title).count()) === 0) return;
    const lines = await this.dashboard.charts.table(title);
    const days = lines.slice(1).filter(([name]) => /\d$|\)$/.test(name ?? ""));
    const counts = days.map((cells) => Number(cells.at(-1)?.replace(/\D/g, "")));
    this.hold(title, counts, dayCounts(truth, this.zone), words);
  }

  private tableSwitch(title: string) {
    return this.page.getByRole("button", { name: `${title}: show as table`, exact: true });
  }

  private async cardWords(parts: ReturnType<Page["locator"]>, title: string): Promise<string> {
    const words = (await parts.allInnerTexts()).join(" ").trim();
    if (words) this.report.said.push(`${title}: ${words}`);
    return words;
  }

  private async checkBreakdown(role: keyof typeof titles, truth: readonly TrueConversation[]): Promise<void> {
    const { charts } = this.dashboard;
    const title = titles[role];
    const card = charts.card(title);
    const words = await this.cardWords(card.locator("p, [role=status]"), title);
    if ((await this.tableSwitch(title).count()) === 0) {
      if (!words) this.report.wrong.push(`${title}: nothing is drawn and nothing is said`);
      return;
    }
    const { rows, population } = await charts.numbers(title);
    this.hold(`${title}, all`, population, truth.length, words);
    const counts = rows.map(({ count }) => count).sort((a, b) => b - a);
    this.hold(title, counts, valueCounts(truth, role), words);
  }

  /** The drawn rows against the conversations that they say they are, and the list's own words of how many there are. */
  private async checkRows(truth: readonly TrueConversation[]): Promise<void> {
    const { dashboard, report } = this;
    const words = await this.listWords();
    report.said.push(`list: ${words}`);
    for (const note of await this.screenWords()) report.said.push(`note: ${note}`);
    if ((await dashboard.table.count()) === 0) return;
    const labels = await this.labels();
    const heads = await dashboard.rows.columnNames();
    const at = (role: string) => heads.indexOf(labels.get(role) ?? "");
    const byId = new Map(truth.map((one) => [one.id, one]));
    const areRows = await this.areRows();
    for (const { place, cells } of await dashboard.rows.drawn()) {
      const own = byId.get(cells[at("id")] ?? "");
      if (!own) {
        if (at("id") >= 0) report.wrong.push(`row ${place}: ${cells[at("id")]} does not belong`);
        continue;
      }
      const time = cells[at("time")];
      if (time !== undefined && time !== clockOf(own.created, this.zone)) {
        report.wrong.push(`row ${place}: ${time} instead of ${clockOf(own.created, this.zone)}`);
      }
      for (const role of ["channel", "language", "sentiment", "status"] as const) {
        const cell = cells[at(role)];
        if (cell === undefined || cell.includes("+") || cell === "not returned") continue;
        // Where a conversation has a row for each of its values, the others stand in rows beside it.
        const isOne = areRows && own[role].concat("Not set").some((value) => sameLetters(cell, value));
        const isSame = isOne || sameLetters(cell, own[role].join("") || "Not set");
        if (!isSame) report.wrong.push(`row ${place}: ${role} ${cell} instead of ${own[role].join()}`);
      }
    }
  }

  /** The heads of the columns that play the roles. */
  private async labels(): Promise<Map<string, string>> {
    const { request } = this.page;
    const account = accountSchema.parse(await (await request.get("/api/account")).json());
    const listed = metadataSchema.parse(await (await request.get("/api/metadata")).json());
    const metadata = withoutRefused(listed, account.refused);
    const fields = findFields(metadata, namedFields(account));
    const columns = availableColumns(metadata, fields);
    return new Map(columns.map(({ kind, label }) => [kind, label]));
  }

  /** Whether the list is of rows, of which a conversation may have several. */
  private async areRows(): Promise<boolean> {
    return (await this.page.getByRole("region", { name: "Rows", exact: true }).count()) > 0;
  }

  /** Goes to the end of the list, which then says how many there are; each page is asked for when its place is come to. */
  private async checkEnd(truth: readonly TrueConversation[]): Promise<void> {
    const { dashboard, page, report } = this;
    if ((await dashboard.table.count()) === 0) return;
    await dashboard.table.focus();
    await expect(async () => {
      await page.keyboard.press("Control+End");
      expect(await dashboard.foot.innerText()).not.toMatch(/more available|Loading|Updating|wait/);
    }).toPass({ timeout: settleMs, intervals: [100, 200, 400] });
    await page.keyboard.press("Control+Home");
    const words = await this.listWords();
    const foot = await dashboard.foot.innerText();
    const all = /^([\d,]+) (conversation|row)s?, all loaded$/.exec(foot);
    if (all?.[2] === "conversation")
      this.hold("the list's end", Number(all[1]?.replaceAll(",", "")), truth.length, words);
    else report.said.push(`end: ${words}`);
    if (all?.[2] === "row") await this.holdRows(truth, words);
  }

  /** Rows that are called all have each conversation at least once, as they come from the server. */
  private async holdRows(truth: readonly TrueConversation[], words: string): Promise<void> {
    const rows = await walk(this.page.request, this.calls.rowsBody());
    const text = JSON.stringify(rows);
    this.hold("the rows' conversations", truth.filter(({ id }) => text.includes(id)).length, truth.length, words);
  }

  /** Exports the view by the dialog; a file that is called whole must have every conversation once, and no other. */
  async checkExport(truth: readonly TrueConversation[]): Promise<void> {
    const { dashboard, page, report } = this;
    const download = page.waitForEvent("download", { timeout: settleMs }).catch(() => undefined);
    await dashboard.exports.start();
    const item = dashboard.exports.item();
    await expect(item).toContainText(/Complete|Partial|Unverified|Failed|Stopped/, { timeout: settleMs });
    const words = (await item.innerText()).replaceAll("\n", " ");
    if (!words.includes("Complete")) report.said.push(`export: ${words}`);
    const end = await item.getAttribute("data-state");
    if (end === "failed") return;
    const named = end === "complete" ? await download : await dashboard.exports.download(item, "Download CSV as it is");
    if (!named) {
      report.wrong.push(`export: nothing came [${words}]`);
      return;
    }
    const text = JSON.stringify((await readCsv(named)).rows);
    const missing = truth.filter(({ id }) => !text.includes(id)).length;
    const name = named.suggestedFilename();
    if (/_(partial|unverified)/.test(name)) report.said.push(`export: ${name} lacks ${missing}`);
    else if (missing > 0) report.wrong.push(`export: ${name} lacks ${missing} of ${truth.length}`);
    const { rows } = await readCsv(named);
    if (!/_(partial|unverified)/.test(name) && rows.length !== truth.length && !(await this.areRows())) {
      report.wrong.push(`export: ${name} has ${rows.length} rows of ${truth.length} conversations [${words}]`);
    }
  }
}
