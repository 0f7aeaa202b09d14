import { Temporal } from "temporal-polyfill";

/** How far the clocks of a zone are ahead of UTC, and the same as text: `+05:30`. */
export type Offset = { milliseconds: number; text: string };

/** No zone has changed its offset at another time than a full quarter of an hour since Liberia did in January 1972. */
export const quarterHour = 900_000;

/** Quarters of an hour that are remembered: more than a year of them. */
const mostQuarters = 50_000;

/** Remembers what is the same for a whole quarter of an hour, by the quarter's number since 1970. */
export function byQuarter<T>(find: (startMs: number) => T): (ms: number) => T {
  const known = new Map<number, T>();
  return (ms) => {
    const quarter = Math.floor(ms / quarterHour);
    const found = known.get(quarter);
    if (found !== undefined) return found;
    if (known.size >= mostQuarters) known.clear();
    const fresh = find(quarter * quarterHour);
    known.set(quarter, fresh);
    return fresh;
  };
}

/**
 * The offset of a zone at an instant (milliseconds since 1970). Temporal knows it, but takes 50 µs to say it, which is
 * most of the cost of reading or writing a time; the rows of one answer or file share few quarters of an hour.
 *
 * @throws RangeError when the zone is not an IANA name that Node knows.
 */
export function zoneOffsets(zone: string): (ms: number) => Offset {
  const offsetAt = byQuarter((startMs): Offset => {
    const start = Temporal.Instant.fromEpochMilliseconds(startMs).toZonedDateTimeISO(zone);
    return { milliseconds: start.offsetNanoseconds / 1e6, text: start.offset };
  });
  offsetAt(0);
  return offsetAt;
}
