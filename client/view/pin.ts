import { useMemo, useState } from "react";
import { serverNow } from "../browser/server-clock.ts";
import { resolveRange, type Window } from "./range.ts";
import type { TimeRange } from "./view.ts";

/**
 * The moment at which a view was pinned. A relative range becomes instants once, here, so that the table's pages, the
 * charts and the export all cover the same window, by the server's clock; `id` changes with each pin, so that Refresh starts the list anew.
 */
export type Pin = { id: number; at: number; window: Window };

let lastId = 0;

function makePin(range: TimeRange, zone: string): Pin {
  const at = serverNow();
  lastId += 1;
  return { id: lastId, at, window: resolveRange(range, zone, at) };
}

type Pinned = { key: string; range: TimeRange; zone: string; pin: Pin };

function keyOf(range: TimeRange, zone: string): string {
  return `${zone} ${JSON.stringify(range)}`;
}

function pinView(range: TimeRange, zone: string): Pinned {
  return { key: keyOf(range, zone), range, zone, pin: makePin(range, zone) };
}

/**
 * The pin of the current range and zone, made anew when either changes and on `refresh`. Filters keep it: it stays the
 * same object.
 */
export function usePin(range: TimeRange, zone: string): Pin & { refresh: () => void } {
  const [pinned, setPinned] = useState(() => pinView(range, zone));
  let current = pinned;
  if (pinned.key !== keyOf(range, zone)) {
    // Set while rendering, so that nothing is ever drawn or asked with the window of another range.
    current = pinView(range, zone);
    setPinned(current);
  }
  return useMemo(() => ({ ...current.pin, refresh: () => setPinned(pinView(current.range, current.zone)) }), [current]);
}
