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

/**
 * `41.3%` of a total; a dash when the total is zero. Rounding never makes none of some, nor all of most: that is
 * `<0.1%` and `>99.9%`.
 */
export function formatShare(part: number, total: number): string {
  if (total === 0) return "–";
  const { share } = formatters();
  const ratio = part / total;
  if (ratio > 0 && ratio < 0.0005) return `<${share.format(0.001)}`;
  if (ratio < 1 && ratio >= 0.9995) return `>${share.format(0.999)}`;
  return share.format(ratio);
}
