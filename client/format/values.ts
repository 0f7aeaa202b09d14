import { currentLocale } from "../words/words.ts";

/** The words for a value that is not there. */
export const notSetLabel = "Not set";

/** Values compare without regard to case: `VOICE` and `voice` are one value. */
export function valueKey(raw: string): string {
  return raw.trim().toLowerCase();
}

/** The members of a cell: an array's members as text, a scalar as one, none for null, missing and empty. */
export function cellMembers(cell: unknown): string[] {
  if (cell === null || cell === undefined || cell === "") return [];
  if (Array.isArray(cell)) return cell.flatMap(cellMembers);
  return [typeof cell === "object" ? JSON.stringify(cell) : String(cell)];
}

const knownWords = new Map([
  ["sms", "SMS"],
  ["mms", "MMS"],
  ["rcs", "RCS"],
  ["api", "API"],
  ["whatsapp", "WhatsApp"],
  ["ai_agent", "AI agent"],
]);

/** A readable form of an account's value: `VOICE` gives `Voice`, `IN_PROGRESS` gives `In progress`. */
export function valueLabel(raw: string): string {
  const known = knownWords.get(valueKey(raw));
  if (known) return known;
  // Text with lower-case letters and spaces was written for people already.
  if (!/^[A-Z0-9_-]+$|^[a-z0-9_-]+$/.test(raw)) return raw;
  const words = raw.replace(/[_-]+/g, " ").toLowerCase().trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const languageNames = new Map<string, Intl.DisplayNames>();

/** Made once for each locale: making one costs far more than using it. */
function namesIn(locale: string): Intl.DisplayNames {
  const known = languageNames.get(locale);
  if (known) return known;
  const made = new Intl.DisplayNames([locale], { type: "language", fallback: "none" });
  languageNames.set(locale, made);
  return made;
}

/** The name of a language tag in the reader's language: `en-US` gives `American English`; the tag itself if it has none. */
export function languageLabel(tag: string, locale?: string): string {
  try {
    const name = namesIn(locale ?? currentLocale()).of(tag);
    return name && valueKey(name) !== valueKey(tag) ? name : tag;
  } catch {
    return tag;
  }
}
