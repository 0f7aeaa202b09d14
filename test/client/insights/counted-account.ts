import { findFields } from "../../../contract/fields.ts";
import { perCubeRole } from "../../../contract/roles.ts";
import { cube, metadata } from "../../contract/samples.ts";

/** An account that counts conversations by channel, sentiment and day. */
export const account = metadata(
  cube("Conversation", ["Count"], ["Id", "Channel", "Sentiment", ["DateCreated", "time"], ["DateCreated.day", "time"]]),
);
export const fields = findFields(account);

/** What stands for the loaded rows where a test has none. */
export const absent = { status: "absent", reason: "not asked" } as const;
export const noLoaded = perCubeRole(() => absent);

const window = { from: Date.parse("2026-11-01T00:00Z"), to: Date.parse("2026-11-08T00:00Z") };
export const pin = { id: 1, at: window.to, window };
