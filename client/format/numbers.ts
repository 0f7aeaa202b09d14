import { numbersLocale } from "../browser/region.ts";
import { currentLocale } from "../words/words.ts";

type Formatters = { whole: Intl.NumberFormat; percent: Intl.NumberFormat; share: Intl.NumberFormat };

const byLocale = new Map<string, Formatters>();

/** Made once for each locale: making a formatter costs far more than using it. */
function formatters(): Formatters {
  const locale = numbersLocale(currentLocale());
  const known = byLocale.get(locale);
  if (known) return known;
  const whole = new Intl.NumberFormat(locale);
  const digits = { style: "percent", maximumFractionDigits: 1 } as const;
  const made = {
    whole,
    percent: new Intl.NumberFormat(locale, digits),
    share: new Intl.NumberFormat(locale, { ...digits, minimumFractionDigits: 1 }),
  };
  byLocale.set(locale, made);
  return made;
}

/** `12,408`: counts are always written whole, never as 12k. */
export function formatCount(count: number): string {
  return formatters().whole.format(count);
}

/** `60%`, `41.3%`: a number between 0 and 1 as it was given, to one decimal. */
export function formatPercent(ratio: number): string {
  return formatters().percent.format(ratio);
}

/**
 * `41.3%` of a total; a dash when the total is zero. Rounding never makes none of some, nor all of most: that is
 * `<0.1%` and `>99.9%`. Under one another the decimals stand in one line; none and all have none.
 */
export function formatShare(part: number, total: number): string {
  if (total === 0) return "–";
  const { percent, share } = formatters();
  const ratio = part / total;
  if (ratio === 0 || ratio === 1) return percent.format(ratio);
  if (ratio < 0.0005) return `<${share.format(0.001)}`;
  if (ratio >= 0.9995 && ratio < 1) return `>${share.format(0.999)}`;
  return share.format(ratio);
}
