import { Temporal } from "temporal-polyfill";
import { chosenRegion, datesLocale, isTwelveHours, type Region } from "../browser/region.ts";
import { currentLocale } from "../words/words.ts";

/** Date, clock and offset, as ISO 8601, RFC 3339 or a database writes them. */
const timeShape =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)(?:(?<=[.,]\d{9})\d+)?(?: ?(Z|z|UTC|[+-]\d{2}(?::?\d{2})?)(?:\[.+\])?)?)?$/;

/**
 * Reads a time cell. With `Z` or an offset it is that instant; without, it is wall-clock time in the zone the query
 * was asked in, which is how a grain such as `.day` comes back. The beta documents neither form.
 *
 * @returns milliseconds since 1970, or undefined when the text is no time.
 */
export function parseTime(cell: unknown, zone: string): number | undefined {
  const [, date, clock = "00:00", offset] = (typeof cell === "string" && timeShape.exec(cell)) || [];
  if (!date) return undefined;
  try {
    if (!offset) return Temporal.PlainDateTime.from(`${date}T${clock}`).toZonedDateTime(zone).epochMilliseconds;
    return Temporal.Instant.from(`${date}T${clock}${offset === "UTC" ? "Z" : offset}`).epochMilliseconds;
  } catch {
    return undefined;
  }
}

const named = { year: "numeric", month: "short", day: "numeric" } as const;
const numeric = { year: "numeric", month: "2-digit", day: "2-digit" } as const;

type Shape = "time" | "moment" | "clock" | "date" | "day" | "seconds" | "exact";

function clockOptions(twelve: boolean): Intl.DateTimeFormatOptions {
  return twelve
    ? { hour: "numeric", minute: "2-digit", hourCycle: "h12" }
    : { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
}

/** Months have names only in the language of the words; by the ways of another one, dates are written in digits. */
function optionsOf(shape: Shape, hasNames: boolean, twelve = isTwelveHours()): Intl.DateTimeFormatOptions {
  const date = hasNames ? named : numeric;
  const { year: _, ...noYear } = date;
  switch (shape) {
    case "time":
      return { ...date, ...clockOptions(twelve) };
    case "moment":
      return { ...noYear, ...clockOptions(twelve) };
    case "clock":
      return clockOptions(twelve);
    case "seconds":
      return { ...clockOptions(twelve), second: "2-digit" };
    case "exact":
      return { ...date, ...clockOptions(twelve), second: "2-digit" };
    case "date":
      return date;
    case "day":
      return hasNames ? { weekday: "short", ...noYear } : noYear;
  }
}

function isOwnLanguage(locale: string): boolean {
  return languageOf(locale) === languageOf(currentLocale());
}

/** A date by the ways of a locale, whatever is chosen. */
export function formatDateBy(locale: string, ms: number, zone: string): string {
  return new Intl.DateTimeFormat(locale, { ...optionsOf("date", isOwnLanguage(locale)), timeZone: zone }).format(ms);
}

/** What a clock of twelve or of 24 hours shows, whatever is chosen. */
export function formatHourBy(twelve: boolean, ms: number, zone: string): string {
  const options = optionsOf("clock", true, twelve);
  return new Intl.DateTimeFormat(datesLocale(currentLocale()), { ...options, timeZone: zone }).format(ms);
}

let made: { region: Region | undefined; formatters: Map<string, Intl.DateTimeFormat> } = {
  region: undefined,
  formatters: new Map(),
};

/** Made once for each locale, zone and shape: making one costs far more than using it. */
function formatter(zone: string, shape: Shape): Intl.DateTimeFormat {
  const [words, region] = [currentLocale(), chosenRegion()];
  if (made.region !== region) made = { region, formatters: new Map() };
  const locale = datesLocale(words);
  const key = `${locale} ${words} ${zone} ${shape}`;
  const known = made.formatters.get(key);
  if (known) return known;
  const options = optionsOf(shape, isOwnLanguage(locale));
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  made.formatters.set(key, format);
  return format;
}

const weekdayFormats = new Map<string, Intl.DateTimeFormat>();

/** The names of weekdays, in the language of the words. */
function weekdays(words: string, zone: string): Intl.DateTimeFormat {
  const key = `${words} ${zone}`;
  const known = weekdayFormats.get(key) ?? new Intl.DateTimeFormat(words, { weekday: "short", timeZone: zone });
  weekdayFormats.set(key, known);
  return known;
}

function languageOf(tag: string): string | undefined {
  return tag.split("-")[0];
}

/** `Nov 3, 2026, 14:05` in the zone. */
export function formatTime(ms: number, zone: string): string {
  return formatter(zone, "time").format(ms);
}

/** `14:05` in the zone. */
export function formatClock(ms: number, zone: string): string {
  return formatter(zone, "clock").format(ms);
}

/** `Nov 3, 2026` in the zone. */
export function formatDate(ms: number, zone: string): string {
  return formatter(zone, "date").format(ms);
}

/** `Tue, Nov 3` in the zone, or `Tue, 03.11.`: for axes and short labels. */
export function formatDay(ms: number, zone: string): string {
  const words = currentLocale();
  const day = formatter(zone, "day").format(ms);
  if (isOwnLanguage(datesLocale(words))) return day;
  return `${weekdays(words, zone).format(ms)}, ${day}`;
}

/** `Nov 3, 14:05` in the zone: where the year goes without saying. */
export function formatMoment(ms: number, zone: string): string {
  return formatter(zone, "moment").format(ms);
}

const years = new Map<string, Intl.DateTimeFormat>();

function yearOf(ms: number, zone: string): string {
  const known = years.get(zone) ?? new Intl.DateTimeFormat("en", { timeZone: zone, year: "numeric" });
  years.set(zone, known);
  return known.format(ms);
}

/** `Nov 3, 14:05` in the zone where it is of this year there, else `Nov 3, 2025, 14:05`. */
export function formatRowTime(ms: number, zone: string, now: number): string {
  return yearOf(ms, zone) === yearOf(now, zone) ? formatMoment(ms, zone) : formatTime(ms, zone);
}

/** `Nov 3, 2026, 14:05:09, Europe/Berlin`: the whole of a moment, for a title. */
export function formatExactTime(ms: number, zone: string): string {
  return `${formatter(zone, "exact").format(ms)}, ${zone.replaceAll("_", " ")}`;
}

/** `Nov 3 – 9, 2026`: two days in the zone, the last one included. */
export function formatDates(from: number, to: number, zone: string): string {
  return formatter(zone, "date").formatRange(from, to);
}

/** `14:05:09` in the zone: for the lines of a transcript. */
export function formatSeconds(ms: number, zone: string): string {
  return formatter(zone, "seconds").format(ms);
}
