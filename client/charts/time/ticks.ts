import { Temporal } from "temporal-polyfill";
import { formatClock, formatDate, formatDay } from "../../format/time.ts";
import type { Trend } from "../trend/trend.ts";

export type Tick = { start: number; label: string };

const daySteps = [1, 2, 3, 4, 7, 14, 28, 56, 91, 182, 364];
const hourSteps = [1, 2, 3, 6, 12, 24];

const aYear = 360 * 24 * 60 * 60 * 1000;

/** The name of the day in which an instant falls. The year is told only where two could be meant. */
export function dayName({ zone, buckets }: Pick<Trend, "zone" | "buckets">): (ms: number) => string {
  const long = (buckets.at(-1)?.end ?? 0) - (buckets[0]?.start ?? 0) > aYear;
  return (ms) => (long ? formatDate(ms, zone) : formatDay(ms, zone));
}

/** Room for one character of an axis label, in pixels. */
export const characterWidth = 6.6;
/** The air between two labels. */
const air = 10;

/** At most this many labels fit side by side. */
function roomFor(labels: readonly string[], width: number): number {
  const longest = labels.reduce((most, label) => Math.max(most, label.length), 1);
  return Math.max(1, Math.floor(width / (longest * characterWidth + air)));
}

function every(ticks: readonly Tick[], room: number): Tick[] {
  const step = daySteps.find((days) => Math.ceil(ticks.length / days) <= room) ?? ticks.length;
  return ticks.filter((_, index) => index % step === 0);
}

/**
 * The labels under the buckets of a trend that fit into a width. Days are named at a regular step. Hours are named on
 * round hours of the zone's clock, and midnight by its day, which holds on days of 23 and 25 hours too.
 */
export function timeTicks(trend: Pick<Trend, "grain" | "zone" | "buckets">, width: number): Tick[] {
  const { grain, zone, buckets } = trend;
  const nameOf = dayName(trend);
  const days = buckets.map(({ start }) => ({ start, label: nameOf(start) }));
  if (grain === "day")
    return every(
      days,
      roomFor(
        days.map(({ label }) => label),
        width,
      ),
    );

  const hourOf = ({ start }: Tick) => Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).hour;
  const midnights = days.filter((tick) => hourOf(tick) === 0);
  const room = roomFor(
    (midnights.length > 0 ? midnights : days).map(({ label }) => label),
    width,
  );
  const step = hourSteps.find((hours) => Math.ceil(buckets.length / hours) <= room);
  if (step === undefined || step === 24) return every(midnights.length > 0 ? midnights : days.slice(0, 1), room);

  return (
    days
      .filter((tick) => hourOf(tick) % step === 0)
      .map((tick) => (hourOf(tick) === 0 ? tick : { start: tick.start, label: formatClock(tick.start, zone) }))
      // A clock that is put back shows one hour twice: the second is not named again.
      .filter((tick, index, all) => index === 0 || tick.label !== all[index - 1]?.label)
  );
}
