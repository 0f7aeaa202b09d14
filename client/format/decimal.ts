import { currentLocale } from "../words/words.ts";

/** Number formats by locale and digits after the point: making one costs far more than using it. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(digits: number): Intl.NumberFormat {
  const locale = currentLocale();
  const key = `${locale} ${digits}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(key, made);
  return made;
}

/** A plain decimal. `007` is a code, `1e21` a float's own form: neither is one. */
function isDecimal(text: string): text is `${number}` {
  return /^-?(0|[1-9]\d*)(\.\d{1,100})?$/.test(text);
}

/**
 * Groups the digits of a number, `12408.50` to `12,408.50`, and changes nothing else: every digit stays, as many as
 * there are. Text that is not a plain decimal comes back as it is.
 */
export function formatDecimal(text: string): string {
  if (!isDecimal(text)) return text;
  return formatOf(text.split(".")[1]?.length ?? 0).format(text);
}
