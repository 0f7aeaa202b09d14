import { type DurationUnit, unitMs } from "../../contract/durations.ts";
import { t } from "../words/words.ts";
import { formatDecimal } from "./decimal.ts";
import { formatCount } from "./numbers.ts";

const symbols = new Map<DurationUnit, string>();
let writtenBy = t;

/** The sign of a unit, such as `min`. Looked up once for each language: a table asks for it with every row. */
export function unitSymbol(unit: DurationUnit): string {
  if (writtenBy !== t) symbols.clear();
  writtenBy = t;
  const known = symbols.get(unit) ?? t(`values.units.${unit}`);
  symbols.set(unit, known);
  return known;
}

function written(count: number, unit: DurationUnit): string {
  return `${formatCount(count)} ${unitSymbol(unit)}`;
}

/** So many of a unit and what is left over of the next; nothing is said of what is zero. */
function inTwo(count: number, [large, small]: readonly [DurationUnit, DurationUnit]): string {
  const [whole, rest] = [Math.floor(count / 60), count % 60];
  return rest === 0 ? written(whole, large) : `${written(whole, large)} ${written(rest, small)}`;
}

/**
 * A duration as people say it: `173` seconds are `2 min 53 s`. From an hour on, it is rounded to the minute, and under
 * it to the second.
 *
 * @param text the number as the account sent it, in the unit.
 * @returns undefined for what is no plain number of at least zero: it is shown as it came.
 */
export function formatDuration(text: string, unit: DurationUnit): string | undefined {
  const ms = /^\d{1,15}(\.\d{1,100})?$/.test(text) ? Number(text) * unitMs[unit] : Number.NaN;
  const seconds = Math.round(ms / 1000);
  if (Number.isNaN(seconds)) return undefined;
  if (ms > 0 && Math.round(ms) < 1000) return written(Math.round(ms), "milliseconds");
  if (seconds < 60) return written(seconds, "seconds");
  if (seconds < 3600) return inTwo(seconds, ["minutes", "seconds"]);
  return inTwo(Math.round(ms / 60_000), ["hours", "minutes"]);
}

/** The same number exactly, with its unit: `173 s`. */
export function exactDuration(text: string, unit: DurationUnit): string {
  return `${formatDecimal(text)} ${unitSymbol(unit)}`;
}
