import { coreWalk } from "./support/core-walk.ts";
import { test } from "./support/fixtures.ts";

test.use({ settings: { SAMPLE_CONVERSATIONS: "5000", SAMPLE_CATALOGUE: "summary" } });

coreWalk({
  id: "ConversationSummary.ConversationId",
  channel: "ConversationSummary.Channels",
  language: "ConversationSummary.Languages",
});
