import { Temporal } from "temporal-polyfill";
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

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const date = { year: "numeric", month: "short", day: "numeric" } as const;
const shapes = {
  time: { ...date, ...clock },
  clock,
  date,
  day: { weekday: "short", month: "short", day: "numeric" },
  seconds: { ...clock, second: "2-digit" },
} as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A formatter, made once for each locale, zone and shape: making one costs far more than using it. */
function formatter(zone: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const locale = currentLocale();
  const key = `${locale} ${zone} ${shape}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...shapes[shape], timeZone: zone });
  formatters.set(key, made);
  return made;
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

/** `Tue, Nov 3` in the zone: for axes and short labels. */
export function formatDay(ms: number, zone: string): string {
  return formatter(zone, "day").format(ms);
}

/** `14:05:09` in the zone: for the lines of a transcript. */
export function formatSeconds(ms: number, zone: string): string {
  return formatter(zone, "seconds").format(ms);
}
