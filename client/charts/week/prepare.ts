import { formatClock } from "../../format/time.ts";
import type { Window } from "../../view/range.ts";
import { currentLocale, t } from "../../words/words.ts";
import { outsideNotes } from "../card/words.ts";
import type { WeekHours } from "./week-hours.ts";

/** One shade of the heat map and the counts it stands for; both ends are included. */
export type Shade = { from: number; to: number; opacity: number };

export type WeekCell = {
  hour: number;
  count: number;
  /** Undefined where the hour does not come in the range. */
  shade: number | undefined;
  /** `Monday, 09:00–10:00: 12`. */
  name: string;
  /** The one stretch of time that it stands for; undefined where it cannot be asked for. */
  stretch: Window | undefined;
};

export type PreparedWeek = {
  shades: readonly Shade[];
  days: readonly { name: string; long: string; total: number; cells: readonly WeekCell[] }[];
  busiest: { day: string; hour: number; count: number; place: { day: number; hour: number } } | undefined;
  /** Whether any hour can be asked for. */
  canChoose: boolean;
};

const opacities = [0.06, 0.24, 0.42, 0.62, 0.82, 1];

/** At most six shades: none, and five equal steps up to the highest count. */
export function shadesUpTo(highest: number): Shade[] {
  const step = Math.max(1, Math.ceil(highest / 5));
  const steps = Math.ceil(highest / step);
  return [
    { from: 0, to: 0, opacity: opacities[0] ?? 0 },
    ...Array.from({ length: steps }, (_, index) => ({
      from: index * step + 1,
      to: Math.min((index + 1) * step, highest),
      opacity: opacities[5 - steps + index + 1] ?? 1,
    })),
  ];
}

function dayNames(style: "short" | "long"): string[] {
  const format = new Intl.DateTimeFormat(currentLocale(), { weekday: style, timeZone: "UTC" });
  // The first of January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)));
}

/** `09:00`, or `9:00 AM` where the reader's clock says so. */
export function clockName(hour: number): string {
  return formatClock(Date.UTC(2024, 0, 1, hour), "UTC");
}

/** `09:00–10:00`, as the reader's clock has it. */
export function hourLabel(hour: number): string {
  return `${clockName(hour)}–${clockName(hour + 1)}`;
}

/** `09:00–10:00`, as files have it. */
export function hourName(hour: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(hour)}:00–${two((hour + 1) % 24)}:00`;
}

/**
 * The week as it is drawn: a shade for every hour that comes in the range.
 *
 * @param first the day that it begins with; Sunday is 0. Files have Mondays first, and 24 hours.
 */
export function prepareWeek(week: WeekHours, first?: number): PreparedWeek {
  const order = Array.from({ length: 7 }, (_, place) => (place + (first ?? 1) + 6) % 7);
  const days = order.flatMap((day) => week.days.slice(day, day + 1));
  const counts = days.flatMap((hours) => hours.map(({ count }) => count));
  const highest = counts.reduce((most, count) => Math.max(most, count), 0);
  const shades = shadesUpTo(highest);
  const inOrder = (names: readonly string[]) => order.map((day) => names[day] ?? "");
  const [short, long] = [inOrder(dayNames("short")), inOrder(dayNames("long"))];
  const nameOf = first === undefined ? hourName : hourLabel;
  const place = counts.indexOf(highest);
  const at = { day: Math.floor(place / 24), hour: place % 24 };
  return {
    shades,
    days: days.map((hours, day) => ({
      name: short[day] ?? "",
      long: long[day] ?? "",
      total: hours.reduce((sum, { count }) => sum + count, 0),
      cells: hours.map(({ count, times, stretch }, hour) => {
        const never = times === 0 && count === 0;
        const named = { day: long[day] ?? "", hour: nameOf(hour) };
        return {
          hour,
          count,
          shade: never ? undefined : shades.findIndex(({ to }) => count <= to),
          name: never ? t("charts.week.cellNever", named) : t("charts.week.cell", { ...named, count }),
          stretch,
        };
      }),
    })),
    busiest: highest > 0 ? { day: long[at.day] ?? "", hour: at.hour, count: highest, place: at } : undefined,
    canChoose: days.some((hours) => hours.some(({ stretch }) => stretch !== undefined)),
  };
}

/** Sums over a range that holds some weekdays more often than others are not alike: that must be said. */
export function weekNotes({ days, zone, shifted, outside }: WeekHours): string[] {
  const times = days.flatMap((hours) => hours.map((hour) => hour.times)).filter((often) => often > 0);
  const [least, most] = [Math.min(...times), Math.max(...times)];
  const never = times.length < 7 * 24;
  return [
    ...(most > least ? [t("charts.week.uneven", { least, most })] : []),
    ...(shifted ? [t("charts.shifted.hour", { zone })] : []),
    ...(never && times.length > 0 ? [t("charts.week.never")] : []),
    ...outsideNotes(outside),
  ];
}

/** Why hours cannot be clicked that come in several weeks; undefined where none does. */
export function severalWeeksNote({ days }: WeekHours): string | undefined {
  const comeAgain = days.some((hours) => hours.some(({ times, stretch }) => times > 1 && !stretch));
  return comeAgain ? t("charts.week.severalWeeks") : undefined;
}
