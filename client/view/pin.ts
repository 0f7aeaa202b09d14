import { useState } from "react";
import { resolveRange, type Window } from "./range.ts";
import type { TimeRange } from "./view.ts";

/**
 * The moment at which a view was pinned. A relative range becomes instants once, here, so that the table's pages, the
 * charts and the export all cover the same window; `id` changes with each pin, so that Refresh starts the list anew.
 */
export type Pin = { id: number; at: number; window: Window };

let lastId = 0;

function makePin(range: TimeRange, zone: string): Pin {
  const at = Date.now();
  lastId += 1;
  return { id: lastId, at, window: resolveRange(range, zone, at) };
}

/** The pin of the current range and zone, made anew when either changes and on `refresh`. Filters keep it. */
export function usePin(range: TimeRange, zone: string): Pin & { refresh: () => void } {
  const key = `${zone} ${JSON.stringify(range)}`;
  const [pinned, setPinned] = useState(() => ({ key, pin: makePin(range, zone) }));
  const refresh = () => setPinned({ key, pin: makePin(range, zone) });
  if (pinned.key === key) return { ...pinned.pin, refresh };
  // Set while rendering, so that nothing is ever drawn or asked with the window of another range.
  const pin = makePin(range, zone);
  setPinned({ key, pin });
  return { ...pin, refresh };
}
