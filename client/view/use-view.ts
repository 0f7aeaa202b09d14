import { useCallback, useMemo, useSyncExternalStore } from "react";
import * as z from "zod/mini";
import { browserZone } from "../browser/zone.ts";
import { formatView, parseView, type ReadView } from "./url.ts";
import { type View, withOpen } from "./view.ts";

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

/**
 * What an entry of the history that a view was written to remembers: of one with a conversation, the addresses of the
 * entries below it, from where the conversation was opened.
 */
const entrySchema = z.object({ below: z.array(z.string()) });

function entryNow() {
  return entrySchema.safeParse(window.history.state).data;
}

/** So many changes beside one open conversation are undone by closing it; browsers keep only some fifty entries. */
const mostBelow = 20;

function read(search: string): ReadView {
  return parseView(search, browserZone());
}

function addressNow(): string {
  return readSearch() || window.location.pathname;
}

/** The view that an address of this page means. */
function viewAt(address: string): View {
  return read(address.startsWith("?") ? address : "").view;
}

/** The address of a view on this page. */
function pathOf(view: View): string {
  return formatView(view, browserZone()) || window.location.pathname;
}

/**
 * The address of a view that is kept as text. A text that cannot be read wholly stays as it is, so that what is wrong
 * with it is told as it is of a link, also after a reload and on the way back.
 */
function addressOfText(text: string): string {
  const { view, notes } = read(text);
  if (notes.length === 0) return pathOf(view);
  const address = new URL(window.location.href);
  address.search = text;
  return address.search;
}

/** Writes an address unless it is there already, and tells the readers of this tab. */
function write(address: string, replace: boolean): void {
  if (address === addressNow()) return;
  const below = entryNow()?.below ?? [];
  const remembers = viewAt(address).open !== undefined && below.length < mostBelow;
  if (replace) window.history.replaceState({ below }, "", address);
  else window.history.pushState({ below: remembers ? [...below, addressNow()] : [] }, "", address);
  window.dispatchEvent(new Event(changed));
}

/** The way back takes some milliseconds where the browser goes it. */
const refusedAfterMs = 2000;

/** Whether the history is on its way back from a conversation. */
let closing = false;

/**
 * Closes the conversation so that Back does not open it again: the entries above the one it was opened on are left, and
 * what else was changed meanwhile is written anew without it. One that a link opened is taken out of its entry.
 */
function close(address: string): void {
  // A second Escape in haste would leave the page.
  if (closing) return;
  const below = entryNow()?.below ?? [];
  const [first = address, ...later] = [...below, address].map((one) => {
    const view = viewAt(one);
    return view.open === undefined ? one : pathOf(withOpen(view, undefined));
  });
  if (below.length === 0) {
    write(address, true);
    return;
  }
  closing = true;
  const land = () => {
    closing = false;
    clearTimeout(late);
    if (first !== below[0]) window.history.replaceState({ below: [] }, "", first);
    for (const one of later) if (one !== pathOf(viewAt(addressNow()))) window.history.pushState({ below: [] }, "", one);
  };
  // Before the readers are told, so that they only see where it ends.
  window.addEventListener("popstate", land, { once: true, capture: true });
  // A browser may refuse to go: the conversation is closed then, too.
  const late = setTimeout(() => {
    closing = false;
    window.removeEventListener("popstate", land, { capture: true });
    write(address, true);
  }, refusedAfterMs);
  window.history.go(-below.length);
}

/** Opens a kept text on a bare address, unless the person came to the bare address by way of another view. */
export function openStart(text: string): void {
  if (readSearch() !== "" || entryNow()) return;
  window.history.replaceState({ below: [] }, "", addressOfText(text));
}

/** Opens a view that is kept as text. */
export function openText(text: string): void {
  write(addressOfText(text), false);
}

/**
 * Changes the view. With `replace` no entry is added to the history: for steps that Back should not go through. To take
 * the open conversation off goes back to where it was opened.
 */
export type SetView = (next: View, options?: { replace: boolean }) => void;

/**
 * The view in the address bar, and the way to change it. The address is the only home of the view: there is no copy to
 * keep in step, so Back, Forward and reload show what they showed before.
 */
export function useView(): ReadView & { setView: SetView } {
  const search = useSyncExternalStore(subscribe, readSearch);
  const now = useMemo(() => read(search), [search]);
  const setView = useCallback<SetView>((next, options) => {
    const address = pathOf(next);
    // Held against the view that the address means: an address written by hand may say the same in other words. One that
    // cannot be read wholly says something else, which the person has seen and now chosen.
    const { view, notes } = read(readSearch());
    if (notes.length === 0 && address === pathOf(view)) return;
    if (view.open !== undefined && next.open === undefined) close(address);
    else write(address, options?.replace ?? false);
  }, []);
  return { ...now, setView };
}
