import type { Screen } from "./screen.ts";
import { charts, rows, type State } from "./state.ts";

const cards = ["trend", "channel", "language", "sentiment", "week", "explore", "crossing"];
const analysis = `lens=analysis&${cards.map((card) => `card=${card}`).join("&")}`;

/** Turns the wheel over the list, further than it reaches. */
async function toEnd({ page, isNarrow }: Screen): Promise<void> {
  await page
    .locator(isNarrow ? "li[aria-posinset]" : "[role=grid]")
    .first()
    .hover();
  await page.mouse.wheel(0, 100_000);
}

/** Both lenses, whole, and what may be missing of them. */
export const viewStates: readonly State[] = [
  { name: "conversations", shows: rows },
  { name: "conversations, compared", shows: rows, search: "compare=1" },
  {
    name: "conversations, no charts",
    shows: rows,
    room: "desk",
    reach: async (screen) => {
      // On a low screen they are folded already.
      const hide = screen.button("shell.charts.hide");
      if (await hide.isVisible()) await hide.click();
    },
  },
  {
    name: "conversations, many filters",
    shows: rows,
    search: "channel=voice&channel=chat&not.sentiment=positive&not.status=active&in.AgentType=AI_AGENT",
  },
  {
    name: "conversations, selected",
    shows: "[role=group] button",
    room: "desk",
    reach: async ({ page }) => {
      for (const place of [2, 4]) await page.locator(`[role=grid] tr[aria-rowindex="${place}"] input`).click();
    },
  },
  {
    name: "conversations, end of the list",
    shows: rows,
    search: "range=1d",
    reach: toEnd,
  },
  { name: "analysis", shows: charts, search: "lens=analysis" },
  { name: "analysis, compared", shows: charts, search: "lens=analysis&compare=1&range=7d" },
  {
    name: "analysis, explored",
    shows: "article [role=combobox]",
    search: `${analysis}&measure=Conversation.Count&by=AgentName&range=7d`,
  },
  {
    name: "analysis, last card",
    shows: charts,
    search: `${analysis}&range=last-week`,
    reach: ({ page }) => page.getByRole("article").last().scrollIntoViewIfNeeded(),
  },
  {
    name: "analysis, as a table",
    shows: "article table",
    search: "lens=analysis&card=language&compare=1",
    reach: (screen) => screen.press("charts.tableOf"),
  },
  {
    name: "analysis, a card at full width",
    shows: charts,
    search: "lens=analysis",
    room: "desk",
    reach: (screen) => screen.press("cards.expandOf"),
  },
  {
    name: "analysis, a bar pointed at",
    shows: charts,
    search: "lens=analysis&card=trend&compare=1&range=7d",
    room: "desk",
    reach: ({ page }) => page.getByRole("application").first().hover(),
  },
  {
    name: "analysis, bars being selected",
    shows: charts,
    search: "lens=analysis&card=trend&range=7d",
    room: "desk",
    reach: async ({ page }) => {
      const box = await page.getByRole("application").first().boundingBox();
      if (!box) throw new Error("There is no chart.");
      await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2, { steps: 5 });
    },
  },
  {
    name: "nothing matches",
    tells: "table.empty.filtered.conversation",
    search: "channel=carrier-pigeon",
    takesValues: false,
  },
  {
    name: "nothing matches, analysis",
    tells: "charts.empty",
    search: "lens=analysis&channel=carrier-pigeon",
    takesValues: false,
  },
  {
    name: "nothing in the range",
    tells: "table.empty.range.conversation",
    search: "range=2001-01-01..2001-01-02",
    takesValues: false,
  },
  {
    name: "an account without conversations",
    tells: "table.empty.range.conversation",
    account: "empty",
    takesValues: false,
  },
  { name: "another account", shows: rows, account: "other", takesValues: false },
  { name: "another account, analysis", shows: charts, account: "other", search: "lens=analysis", takesValues: false },
  { name: "Twilio can’t be reached", tells: "shell.tryAgain", account: "gone", takesValues: false },
  {
    name: "loading",
    tells: "table.foot.loading",
    search: "in.AgentName=fault:hang",
    isWaiting: true,
    takesValues: false,
  },
  {
    name: "loading, analysis",
    shows: charts,
    search: "lens=analysis&in.AgentName=fault:hang",
    isWaiting: true,
    takesValues: false,
  },
  { name: "failed", shows: "[role=alert]", search: "in.AgentName=fault:503", takesValues: false },
  {
    name: "failed, analysis",
    tells: "charts.tryAgain",
    search: "lens=analysis&in.AgentName=fault:503",
    takesValues: false,
  },
  {
    name: "limited",
    tells: "table.foot.waiting",
    search: "in.AgentName=fault:429",
    isWaiting: true,
    takesValues: false,
  },
  {
    name: "limited, analysis",
    shows: charts,
    search: "lens=analysis&in.AgentName=fault:429",
    isWaiting: true,
    takesValues: false,
  },
  {
    name: "more rows failed",
    tells: "table.foot.moreFailed",
    search: "not.status=fault:503-later",
    takesValues: false,
    reach: toEnd,
  },
  { name: "a link that can’t be read", shows: rows, search: "range=tomorrow&sort=x&lens=other", takesValues: false },
  {
    name: "offline",
    shows: "[role=alert]",
    reach: async (screen) => {
      await screen.page.context().setOffline(true);
      await screen.press("refresh.now");
    },
  },
  { name: "on paper", shows: rows, reach: ({ page }) => page.emulateMedia({ media: "print" }) },
  {
    name: "on paper, analysis",
    shows: charts,
    search: "lens=analysis",
    reach: ({ page }) => page.emulateMedia({ media: "print" }),
  },
];
