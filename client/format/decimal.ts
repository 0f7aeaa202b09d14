import { numbersLocale } from "../browser/region.ts";
import { currentLocale } from "../words/words.ts";

/** Number formats by locale and digits after the point: making one costs far more than using it. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(digits: number): Intl.NumberFormat {
  const locale = numbersLocale(currentLocale());
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

const roundings = new Map<string, Intl.NumberFormat>();

/**
 * A number rounded to what it tells: whole from a hundred on, three digits below, however small it is. Whole numbers stay
 * as they are; text that is not a plain decimal comes back as it is.
 */
export function formatRounded(text: string): string {
  if (!isDecimal(text) || !text.includes(".")) return formatDecimal(text);
  const locale = numbersLocale(currentLocale());
  const known =
    roundings.get(locale) ??
    new Intl.NumberFormat(locale, {
      maximumSignificantDigits: 3,
      maximumFractionDigits: 0,
      roundingPriority: "morePrecision",
    });
  roundings.set(locale, known);
  return known.format(text);
}

/** The signs of a locale, found by writing a number: they differ among the countries of one language. */
function signs(): { group: string; point: string } {
  const parts = new Intl.NumberFormat(numbersLocale(currentLocale()), { useGrouping: "always" }).formatToParts(1234.5);
  const of = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return { group: of("group"), point: of("decimal") };
}

/** Whether the reader writes 1,5 for one and a half. */
export function hasDecimalComma(): boolean {
  return signs().point === ",";
}

/** A text with the signs that keyboards have: a locale may group by a space or an apostrophe that they have not. */
function onKeys(text: string): string {
  return text.replace(/\s/g, " ").replaceAll("’", "'").replace("\u2212", "-");
}

/** A whole number as the locale groups it, also where it writes four digits without a sign. */
function grouped(whole: string): string {
  if (!isDecimal(whole)) return "";
  return onKeys(new Intl.NumberFormat(numbersLocale(currentLocale()), { useGrouping: "always" }).format(whole));
}

/**
 * Reads a number as people type it, to plain digits, in the signs of the screen's locale: `1,234` is more than a
 * thousand where thousands are grouped by a comma, and little more than one where the comma is the decimal point. What
 * could mean either is refused instead of guessed: a group has to be a whole one, so `1,5` is no number where the comma
 * groups. Undefined when it is none.
 */
export function readDecimal(typed: string): string | undefined {
  const { group, point } = signs();
  const [whole = "", ...parts] = onKeys(typed.trim()).split(point);
  const plainWhole = whole.split(onKeys(group)).join("");
  const plain = [plainWhole, ...parts].join(".");
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return undefined;
  return whole === plainWhole || whole === grouped(plainWhole) ? plain : undefined;
}

/** Plain digits as they can be typed: {@link readDecimal} reads them again as they were. */
export function typedDecimal(plain: string): string {
  return plain.replace(".", signs().point);
}
