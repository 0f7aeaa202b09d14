/** What one cell says of a time, before it is known in which zone it says so. */
export type Wall = {
  /** Date and clock as whole seconds since 1970, as if they were UTC. */
  seconds: number;
  /** The digits of the fraction of a second, as they came; "" without one. */
  fraction: string;
  /** Seconds that the cell itself says its clock is ahead of UTC; undefined where it says nothing of it. */
  offset: number | undefined;
  /** False for a date alone. */
  hasClock: boolean;
};

/** The milliseconds of a wall-clock time since 1970, as if it were UTC. */
export function wallMs({ seconds, fraction }: Wall): number {
  return seconds * 1000 + Number(fraction.slice(0, 3).padEnd(3, "0"));
}

function dateAndClock(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}

/** `2026-11-01T10:00:00.123456Z`, with as many digits of the fraction as there are. */
export function writeInstant(seconds: number, fraction: string): string {
  return `${dateAndClock(seconds)}${fraction === "" ? "" : `.${fraction}`}Z`;
}

/** `2026-11-01T10:00:00.000`, as grains are written. */
export function writeWall(seconds: number, fraction: string): string {
  return `${dateAndClock(seconds)}.${fraction || "000"}`;
}
