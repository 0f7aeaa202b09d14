import { useCallback, useMemo, useSyncExternalStore } from "react";
import { browserZone } from "../browser/zone.ts";
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

/** The query part of the address. */
export function readSearch(): string {
  return window.location.search;
}

/** The whole address of a view, to be copied. Its zone is always in it, as others may open it elsewhere. */
export function addressOf(view: View): string {
  return new URL(formatView(view, "") || window.location.pathname, window.location.href).href;
}

/** Marks the entries of the history that a view was written to. */
const written = "view";

/** Opens a view on a bare address, unless the person came to the bare address by way of another view. */
export function openStart(view: View): void {
  if (readSearch() !== "" || window.history.state === written) return;
  window.history.replaceState(written, "", formatView(view, browserZone()) || window.location.pathname);
}

/** Changes the view. With `replace` no entry is added to the history: for steps that Back should not go through. */
export type SetView = (next: View, options?: { replace: boolean }) => void;

/**
 * The view in the address bar, and the way to change it. The address is the only home of the view: there is no copy to
 * keep in step, so Back, Forward and reload show what they showed before.
 */
export function useView(): ReadView & { setView: SetView } {
  const search = useSyncExternalStore(subscribe, readSearch);
  const read = useMemo(() => parseView(search, browserZone()), [search]);
  const setView = useCallback<SetView>((next, options) => {
    const search = formatView(next, browserZone());
    // Held against the view that the address means: an address written by hand may say the same in other words.
    if (search === formatView(parseView(readSearch(), browserZone()).view, browserZone())) return;
    const address = search || window.location.pathname;
    if (options?.replace) window.history.replaceState(written, "", address);
    else window.history.pushState(written, "", address);
    window.dispatchEvent(new Event(changed));
  }, []);
  return { ...read, setView };
}
