import { currentLocale } from "../words/words.ts";
import { formatDateBy, formatHourBy } from "./time.ts";

const moment = Date.UTC(2026, 10, 29, 14, 5);

/** `Nov 29, 2026`: how dates are written by the ways of a locale. */
export function exampleDate(locale: string): string {
  return formatDateBy(locale, moment, "UTC");
}

/** `12,345.6`: the same of numbers. */
export function exampleNumber(locale: string): string {
  return new Intl.NumberFormat(locale).format(1_234_567.5);
}

/** `2:05 PM` or `14:05`. */
export function exampleClock(isTwelveHours: boolean): string {
  return formatHourBy(isTwelveHours, moment, "UTC");
}

/** `Monday`, of a day as JavaScript counts them. */
export function weekdayName(day: number): string {
  // The 29th of November 2026 is a Sunday.
  const format = new Intl.DateTimeFormat(currentLocale(), { weekday: "long", timeZone: "UTC" });
  return format.format(moment + day * 86_400_000);
}
