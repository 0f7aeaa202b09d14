import { Temporal } from "temporal-polyfill";
import { formatClock, formatDate, formatTime } from "../format/time.ts";
import { isWallTime } from "../view/range.ts";
import type { CalendarPeriod, TimeRange } from "../view/view.ts";

const periodLabels: Record<CalendarPeriod, string> = {
  yesterday: "Yesterday",
  thisWeek: "This week",
  lastWeek: "Last week",
  thisMonth: "This month",
  lastMonth: "Last month",
};

const days = new Intl.DateTimeFormat(undefined, {
  year: "numeric",
  month: "short",
  day: "numeric",
  timeZone: "UTC",
});

/** Wall-clock text as if it were in UTC, for formatters: it has to come out as it went in, whatever the zone skips. */
function asUtc(text: string): number {
  return Temporal.PlainDateTime.from(text).toZonedDateTime("UTC").epochMilliseconds;
}

function sideLabel(text: string): string {
  return text.includes("T") ? formatTime(asUtc(text), "UTC") : formatDate(asUtc(text), "UTC");
}

function fixedLabel(from: string, to: string): string {
  // The address bar's parser lets nothing else through; a label is still no reason to fail.
  if (!isWallTime(from) || !isWallTime(to)) return `${from} – ${to}`;
  if (!from.includes("T") && !to.includes("T"))
    return asUtc(from) <= asUtc(to)
      ? days.formatRange(asUtc(from), asUtc(to))
      : `${sideLabel(from)} – ${sideLabel(to)}`;
  const oneDay = from.includes("T") && to.includes("T") && from.slice(0, 10) === to.slice(0, 10);
  return `${sideLabel(from)} – ${oneDay ? formatClock(asUtc(to), "UTC") : sideLabel(to)}`;
}

/** A range in words: `Last 7 days`, `This week`, `Nov 3 – 9, 2026`. */
export function rangeLabel(range: TimeRange): string {
  if (range.kind === "calendar") return periodLabels[range.period];
  if (range.kind === "fixed") return fixedLabel(range.from, range.to);
  const { amount, unit } = range;
  if (amount === 1) return unit === "day" ? "Today" : "Last hour";
  return `Last ${amount} ${unit}s`;
}

/** Whether two ranges say the same in the same way. */
export function sameRange(a: TimeRange, b: TimeRange): boolean {
  if (a.kind === "relative") return b.kind === "relative" && a.amount === b.amount && a.unit === b.unit;
  if (a.kind === "calendar") return b.kind === "calendar" && a.period === b.period;
  return b.kind === "fixed" && a.from === b.from && a.to === b.to;
}
