import { coreWalk } from "./support/core-walk.ts";
import { expect, test } from "./support/fixtures.ts";

test.use({ settings: { SAMPLE_CONVERSATIONS: "5000", SAMPLE_CATALOGUE: "classic" } });

coreWalk({
  id: "Conversation.ConversationId",
  channel: "Conversation.Channel",
  language: "Conversation.Language",
});

test("rows that stand for a part of a conversation are not called conversations", async ({ page, dashboard }) => {
  await dashboard.goto("v=1&range=24h&tz=UTC");
  await expect(dashboard.foot).toHaveText(/^\d+ rows, all loaded$/);
  await expect(page.getByText("In this account, a conversation has a row for each of its channels")).toBeVisible();
  await dashboard.rows.toggleColumns("Channels", "Languages");
  await dashboard.look("Analysis");
  const counted = await dashboard.charts.population();
  await dashboard.look("Conversations");
  await expect(dashboard.foot).toHaveText(`${counted} conversations, all loaded`);
});
