import { Temporal } from "temporal-polyfill";

/** A zone's name as people read it: `America/New York`. */
export function zoneLabel(zone: string): string {
  return zone.replaceAll("_", " ");
}

/** The zone's distance from UTC at an instant: `UTC+1`, `UTC−3:30`, `UTC`. */
export function offsetLabel(zone: string, ms: number): string {
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const minutes = Math.round(offsetNanoseconds / 60e9);
  if (minutes === 0) return "UTC";
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? "−" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}
