import { expect, test } from "./fixtures.ts";
import { recount, walk } from "./walk.ts";

/** What differs between catalogues: the fields by which the test counts again. */
export type CatalogueFields = { id: string; channel: string; language: string };

/** The main job on any account: the charts tell what all rows tell, a bar filters, Back undoes, the file is whole. */
export function coreWalk({ id, channel, language }: CatalogueFields): void {
  test("the charts' numbers are those of all the rows", async ({ dashboard, calls, request }) => {
    await dashboard.goto("v=1&lens=analysis&range=30d&tz=UTC");
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    const rows = await walk(request, calls.rowsBody());
    const conversations = new Set(rows.map((row) => row[id])).size;
    for (const [title, field] of [
      ["Conversations by channel", channel],
      ["Conversations by language", language],
    ] as const) {
      await expect(dashboard.charts.populationText(title)).toHaveText(
        `All ${conversations.toLocaleString("en-US")} matching conversations`,
      );
      const { rows: bars, population } = await dashboard.charts.numbers(title);
      expect(population).toBe(conversations);
      const counts = bars.filter(({ label }) => label !== "Not set").map(({ count }) => count);
      expect(counts.sort((a, b) => b - a)).toEqual(recount(rows, id, field));
    }
  });

  test("a bar filters, the rows hold it, one opens, the file has every row, Back undoes", async ({
    page,
    dashboard,
    calls,
    request,
  }) => {
    await dashboard.goto("v=1&range=30d&tz=UTC");
    await dashboard.rows.toggleColumns("Conversation ID");
    await dashboard.look("Analysis");
    await dashboard.charts.bar("Conversations by channel", "Voice").click();
    await expect(dashboard.chips).toHaveText(["Channel: Voice"]);
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    await expect(dashboard.table).toHaveAttribute("aria-busy", "false");
    const rows = await walk(request, calls.rowsBody());
    for (const row of await dashboard.rows.drawn()) expect(row.id).toBe(rows[row.place]?.[id]);
    const conversations = new Set(rows.map((row) => row[id])).size;
    await expect(dashboard.charts.populationText("Conversations by channel")).toHaveText(
      `All ${conversations.toLocaleString("en-US")} matching conversations`,
    );
    await dashboard.look("Conversations");
    await dashboard.rows.at(1).getByRole("gridcell").nth(1).click();
    await expect(page).toHaveURL(new RegExp(`open=${rows[1]?.[id]}`));
    await expect(await dashboard.conversation.unfold("Fields")).toContainText("Voice");
    await expect(dashboard.conversation.transcript.or(dashboard.conversation.panel.getByRole("alert"))).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dashboard.conversation.panel).toBeHidden();
    await dashboard.exports.csv();
    await expect(dashboard.exports.item()).toContainText(`Complete: ${rows.length.toLocaleString("en-US")} rows`);
    // What was opened is closed already: back through the lens to before the filter.
    await page.goBack();
    await page.goBack();
    await expect(dashboard.chips).toHaveCount(0);
    await expect(dashboard.conversation.panel).toBeHidden();
  });
}
