import { languageLabel, valueLabel } from "../format/values.ts";
import type { FilterRole } from "../view/view.ts";

/** What each role is called on the screen. */
export const roleLabels: Record<FilterRole, string> = {
  channel: "Channel",
  language: "Language",
  sentiment: "Sentiment",
  status: "Status",
};

/** What several values of each role are called inside a sentence. */
export const rolePlurals: Record<FilterRole, string> = {
  channel: "channels",
  language: "languages",
  sentiment: "sentiments",
  status: "statuses",
};

/** The readable form of a raw value of a role. */
export function roleValueLabel(role: FilterRole, raw: string): string {
  return role === "language" ? languageLabel(raw) : valueLabel(raw);
}
