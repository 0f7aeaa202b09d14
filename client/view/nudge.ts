import { Temporal } from "temporal-polyfill";

const plainNumber = /^-?\d+(?:\.(\d+))?$/;

function instantOf(text: string): number | undefined {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** Whether the text can be an end of a range: plain digits, or an instant with its offset. */
export function isRangeEnd(text: string): boolean {
  return plainNumber.test(text) || instantOf(text) !== undefined;
}

function withPoint(digits: bigint, places: number): string {
  if (places === 0) return String(digits);
  const all = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
  return `${digits < 0n ? "-" : ""}${all.slice(0, -places)}.${all.slice(-places)}`;
}

/** The next value below or above that the text's own precision can write, in every digit: 10 gives 9, 2.50 gives 2.49. */
function step(text: string, by: -1 | 1): string {
  const number = plainNumber.exec(text);
  if (number) return withPoint(BigInt(text.replace(".", "")) + BigInt(by), number[1]?.length ?? 0);
  const ms = instantOf(text);
  return ms === undefined ? text : new Date(ms + by).toISOString();
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
