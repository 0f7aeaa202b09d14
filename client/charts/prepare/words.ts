import { countOf } from "../../format/numbers.ts";
import { languageLabel, valueLabel } from "../../format/values.ts";
import type { Population } from "../../insights/breakdown.ts";
import type { FilterRole } from "../../view/view.ts";

type RoleWords = { title: string; one: string; many: string };

/** What the card of each role is called, and what its values are called in a sentence. */
export const roleWords: Record<FilterRole, RoleWords> = {
  channel: { title: "Conversations by channel", one: "Channel", many: "channels" },
  language: { title: "Languages", one: "Language", many: "languages" },
  sentiment: { title: "Sentiment split", one: "Sentiment", many: "sentiments" },
  status: { title: "Conversations by status", one: "Status", many: "statuses" },
};

/** The readable form of a value of a role: a language by its name, every other value by its words. */
export function roleLabel(role: FilterRole, raw: string): string {
  return role === "language" ? languageLabel(raw) : valueLabel(raw);
}

/** Which conversations a card counts: every one that matches, or only those loaded so far. */
export function populationText({ kind, count }: Population): string {
  if (kind === "loaded") return `Only the ${countOf(count, "loaded row")}`;
  return count === 1 ? "The 1 matching conversation" : `All ${countOf(count, "matching conversation")}`;
}

/** Why the numbers of a card add up to more than its population. */
export function overlapNote(role: FilterRole): string {
  return `Some conversations have several ${roleWords[role].many}: bars add up to more than the total.`;
}

export const notSetNote = "“Not set” cannot be chosen: Twilio cannot filter for missing values.";
