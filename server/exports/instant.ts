import { Temporal } from "temporal-polyfill";

/** An instant needs a date, a time and an offset; anything else is not one, and saying so by pattern is cheap. */
const instantPattern = /^[+-]?\d{4,6}-?\d\d-?\d\d[Tt ]\d\d.*([Zz]|[+-]\d\d(:?\d\d)?)$/;

/** Writes instants in one time zone. Throws RangeError when the zone is not an IANA name that Node knows. */
export function instantWriter(timeZone: string): (value: string) => string {
  Temporal.Instant.from("1970-01-01T00:00Z").toZonedDateTimeISO(timeZone);
  return (value) => {
    if (!instantPattern.test(value)) return value;
    try {
      // All fractional digits that are there are kept: Twilio's times have microseconds.
      return Temporal.Instant.from(value).toZonedDateTimeISO(timeZone).toString({ timeZoneName: "never" });
    } catch {
      return value;
    }
  };
}
