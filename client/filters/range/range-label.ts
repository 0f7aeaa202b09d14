import { Temporal } from "temporal-polyfill";
import { firstWeekday } from "../../browser/week-start.ts";
import { weekdayName } from "../../format/examples.ts";
import { formatClock, formatDate, formatDates, formatTime } from "../../format/time.ts";
import { isWallTime } from "../../view/range.ts";
import type { TimeRange } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { weekdayOf } from "./week-of-range.ts";

/** Wall-clock text as if it were in UTC, for formatters: it has to come out as it went in. */
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
      ? formatDates(asUtc(from), asUtc(to), "UTC")
      : `${sideLabel(from)} – ${sideLabel(to)}`;
  const oneDay = from.includes("T") && to.includes("T") && from.slice(0, 10) === to.slice(0, 10);
  return `${sideLabel(from)} – ${oneDay ? formatClock(asUtc(to), "UTC") : sideLabel(to)}`;
}

function calendarLabel({ period, weekStart }: TimeRange & { kind: "calendar" }): string {
  const name = t(`filters.range.${period}`);
  const isWeek = period === "thisWeek" || period === "lastWeek";
  const day = weekdayOf(weekStart);
  return isWeek && day !== firstWeekday() ? t("filters.range.weekFrom", { week: name, day: weekdayName(day) }) : name;
}

/** A range in words: `Last 7 days`, `This week`, `Nov 3 – 9, 2026`. A week that begins on another day than here says so. */
export function rangeLabel(range: TimeRange): string {
  if (range.kind === "calendar") return calendarLabel(range);
  if (range.kind === "fixed") return fixedLabel(range.from, range.to);
  const { amount: count, unit } = range;
  if (count === 1) return unit === "day" ? t("filters.range.today") : t("filters.range.lastHour");
  return unit === "day" ? t("filters.range.lastDays", { count }) : t("filters.range.lastHours", { count });
}

/** Whether two ranges say the same in the same way. */
export function sameRange(a: TimeRange, b: TimeRange): boolean {
  if (a.kind === "relative") return b.kind === "relative" && a.amount === b.amount && a.unit === b.unit;
  if (a.kind === "calendar") return b.kind === "calendar" && a.period === b.period && a.weekStart === b.weekStart;
  return b.kind === "fixed" && a.from === b.from && a.to === b.to;
}
