const integer = /^-?\d{1,15}$/;
const decimal = /^-?\d+\.\d+$/;

/** The next value below or above that the text's own precision can write: 10 gives 9, 2.50 gives 2.49. */
function step(text: string, by: -1 | 1): string {
  if (integer.test(text)) return String(Number(text) + by);
  if (decimal.test(text)) {
    const places = text.length - text.indexOf(".") - 1;
    return (Number(text) + by / 10 ** places).toFixed(places);
  }
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? text : new Date(ms + by).toISOString();
}

/**
 * Ends for GT and LT that include the ends of a range. Twilio has no "at least": whether GT includes its value is not
 * documented, so the ends are moved outwards by the smallest step of their own precision (one, the last decimal place,
 * or a millisecond). A value with more decimal places than the person wrote, within that step, is let in as well.
 */
export function nudged(
  from: string | undefined,
  to: string | undefined,
): { from: string | undefined; to: string | undefined } {
  return { from: from === undefined ? undefined : step(from, -1), to: to === undefined ? undefined : step(to, 1) };
}
