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

/**
 * The address of a view that is kept as text. A text that cannot be read wholly stays as it is, so that what is wrong
 * with it is told as it is of a link, also after a reload and on the way back.
 */
function addressOfText(text: string): string {
  const { view, notes } = parseView(text, browserZone());
  if (notes.length === 0) return formatView(view, browserZone()) || window.location.pathname;
  const address = new URL(window.location.href);
  address.search = text;
  return address.search;
}

/** Writes an address unless it is there already, and tells the readers of this tab. */
function write(address: string, replace: boolean): void {
  if (address === (readSearch() || window.location.pathname)) return;
  if (replace) window.history.replaceState(written, "", address);
  else window.history.pushState(written, "", address);
  window.dispatchEvent(new Event(changed));
}

/** Opens a kept text on a bare address, unless the person came to the bare address by way of another view. */
export function openStart(text: string): void {
  if (readSearch() !== "" || window.history.state === written) return;
  window.history.replaceState(written, "", addressOfText(text));
}

/** Opens a view that is kept as text. */
export function openText(text: string): void {
  write(addressOfText(text), false);
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
    // Held against the view that the address means: an address written by hand may say the same in other words. One that
    // cannot be read wholly says something else, which the person has seen and now chosen.
    const { view, notes } = parseView(readSearch(), browserZone());
    if (notes.length === 0 && search === formatView(view, browserZone())) return;
    write(search || window.location.pathname, options?.replace ?? false);
  }, []);
  return { ...read, setView };
}
