import { type Download, expect, type Locator, type Page, test } from "@playwright/test";
import { availableColumns } from "../../../client/view/columns.ts";
import { accountSchema } from "../../../contract/account.ts";
import { accountFields } from "../../../contract/account-fields.ts";
import { metadataSchema, withoutRefused } from "../../../contract/metadata.ts";
import type { TrueConversation } from "../../server/dialect/truth.ts";
import type { Dashboard } from "./dashboard.ts";
import { DialectCards } from "./dialect-cards.ts";
import { fileFault } from "./dialect-doubts.ts";
import { type FileColumns, type FileFormat, readFileOf } from "./dialect-files.ts";
import { DialectList } from "./dialect-list.ts";

/** What came of the job: what is wrong without a word, and what the screen says to be missing, doubtful or done instead. */
export type ScreenReport = { wrong: string[]; said: string[] };

/** A wait that is not believed takes a minute before it is tried. */
const settleMs = 150_000;
/** A job that never begins takes two minutes before the pages of its query are read. */
const exportMs = settleMs + 120_000;
/** What the foot says while something is being asked for. */
const unsettled = /^(Loading…|Updating…|Twilio’s rate limit .*|.*Loading more…|.*Reloading the list.*)$/;

/** A supervisor's first minute at the screen, before an account whose conversations are known. */
export class DialectJob {
  readonly report: ScreenReport = { wrong: [], said: [] };
  private readonly cards: DialectCards;
  private readonly list: DialectList;

  constructor(
    private readonly page: Page,
    private readonly dashboard: Dashboard,
    private readonly zone: string,
    /** Whether the account's counts are estimates. */
    private readonly isEstimated = false,
  ) {
    this.cards = new DialectCards(page, dashboard, zone);
    this.list = new DialectList(page, dashboard, zone);
  }

  /** Does a part of the job; the others go on where it fails. */
  async step(what: string, act: () => Promise<void>): Promise<void> {
    try {
      await test.step(what, act);
    } catch (error) {
      this.report.wrong.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private take({ wrong, said }: ScreenReport): void {
    this.report.wrong.push(...wrong);
    this.report.said.push(...said.filter((one) => !this.report.said.includes(one)));
  }

  /** Waits until nothing on the screen is being asked for. */
  private async settle(): Promise<void> {
    const { page, dashboard } = this;
    // The charts are drawn by a part of the page that comes later.
    await expect(dashboard.charts.card(/over time$/)).toBeVisible({ timeout: settleMs });
    await expect(dashboard.foot).not.toHaveText(unsettled, { timeout: settleMs });
    await expect(page.locator("main [aria-busy=true]")).toHaveCount(0, { timeout: settleMs });
  }

  /**
   * Whether the account has fields that tell conversations, and when they were created. Without them there are no
   * conversations of a window, and the screen has to say so above everything.
   */
  async hasConversations(): Promise<boolean> {
    const { dashboard, report } = this;
    await this.settle();
    const columns = await this.columns();
    const notes = (await dashboard.notes.allInnerTexts()).join(" ");
    const lacking = [
      ...(columns.has("id") ? [] : ["This account has no conversation ID"]),
      ...(columns.has("time") ? [] : ["This account has no created time"]),
    ];
    report.wrong.push(...lacking.filter((sentence) => !notes.includes(sentence)));
    report.said.push(...lacking);
    return lacking.length === 0;
  }

  /** Rows, cards and the list's end of what the view has now. */
  async checkView(truth: readonly TrueConversation[]): Promise<void> {
    await this.settle();
    this.take({ wrong: [], said: (await this.dashboard.notes.allInnerTexts()).map((note) => `note: ${note}`) });
    await this.dashboard.look("Analysis");
    await this.settle();
    this.take(await this.cards.check(truth));
    await this.dashboard.look("Conversations");
    await this.settle();
    this.take(await this.list.check(truth, await this.columns()));
  }

  /** Shows the ids of conversations, by which rows are told apart; a list usually leaves them out. */
  async showIds(): Promise<void> {
    await this.settle();
    const { label } = (await this.columns()).get("id") ?? {};
    if (label === undefined || (await this.dashboard.rows.columnNames()).includes(label)) return;
    await this.dashboard.rows.toggleColumns(label);
    // Where the list itself failed there are no heads, only that it did.
    const failed = this.dashboard.list.getByRole("alert");
    await expect(this.dashboard.rows.columnHeader(label).or(failed).first()).toBeAttached({ timeout: settleMs });
  }

  /** Opens the second row: the panel is of one conversation of the view. */
  async checkOpen(truth: readonly TrueConversation[]): Promise<void> {
    const { dashboard, page, report } = this;
    await this.settle();
    // A list that was read again stands where it stood before.
    await dashboard.table.focus();
    await page.keyboard.press("Control+Home");
    await dashboard.rows.at(1).getByRole("gridcell").nth(1).click();
    await expect(dashboard.conversation.part("Fields")).toBeVisible();
    const fields = await dashboard.conversation.unfold("Fields");
    const shown = async () => {
      const words = await fields.innerText();
      return truth.filter(({ id }) => words.includes(id)).length;
    };
    // What is unfolded is drawn a moment later.
    const isOne = expect.poll(shown).toBe(1);
    await isOne.catch(async () => report.wrong.push(`the panel shows ${await shown()} conversations`));
    await page.keyboard.press("Escape");
    await expect(dashboard.conversation.panel).toBeHidden();
  }

  /** The columns that play the roles: the account's fields, and the words in their heads. */
  private async columns(): Promise<FileColumns> {
    const { request } = this.page;
    const account = accountSchema.parse(await (await request.get("/api/account")).json());
    const listed = metadataSchema.parse(await (await request.get("/api/metadata")).json());
    const metadata = withoutRefused(listed, account.refused);
    const fields = accountFields(listed, account);
    const columns = availableColumns(metadata, fields);
    const time = fields.roles.time?.shown;
    // Other times are columns of times, too.
    const own = columns.filter(({ kind, field }) => kind !== "time" || field === time);
    return new Map(own.map(({ kind, field, label }) => [kind, { field, label }]));
  }

  /**
   * Exports the view by the dialog and takes its files: a file has every conversation, each with its own values, and no
   * other, or its name and the tray say how many of how many.
   */
  async checkExport(
    truth: readonly TrueConversation[],
    formats: readonly FileFormat[],
    isWholeSeconds: boolean,
  ): Promise<void> {
    const { dashboard, page, report } = this;
    const download = page.waitForEvent("download", { timeout: exportMs }).catch(() => undefined);
    await dashboard.exports.start();
    const item = dashboard.exports.item();
    await expect(item).toContainText(/Complete|Partial|Unverified|Failed|Stopped/, { timeout: exportMs });
    const words = (await item.innerText()).replaceAll("\n", " ");
    const state = await item.getAttribute("data-state");
    report.said.push(`export: ${words.replace(/^.*?(?=Complete|Partial|Unverified|Failed|Stopped)/, "")}`);
    if (state === "failed") return;
    // A file has the columns that the list shows; a role that stands apart is none of them.
    const heads = await dashboard.rows.columnNames();
    const columns = new Map([...(await this.columns())].filter(([, { label }]) => heads.includes(label)));
    for (const format of formats) {
      const file = state === "complete" && format === "CSV" ? await download : await this.fileOf(item, format);
      if (!file) {
        report.wrong.push(`export: nothing came [${words}]`);
        continue;
      }
      const empty = new Set([...columns.keys()].filter((role) => this.isEmpty(words, columns, role)));
      const reading = await readFileOf(format, file, columns, truth, { zone: this.zone, empty, isWholeSeconds });
      report.wrong.push(...reading.faults);
      if (!columns.has("id")) continue;
      const name = file.suggestedFilename();
      const fault = fileFault({
        name,
        words,
        found: reading.found,
        truth: truth.length,
        isEstimated: this.isEstimated,
      });
      if (fault) report.wrong.push(`export: ${fault}`);
      if (reading.rows !== reading.found && !(await this.list.areRows())) {
        report.wrong.push(`export: ${name} has ${reading.rows} rows of ${reading.found} conversations`);
      }
    }
  }

  private fileOf(item: Locator, format: FileFormat): Promise<Download> {
    return this.dashboard.exports.downloadAs(item, format);
  }

  /** Whether the tray says that the account sends no values of a field. */
  private isEmpty(words: string, columns: FileColumns, role: string): boolean {
    return words.includes(`Twilio returned no values for “${columns.get(role)?.field}”`);
  }
}
