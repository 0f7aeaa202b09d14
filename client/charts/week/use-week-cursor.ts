import { type FocusEvent, type KeyboardEvent, type MouseEvent, useState } from "react";
import type { PreparedWeek, WeekCell } from "./prepare.ts";

/** A cell of the heat map: the day from the first of the week on, and the hour. */
type Place = { day: number; hour: number };

/** How far each key leads, in days and in hours. */
const steps: Record<string, readonly [days: number, hours: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function isChoice(days: PreparedWeek["days"], { day, hour }: Place): boolean {
  return days[day]?.cells[hour]?.stretch !== undefined;
}

/** The next hour that can be chosen, on a way over those that cannot; undefined behind the last. */
function onTheWay(days: PreparedWeek["days"], from: Place, [down, on]: readonly [number, number]): Place | undefined {
  let { day, hour } = from;
  do {
    day += down;
    hour += on;
  } while (days[day]?.cells[hour] && !isChoice(days, { day, hour }));
  return isChoice(days, { day, hour }) ? { day, hour } : undefined;
}

/** Where a key leads. The arrows go to the sides that they name, also where hours run from right to left. */
function moved(days: PreparedWeek["days"], from: Place, key: string, rightToLeft: boolean): Place | undefined {
  if (key === "Home") return onTheWay(days, { ...from, hour: -1 }, [0, 1]);
  if (key === "End") return onTheWay(days, { ...from, hour: 24 }, [0, -1]);
  const step = steps[key];
  return step && onTheWay(days, from, [step[0], rightToLeft ? -step[1] : step[1]]);
}

/** The busiest hour where it can be chosen, else the first that can: there the keys begin. */
function firstOf({ days, busiest }: PreparedWeek): Place | undefined {
  if (busiest && isChoice(days, busiest.place)) return busiest.place;
  const all = days.flatMap(({ cells }, day) => cells.map(({ hour }) => ({ day, hour })));
  return all.find((place) => isChoice(days, place));
}

function isTouch({ nativeEvent }: MouseEvent): boolean {
  return nativeEvent instanceof PointerEvent && nativeEvent.pointerType === "touch";
}

/**
 * Makes the hours of the heat map that can be chosen one stop for the keyboard: the arrow keys, Home and End lead from
 * one to the other.
 */
export function useWeekCursor(prepared: PreparedWeek, onChoose: (cell: WeekCell) => void) {
  const { days } = prepared;
  const [last, setLast] = useState<Place>();
  /** The hour that is read by the keys: it is named beside it. */
  const [read, setRead] = useState<Place>();
  const stop = last && isChoice(days, last) ? last : firstOf(prepared);
  const buttonOf = (place: Place, cell: WeekCell) => ({
    tabIndex: stop?.day === place.day && stop.hour === place.hour ? 0 : -1,
    "data-place": `${place.day}-${place.hour}`,
    // A finger that touches a cell wants to read it, and is wider than one; the table has a button for each hour.
    onClick: (event: MouseEvent) => !isTouch(event) && onChoose(cell),
    onKeyDown: (event: KeyboardEvent) => {
      const { currentTarget, key } = event;
      const next = moved(days, place, key, getComputedStyle(currentTarget).direction === "rtl");
      if (!(key in steps || key === "Home" || key === "End")) return;
      event.preventDefault();
      const cells = currentTarget.closest("fieldset");
      if (next) cells?.querySelector<HTMLElement>(`[data-place="${next.day}-${next.hour}"]`)?.focus();
    },
    onFocus: ({ currentTarget }: FocusEvent) => {
      setLast(place);
      setRead(currentTarget.matches(":focus-visible") ? place : undefined);
    },
    onBlur: () => setRead(undefined),
  });
  return { buttonOf, read: read && isChoice(days, read) ? read : undefined };
}
