import { Temporal } from "temporal-polyfill";
import type { Grain } from "../../../contract/field-words.ts";
import { byQuarter } from "../../zone-offsets.ts";

/**
 * The hour of the clock that a time is in. An hour that comes twice is two, and where clocks change by half an hour,
 * none reaches over the change.
 */
function hourStart(time: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const start = time.round({ smallestUnit: "hour", roundingMode: "floor" });
  if (start.offset === time.offset) return start;
  // A time that is the change itself is one of the bucket that it begins.
  return time.add({ nanoseconds: 1 }).getTimeZoneTransition("previous") ?? start;
}

const starts: Record<Grain, (time: Temporal.ZonedDateTime) => Temporal.ZonedDateTime> = {
  hour: hourStart,
  day: (time) => time.startOfDay(),
  week: (time) => time.subtract({ days: time.dayOfWeek - 1 }).startOfDay(),
  month: (time) => time.with({ day: 1 }).startOfDay(),
};

/**
 * Finds the bucket of an instant (milliseconds since 1970): where it begins, as the zone's clocks show it, with their
 * offset, so that the hours of a night in which clocks are set back can be told apart.
 *
 * @throws RangeError when the zone is not an IANA name that Node knows.
 */
export function bucketOf(grain: Grain, zone: string): (ms: number) => string {
  return byQuarter((startMs) => {
    const time = Temporal.Instant.fromEpochMilliseconds(startMs).toZonedDateTimeISO(zone);
    return starts[grain](time).toString({ timeZoneName: "never", fractionalSecondDigits: 3 });
  });
}
