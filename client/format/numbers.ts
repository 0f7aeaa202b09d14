import { currentLocale } from "../words/words.ts";

type Formatters = { whole: Intl.NumberFormat; share: Intl.NumberFormat };

const byLocale = new Map<string, Formatters>();

/** Made once for each locale: making a formatter costs far more than using it. */
function formatters(): Formatters {
  const locale = currentLocale();
  const known = byLocale.get(locale);
  if (known) return known;
  const whole = new Intl.NumberFormat(locale);
  const made = { whole, share: new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }) };
  byLocale.set(locale, made);
  return made;
}

/** `12,408`: counts are always written whole, never as 12k. */
export function formatCount(count: number): string {
  return formatters().whole.format(count);
}

/** `41.3%` of a total; a dash when the total is zero. */
export function formatShare(part: number, total: number): string {
  return total === 0 ? "–" : formatters().share.format(part / total);
}
