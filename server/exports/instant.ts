import { Temporal } from "temporal-polyfill";
import { zoneOffsets } from "../zone-offsets.ts";

/** A date, a time, fractional digits if any, and an offset: what makes an instant. */
const instantPattern = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d(?::?\d\d)?)$/;

/** The form in which Twilio writes instants. Leap seconds are left to Temporal. */
const inUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:[0-5]\d(?:\.\d{1,9})?Z$/;
/** Minutes that are remembered: rows are ordered by time more often than not. */
const mostMinutes = 50_000;

/** No zone had seconds in its offset after Liberia gave its own up in January 1972. */
const regularSince = Date.UTC(1973, 0, 1);

/**
 * Writes instants in one time zone as ISO 8601 with the offset and with as many fractional digits as they came with:
 * Twilio's have up to six. What is not an instant is written as it is.
 *
 * @throws RangeError when the zone is not an IANA name that Node knows.
 */
export function instantWriter(timeZone: string): (value: string) => string {
  const offsetAt = zoneOffsets(timeZone);
  const minutes = new Map<string, { start: string; offset: string } | undefined>();

  /** A minute of UTC in the zone. Since 1973 all offsets are whole minutes, so the seconds are the same in both. */
  function minuteOf(text: string): { start: string; offset: string } | undefined {
    const milliseconds = Date.parse(`${text}:00Z`);
    // The Date parser takes the 30th of February for the 2nd of March; Temporal does not.
    const exact = milliseconds >= regularSince && new Date(milliseconds).toISOString() === `${text}:00.000Z`;
    if (!exact) return undefined;
    const offset = offsetAt(milliseconds);
    return { start: new Date(milliseconds + offset.milliseconds).toISOString().slice(0, 16), offset: offset.text };
  }

  function knownMinute(text: string): { start: string; offset: string } | undefined {
    if (minutes.has(text)) return minutes.get(text);
    if (minutes.size >= mostMinutes) minutes.clear();
    const found = minuteOf(text);
    minutes.set(text, found);
    return found;
  }

  return (value) => {
    if (inUtc.test(value)) {
      const minute = knownMinute(value.slice(0, 16));
      if (minute) return minute.start + value.slice(16, -1) + minute.offset;
    }
    const [, date, time, fraction = "", zone] = instantPattern.exec(value) ?? [];
    if (!zone) return value;
    try {
      const digits = fraction === "" ? "" : `.${fraction}`;
      const instant = Temporal.Instant.from(`${date}T${time}${digits}${zone}`).toZonedDateTimeISO(timeZone);
      return instant.toString({ timeZoneName: "never", fractionalSecondDigits: fractionDigits(fraction) });
    } catch {
      return value;
    }
  };
}

function fractionDigits(fraction: string): 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 {
  const counts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
  return counts[fraction.length] ?? 9;
}
