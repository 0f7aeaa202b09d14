import { useSyncExternalStore } from "react";
import { keep, readKept } from "../browser/storage.ts";
import { nothingSaved, readSaved, type SavedViews, writeSaved } from "./saved-file.ts";

const storageKey = "earshot-views";
/** Where a text that cannot be read, maybe of a later version, is put before anything is written over it. */
const asideKey = "earshot-views-unreadable";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab has saved one.
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** What is saved; undefined where something is kept that cannot be read. */
type Read = SavedViews | undefined;

let last: { text: string | null; read: Read } = { text: null, read: nothingSaved };

function readNow(): Read {
  const text = readKept(storageKey);
  if (text !== last.text) last = { text, read: text === null ? nothingSaved : readSaved(text) };
  return last.read;
}

/** What is saved in this browser. The same object as long as nothing changes. */
export function savedNow(): SavedViews {
  return readNow() ?? nothingSaved;
}

/** Whether this browser keeps saved views that this version cannot read. */
export function isSavedUnreadable(): boolean {
  return readNow() === undefined;
}

/**
 * Changes the saved views of this browser: those that are saved now, which another tab may have changed since they were
 * drawn. False when the browser has no room for them.
 */
export function keepSaved(change: (now: SavedViews) => SavedViews): boolean {
  const next = change(savedNow());
  if (readNow() === undefined && !keep(asideKey, last.text ?? undefined)) return false;
  if (!keep(storageKey, writeSaved(next))) return false;
  for (const listener of listeners) listener();
  return true;
}

/** The saved views, drawn anew when they change. */
export function useSaved(): SavedViews {
  return useSyncExternalStore(subscribe, savedNow);
}

/** The text of the view that a bare address opens; undefined when there is none. */
export function startSearch(): string | undefined {
  const { views, start } = savedNow();
  return views.find(({ name }) => name === start)?.search;
}
