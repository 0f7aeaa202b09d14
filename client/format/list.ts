import { currentLocale } from "../words/words.ts";

const formats = new Map<string, Intl.ListFormat>();

/** `Voice, SMS, Chat`: things side by side, with neither "and" nor "or". */
export function formatList(items: readonly string[]): string {
  const locale = currentLocale();
  const format = formats.get(locale) ?? new Intl.ListFormat(locale, { type: "unit", style: "short" });
  formats.set(locale, format);
  return format.format(items);
}
