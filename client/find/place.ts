import { Temporal } from "temporal-polyfill";
import { hasChosen } from "../view/choose.ts";
import { type View, withRange } from "../view/view.ts";
import type { FindSubject } from "./option.ts";

/** Where a conversation of the account is, seen from the view; `outside` where its time is not known. */
export type Place = "inView" | "outsideDates" | "outsideFilters" | "outside";

/** What a conversation's time alone says of where it is; undefined where the view's filters decide. */
export function placeByTime({ view, pin, fields }: FindSubject, ms: number | undefined): Place | undefined {
  const { from, to } = pin.window;
  if (ms !== undefined && fields.roles.time && (ms < from || ms >= to)) return "outsideDates";
  if (hasChosen(view)) return undefined;
  return ms === undefined && fields.roles.time ? undefined : "inView";
}

/** Where a conversation is of which Twilio has said whether the view has it. */
export function placeByAnswer(isInView: boolean, ms: number | undefined): Place {
  if (isInView) return "inView";
  return ms === undefined ? "outside" : "outsideFilters";
}

function dayOf(ms: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The view with the days from one moment to another as its range. */
export function withDays(view: View, from: number, to = from): View {
  return withRange(view, { kind: "fixed", from: dayOf(from, view.zone), to: dayOf(to, view.zone) });
}
