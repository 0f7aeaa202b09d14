import { type EpochForm, readEpoch } from "./epoch.ts";
import type { Wall } from "./wall.ts";

/** In which order a text gives year, month and day. */
const dateShapes = {
  /** `2026-11-28`, also with slashes or points. */
  iso: /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})/,
  /** `11/28/2026`. */
  "month-first": /^(?<month>\d{1,2})([-/.])(?<day>\d{1,2})\2(?<year>\d{4})/,
  /** `28/11/2026`, `28.11.2026`. */
  "day-first": /^(?<day>\d{1,2})([-/.])(?<month>\d{1,2})\2(?<year>\d{4})/,
  /** `Sat, 28 Nov 2026`. */
  "day-named": /^(?:[A-Za-z]{3,9},? )?(?<day>\d{1,2})[ -](?<month>[A-Za-z]{3,9})[ -](?<year>\d{4})/,
  /** `Nov 28, 2026`. */
  "month-named": /^(?:[A-Za-z]{3,9},? )?(?<month>[A-Za-z]{3,9}) (?<day>\d{1,2}),? (?<year>\d{4})/,
} as const;

type TextForm = keyof typeof dateShapes;

/** How cells write a time: an order of year, month and day, or the time since 1970 in a unit. */
export type TimeForm = TextForm | EpochForm;

export const timeForms = [
  "iso",
  "month-first",
  "day-first",
  "day-named",
  "month-named",
  "epoch-s",
  "epoch-ms",
  "epoch-us",
  "epoch-ns",
] as const satisfies readonly TimeForm[];

const between = /^(?:[Tt]|,?\s+(?:at )?)/;
/** A clock of 24 or twice 12 hours; behind it Z or an offset, and the name of a zone in brackets, if any. */
const clockShape =
  /^(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d+))?)?(?:\s?(?<half>[AaPp])\.?[Mm]\.?)?(?:\s?(?<zone>[Zz]|(?:UTC|GMT)?[+-]\d\d(?::?\d\d)?|UTC|GMT))?(?:\s?[[(][^\])]*[\])])?$/;
const compactShape = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)((?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)$/;

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function monthNumber(text: string): string {
  if (/^\d/.test(text)) return text.padStart(2, "0");
  return String(monthNames.indexOf(text.slice(0, 3).toLowerCase()) + 1).padStart(2, "0");
}

/** An hour of the clock in two digits; undefined for one that a clock of twice twelve hours does not show. */
function hourNumber(hour: string, half: string | undefined): string | undefined {
  if (half === undefined) return hour.padStart(2, "0");
  const number = Number(hour);
  if (number < 1 || number > 12) return undefined;
  return String((number % 12) + (half.toLowerCase() === "p" ? 12 : 0)).padStart(2, "0");
}

function offsetSeconds(zone: string): number {
  const [, sign, hours = "0", minutes = "0"] = /([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** Seconds since 1970 of `2026-11-28T15:04:05` as UTC; undefined for a date or clock that does not exist. */
function secondsOf(dateAndClock: string): number | undefined {
  const ms = Date.parse(`${dateAndClock}.000Z`);
  // The Date parser takes the 30th of February for the 2nd of March.
  const exists = !Number.isNaN(ms) && new Date(ms).toISOString() === `${dateAndClock}.000Z`;
  return exists ? ms / 1000 : undefined;
}

type Clock = Pick<Wall, "fraction" | "offset" | "hasClock"> & { text: string };

function readClock(tail: string): Clock | undefined {
  if (tail === "") return { text: "00:00:00", fraction: "", offset: undefined, hasClock: false };
  const [gap = ""] = between.exec(tail) ?? [];
  const parts = gap === "" ? undefined : clockShape.exec(tail.slice(gap.length))?.groups;
  const hour = parts && hourNumber(parts.hour ?? "", parts.half);
  if (!parts || hour === undefined) return undefined;
  const { minute, second = "00", fraction = "", zone } = parts;
  const offset = zone === undefined ? undefined : offsetSeconds(zone);
  return { text: `${hour}:${minute}:${second}`, fraction, offset, hasClock: true };
}

function readText(form: TextForm, cell: string): Wall | undefined {
  const text = form === "iso" ? cell.replace(compactShape, "$1-$2-$3T$4:$5:$6$7") : cell;
  const match = dateShapes[form].exec(text);
  const { year, month = "", day = "" } = match?.groups ?? {};
  const clock = match && readClock(text.slice(match[0].length));
  if (!clock) return undefined;
  const seconds = secondsOf(`${year}-${monthNumber(month)}-${day.padStart(2, "0")}T${clock.text}`);
  if (seconds === undefined) return undefined;
  return { seconds, fraction: clock.fraction, offset: clock.offset, hasClock: clock.hasClock };
}

/** Reads the text of a cell, or the digits of a number, in one form. Undefined where it is not written so. */
export function readForm(form: TimeForm, text: string): Wall | undefined {
  switch (form) {
    case "epoch-s":
    case "epoch-ms":
    case "epoch-us":
    case "epoch-ns":
      return readEpoch(form, text);
    default:
      return readText(form, text);
  }
}
