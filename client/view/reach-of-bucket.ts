import { Temporal } from "temporal-polyfill";
import { isWithin } from "../../contract/checks.ts";
import type { Grain } from "../../contract/field-words.ts";
import type { Window } from "./range.ts";

/**
 * Whether something of a bucket lies in a window, or of an instant where there is no grain. What an account sends beside
 * the window is of conversations that the window does not hold: its filter may count the ends in, or drop fractions of
 * seconds.
 *
 * @param start where the account's own bucket begins, which may be elsewhere than the zone's buckets do.
 */
export function reachesInto(window: Window, start: number, grain: Grain | undefined, zone: string): boolean {
  if (grain === undefined || isWithin(window, start)) return isWithin(window, start);
  const end = Temporal.Instant.fromEpochMilliseconds(start)
    .toZonedDateTimeISO(zone)
    .add({ [`${grain}s`]: 1 });
  return start < Math.max(window.to, window.from + 1) && end.epochMilliseconds > window.from;
}
