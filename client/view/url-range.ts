import { isWallTime } from "./range.ts";
import { type CalendarPeriod, calendarPeriods, otherWeekStarts, type TimeRange } from "./view.ts";

/** About ten years: a trend of longer ranges would have more days than a browser can draw. */
const longest = { hour: 24 * 366, day: 3660 } as const;

function kebab(period: CalendarPeriod): string {
  return period.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `last-week`, and `last-week-sunday` where weeks do not begin on Monday. */
function readCalendar(text: string): TimeRange | undefined {
  const period = calendarPeriods.find((one) => kebab(one) === text);
  if (period) return { kind: "calendar", period };
  const weekStart = otherWeekStarts.find((day) => text.endsWith(`-${day}`));
  const week = weekStart && (["thisWeek", "lastWeek"] as const).find((one) => text === `${kebab(one)}-${weekStart}`);
  return week && { kind: "calendar", period: week, weekStart };
}

function readRelative(text: string): TimeRange | undefined {
  const match = /^(\d{1,4})([hd])$/.exec(text);
  if (!match) return undefined;
  const amount = Number(match[1]);
  const unit = match[2] === "h" ? "hour" : "day";
  return amount >= 1 && amount <= longest[unit] ? { kind: "relative", amount, unit } : undefined;
}

function days(from: string, to: string): number {
  return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000;
}

function readFixed(text: string): TimeRange | undefined {
  const [from = "", to = "", more] = text.split("..");
  if (more !== undefined || !isWallTime(from) || !isWallTime(to)) return undefined;
  // A plain date as the end means that whole day, so it may equal the start.
  const wholeDay = !to.includes("T");
  const inOrder = wholeDay ? from.slice(0, 10) <= to : (from.includes("T") ? from : `${from}T00:00`) < to;
  return inOrder && days(from, to) < longest.day ? { kind: "fixed", from, to } : undefined;
}

/** Reads `7d`, `24h`, `last-week`, `last-week-sunday` or `2026-11-01..2026-11-07`; undefined when it is none of these. */
export function readRange(text: string): TimeRange | undefined {
  return readCalendar(text) ?? readRelative(text) ?? readFixed(text);
}

/** The text that {@link readRange} reads. */
export function writeRange(range: TimeRange): string {
  if (range.kind === "relative") return `${range.amount}${range.unit === "hour" ? "h" : "d"}`;
  if (range.kind === "calendar") return [kebab(range.period), ...(range.weekStart ? [range.weekStart] : [])].join("-");
  return `${range.from}..${range.to}`;
}
