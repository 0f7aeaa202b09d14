const whole = new Intl.NumberFormat();
const share = new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 1 });

/** `12,408`: counts are always written whole, never as 12k. */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** `12,408 conversations`, `1 conversation`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** `41.3%` of a total; a dash when the total is zero. */
export function formatShare(part: number, total: number): string {
  return total === 0 ? "–" : share.format(part / total);
}
