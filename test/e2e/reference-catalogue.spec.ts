import { coreWalk } from "./support/core-walk.ts";
import { test } from "./support/fixtures.ts";

test.use({ settings: { SAMPLE_CONVERSATIONS: "5000", SAMPLE_CATALOGUE: "reference" } });

coreWalk({ id: "Id", channel: "Channels", language: "Languages" });
