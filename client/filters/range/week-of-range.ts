import { firstWeekday } from "../../browser/week-start.ts";
import { type OtherWeekStart, otherWeekStarts } from "../../view/view.ts";

/** As JavaScript counts days: Sunday is 0. */
const days: Record<OtherWeekStart, ReturnType<typeof firstWeekday>> = { sunday: 0, saturday: 6 };

/** The day that a range's weeks begin on; Sunday is 0. */
export function weekdayOf(start: OtherWeekStart | undefined): number {
  return start === undefined ? 1 : days[start];
}

/** What a range says of its weeks, so that they begin on the day that they do in this browser's calendar. */
export function ownWeekStart(): OtherWeekStart | undefined {
  return otherWeekStarts.find((day) => days[day] === firstWeekday());
}
