import { beforeAll, expect, test } from "vitest";
import { activityWords } from "../../../client/export/status-words.ts";
import { loadLaterWords } from "../../../client/words/words.ts";
import type { ExportActivity } from "../../../contract/export-status.ts";

beforeAll(loadLaterWords);

const insteadAt = Date.parse("2026-11-22T14:32:00Z");

test.each<[ExportActivity, string]>([
  [{ kind: "preparing" }, "Twilio is preparing the rows"],
  [
    { kind: "preparing", until: insteadAt - 60_000, job: { isWaiting: true, insteadAt } },
    "Twilio hasn’t started the snapshot. If it hasn’t by 15:32, Earshot reads pages instead.",
  ],
  [
    { kind: "preparing", job: { isWaiting: false, insteadAt } },
    "Twilio is preparing the rows. If they aren’t ready by 15:32, Earshot reads pages instead.",
  ],
])("%j reads %s", (activity, words) => {
  expect(activityWords(activity, insteadAt - 90_000, "Europe/Berlin")).toBe(words);
});
