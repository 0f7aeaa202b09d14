import { wallClock } from "./wall-clock.ts";

/** One zone for each of the rules that clocks go by where many people live, the likeliest for an account first. */
export const likelyZones: readonly string[] = [
  "UTC",
  "America/New_York",
  "America/Los_Angeles",
  "America/Chicago",
  "America/Denver",
  "Europe/London",
  "Europe/Berlin",
  "Europe/Athens",
  "Asia/Kolkata",
  "Asia/Singapore",
  "Asia/Tokyo",
  "Australia/Sydney",
  "America/Sao_Paulo",
  "America/Phoenix",
  "America/Mexico_City",
  "America/Bogota",
  "America/Caracas",
  "America/Santiago",
  "America/Halifax",
  "America/St_Johns",
  "America/Anchorage",
  "Pacific/Honolulu",
  "Atlantic/Azores",
  "Africa/Lagos",
  "Africa/Johannesburg",
  "Africa/Cairo",
  "Asia/Jerusalem",
  "Asia/Beirut",
  "Europe/Moscow",
  "Asia/Tehran",
  "Asia/Dubai",
  "Asia/Kabul",
  "Asia/Karachi",
  "Asia/Kathmandu",
  "Asia/Dhaka",
  "Asia/Yangon",
  "Asia/Bangkok",
  "Australia/Adelaide",
  "Australia/Darwin",
  "Australia/Brisbane",
  "Pacific/Auckland",
  "Pacific/Tongatapu",
];

/** That a row whose cell shows this time (as if it were UTC) is of this instant, both in milliseconds since 1970. */
export type ClockProof = { wallMs: number; ms: number };

/** How far the clocks of a zone are ahead of UTC when they show this, in milliseconds; undefined for an unknown zone. */
export function offsetShowing(zone: string, wallMs: number): number | undefined {
  const clock = wallClock(zone);
  return clock && wallMs - clock.instantOf(wallMs);
}

/** Those of some zones that fit every proof; each once. */
export function fittingZones(zones: readonly string[], proofs: readonly ClockProof[]): string[] {
  return [...new Set(zones)].filter((zone) => {
    const clock = wallClock(zone);
    return clock && proofs.every(({ wallMs, ms }) => ms + clock.offsetAt(ms).milliseconds === wallMs);
  });
}

/** The offsets at which clocks of some zones show this, in milliseconds, each once, in the order of the zones. */
export function offsetsShowing(zones: readonly string[], wallMs: number): number[] {
  return [...new Set(zones.flatMap((zone) => offsetShowing(zone, wallMs) ?? []))];
}

const dayMs = 86_400_000;

/** Whether zones have had the same offsets on each day of the last year. */
export function areAlike(zones: readonly string[], now: number): boolean {
  const days = Array.from({ length: 380 }, (_, day) => now - day * dayMs);
  return days.every((ms) => offsetsShowing(zones, ms).length === 1);
}
