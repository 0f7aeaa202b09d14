import { type DurationUnit, unitMs } from "../../../../contract/durations.ts";

const day = 86_400_000;
/** What a spreadsheet calls the first of January 1970. */
const epoch = 25_569;
/** From March 1900 on, all spreadsheets count alike: some of them have a 29th of February in that year. */
const first = 61;
const behindLast = 2_958_466;

/**
 * The number that a spreadsheet's cell holds for a date: days, of which the first of January 1970 is the 25,569th.
 *
 * @param clockMs what the clock shows, in milliseconds since 1970 as if it were UTC.
 * @returns undefined before March 1900 and after the year 9999, which cells have no dates for.
 */
export function dateSerial(clockMs: number): number | undefined {
  const nearest = clockMs / day + epoch;
  // Readers that cut off what is behind the millisecond would read the one before, so it is never the smaller double.
  // Before 1970 the way back is by larger numbers, between which there is more room.
  const days = (nearest - epoch) * day < clockMs ? nearest + Math.max(nearest, epoch) * 2 ** -52 : nearest;
  return days >= first && days < behindLast ? days : undefined;
}

/** The same for a duration; undefined for one below zero, which spreadsheets show as #####. */
export function durationSerial(value: number, unit: DurationUnit): number | undefined {
  return value >= 0 ? (value * unitMs[unit]) / day : undefined;
}

/** Whether a serial number has a part of a second, to the millisecond. */
export function hasFraction(serial: number): boolean {
  return Math.round(serial * day) % 1000 !== 0;
}
