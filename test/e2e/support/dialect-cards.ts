import type { Page } from "@playwright/test";
import type { TrueConversation } from "../../server/dialect/truth.ts";
import type { Dashboard } from "./dashboard.ts";
import { cardFault, type DrawnFigures } from "./dialect-doubts.ts";
import { dayCounts, groupCounts, sameLetters, type ValueRole, valueCounts } from "./dialect-truth.ts";

/** What came of looking at the cards: what is wrong without a word, and what they say. */
export type CardReport = { wrong: string[]; said: string[] };

const titles = {
  channel: "Conversations by channel",
  language: "Conversations by language",
  sentiment: "Conversations by sentiment",
} as const;

type Counted = { label: string; count: number };

type Due = readonly (readonly [value: string, count: number])[];

/** What a card says of conversations that it does not call “Not set”, because rows could not be read. */
const notKnown = "“Not known” means no value, or a value in a row that couldn’t be read.";

/**
 * Counts without what is said to be not known, where that can be so: then it is no figure of those without a value, who are
 * among them.
 */
function known(rows: readonly Counted[], due: Due, words: string): { rows: readonly Counted[]; due: Due } {
  const [, without = 0] = due.find(([value]) => value === "") ?? [];
  const rest = rows.find(({ label }) => label === "Not known");
  if (!rest || !words.includes(notKnown) || rest.count < without) return { rows, due };
  return { rows: rows.filter((row) => row !== rest), due: due.filter(([value]) => value !== "") };
}

/** Counts beside those that they should be: by their labels where these tell, else from many to few. */
function beside(drawn: readonly Counted[], all: Due, words: string) {
  const { rows, due } = known(drawn, all, words);
  const named = due.map(([value]) => rows.find(({ label }) => sameLetters(label, value || "Not set")));
  const isTold = rows.length === due.length && named.every((row) => row !== undefined);
  const got = isTold ? named : rows.toSorted((a, b) => b.count - a.count);
  return { got: got.map((row) => row?.count ?? 0), expected: due.map(([, count]) => count) };
}

function numberIn(text = ""): number {
  return Number(text.replace(/\D/g, ""));
}

/** Reads the cards of a screen as a person can, each figure of them, and holds them against the conversations. */
export class DialectCards {
  constructor(
    private readonly page: Page,
    private readonly dashboard: Dashboard,
    private readonly zone: string,
  ) {}

  /** Every figure of every card against the conversations that it should count. */
  async check(truth: readonly TrueConversation[]): Promise<CardReport> {
    const report: CardReport = { wrong: [], said: [] };
    for (const role of ["channel", "language", "sentiment"] as const) {
      await this.checkBreakdown(role, truth, report);
    }
    await this.checkTrend(truth, report);
    return report;
  }

  /** Whether a card draws something. One that does not has to say why. */
  private async isDrawn(title: string, words: string, { wrong, said }: CardReport): Promise<boolean> {
    const isDrawn = (await this.page.getByRole("button", { name: `${title}: show as table`, exact: true }).count()) > 0;
    if (!isDrawn && words === "") wrong.push(`${title}: nothing is drawn and nothing is said`);
    const apart = words.replace(/^(All [\d,]+|The 1) matching conversations?/, "").trim();
    if (apart) said.push(`${title}: ${apart}`);
    return isDrawn;
  }

  private async wordsOf(title: string): Promise<string> {
    const card = this.dashboard.charts.card(title);
    return (await card.locator("p, [role=status], [data-kind]").allInnerTexts()).join(" ").trim();
  }

  private hold(what: string, figures: DrawnFigures, words: string, { wrong, said }: CardReport): void {
    const fault = cardFault(figures, words);
    if (fault) wrong.push(`${what}: ${fault} [${words}]`);
    else if (figures.all !== figures.truth || figures.got.join() !== figures.expected.join()) {
      said.push(`${what}: ${figures.got.join()} for ${figures.expected.join()}`);
    }
  }

  private async checkBreakdown(
    role: keyof typeof titles & ValueRole,
    truth: readonly TrueConversation[],
    report: CardReport,
  ): Promise<void> {
    const title = titles[role];
    const words = await this.wordsOf(title);
    if (!(await this.isDrawn(title, words, report))) return;
    const { rows, population } = await this.dashboard.charts.numbers(title);
    const all = { all: population, truth: truth.length, figures: groupCounts(truth, role) };
    const figures = { ...beside(rows, valueCounts(truth, role), words), ...all };
    this.hold(title, figures, words, report);
  }

  private async checkTrend(truth: readonly TrueConversation[], report: CardReport): Promise<void> {
    const { charts } = this.dashboard;
    const title = await charts
      .card(/over time$/)
      .getByRole("heading")
      .innerText();
    const words = await this.wordsOf(title);
    if (!(await this.isDrawn(title, words, report))) return;
    const [head = [], ...lines] = await charts.table(title);
    const isDay = ([name = ""]: readonly string[]) => /\d$|\)$/.test(name);
    const totals = lines.find(([name]) => name === "All") ?? [];
    const got = lines.filter(isDay).map((cells) => numberIn(cells.at(-1)));
    const all = { all: numberIn(totals.at(-1)), truth: truth.length };
    this.hold(title, { got, expected: dayCounts(truth, this.zone), ...all, isByDay: true }, words, report);
    const layers = head.slice(1, -1).map((label, place) => ({ label, count: numberIn(totals[place + 1]) }));
    if (layers.length === 0) return;
    const due = valueCounts(truth, "sentiment");
    const figures = due.map(() => got.length);
    this.hold(`${title}, by sentiment`, { ...beside(layers, due, words), ...all, figures }, words, report);
  }
}
