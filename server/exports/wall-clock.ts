import { Temporal } from "temporal-polyfill";
import { byQuarter } from "../zone-offsets.ts";
import { instantWriter } from "./instant.ts";

/** What the clocks of a zone show at an instant. */
export type WallClock = {
  /** `2026-11-29`. */
  date: string;
  /** `14:05:36`. */
  time: string;
  /** What the clock shows, in milliseconds since 1970 as if it were UTC; finer digits are cut off. */
  ms: number;
  /** Whether the zone's clocks show this time twice. */
  repeated: boolean;
};

const written = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?[+-]\d\d:\d\d$/;

/** Milliseconds since 1970 of a clock in UTC; undefined for a day that no month has. */
export function clockMs(date: string, time: string): number | undefined {
  const ms = Date.parse(`${date}T${time}Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(`${date}T${time}`) ? ms : undefined;
}

/**
 * Reads instants by the clocks of one time zone; undefined for what is no instant, e.g. a time without an offset.
 *
 * @throws RangeError when the zone is not an IANA name that Node knows.
 */
export function clockReader(zone: string): (value: string) => WallClock | undefined {
  const writeInstant = instantWriter(zone);
  const isRepeated = byQuarter((startMs) => {
    const clock = Temporal.Instant.fromEpochMilliseconds(startMs).toZonedDateTimeISO(zone).toPlainDateTime();
    const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
      clock.toZonedDateTime(zone, { disambiguation }),
    );
    return earlier?.epochMilliseconds !== later?.epochMilliseconds;
  });
  return (value) => {
    const text = writeInstant(value);
    const [, date, time, fraction = ""] = written.exec(text) ?? [];
    if (!date || !time) return undefined;
    const whole = clockMs(date, time);
    if (whole === undefined) return undefined;
    const offset = text.slice(-6);
    const instant = Date.parse(`${date}T${time}${offset}`);
    return { date, time, ms: whole + Number(fraction.slice(0, 3).padEnd(3, "0")), repeated: isRepeated(instant) };
  };
}

/** Writes instants as `2026-11-29 14:05:36` by the clocks of a zone; what is no instant is written as it is. */
export function clockWriter(zone: string): (value: string) => string {
  const read = clockReader(zone);
  return (value) => {
    const clock = read(value);
    return clock ? `${clock.date} ${clock.time}` : value;
  };
}
