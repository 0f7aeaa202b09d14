import { useCallback, useMemo, useSyncExternalStore } from "react";
import { formatView, parseView, type ReadView } from "./url.ts";
import type { View } from "./view.ts";

// pushState tells nobody, so writers tell the readers of this tab themselves.
const changed = "earshot:address";

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(changed, listener);
  };
}

function readSearch(): string {
  return window.location.search;
}

/** The zone of this browser. */
export function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The whole address of a view, to be copied. */
export function addressOf(view: View): string {
  return new URL(formatView(view, browserZone()) || window.location.pathname, window.location.href).href;
}

/**
 * The view in the address bar, and the way to change it. The address is the only home of the view: there is no copy to
 * keep in step, so Back, Forward and reload show what they showed before.
 */
export function useView(): ReadView & { setView: (next: View) => void } {
  const search = useSyncExternalStore(subscribe, readSearch);
  const read = useMemo(() => parseView(search, browserZone()), [search]);
  const setView = useCallback((next: View) => {
    const written = formatView(next, browserZone());
    // Held against the view that the address means: an address written by hand may say the same in other words.
    if (written === formatView(parseView(readSearch(), browserZone()).view, browserZone())) return;
    window.history.pushState(null, "", written || window.location.pathname);
    window.dispatchEvent(new Event(changed));
  }, []);
  return { ...read, setView };
}
