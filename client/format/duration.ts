import { type DurationUnit, unitMs } from "../../contract/durations.ts";
import { t } from "../words/words.ts";
import { formatDecimal } from "./decimal.ts";
import { formatCount } from "./numbers.ts";

const symbols = new Map<SaidUnit, string>();
let writtenBy = t;

/** Minutes have another sign in a duration that is said, `2 m 53 s`, than beside a number alone. */
type SaidUnit = DurationUnit | "saidMinutes";

/** The sign of a unit, such as `min`. Looked up once for each language: a table asks for it with every row. */
export function unitSymbol(unit: SaidUnit): string {
  if (writtenBy !== t) symbols.clear();
  writtenBy = t;
  const known = symbols.get(unit) ?? t(`values.units.${unit}`);
  symbols.set(unit, known);
  return known;
}

/** A number and its unit: `2` and `m`. */
export type DurationPart = { count: string; unit: string };

function part(count: number, unit: DurationUnit): DurationPart {
  return { count: formatCount(count), unit: unitSymbol(unit === "minutes" ? "saidMinutes" : unit) };
}

/** So many of a unit and what is left over of the next; nothing is said of what is zero. */
function inTwo(count: number, [large, small]: readonly [DurationUnit, DurationUnit]): DurationPart[] {
  const [whole, rest] = [Math.floor(count / 60), count % 60];
  return rest === 0 ? [part(whole, large)] : [part(whole, large), part(rest, small)];
}

/**
 * A duration as people say it, number by number: `173` seconds are `2` `m` and `53` `s`. From an hour on, it is rounded
 * to the minute, and under it to the second.
 *
 * @param text the number as the account sent it, in the unit.
 * @returns undefined for what is no plain number of at least zero: it is shown as it came.
 */
export function durationParts(text: string, unit: DurationUnit): DurationPart[] | undefined {
  const ms = /^\d{1,15}(\.\d{1,100})?$/.test(text) ? Number(text) * unitMs[unit] : Number.NaN;
  const seconds = Math.round(ms / 1000);
  if (Number.isNaN(seconds)) return undefined;
  if (ms > 0 && Math.round(ms) < 1000) return [part(Math.round(ms), "milliseconds")];
  if (seconds < 60) return [part(seconds, "seconds")];
  if (seconds < 3600) return inTwo(seconds, ["minutes", "seconds"]);
  return inTwo(Math.round(ms / 60_000), ["hours", "minutes"]);
}

/** The same as one text: `2 m 53 s`. */
export function formatDuration(text: string, unit: DurationUnit): string | undefined {
  return durationParts(text, unit)
    ?.map(({ count, unit: sign }) => `${count} ${sign}`)
    .join(" ");
}

/** The same number exactly, with its unit: `173 s`. */
export function exactDuration(text: string, unit: DurationUnit): string {
  return `${formatDecimal(text)} ${unitSymbol(unit)}`;
}
