import { useSyncExternalStore } from "react";
import { nothingSaved, readSaved, type SavedViews, writeSaved } from "./saved-file.ts";

const storageKey = "earshot-views";

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

let last: { text: string | null; saved: SavedViews } = { text: null, saved: nothingSaved };

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    // A browser that keeps nothing for this page.
    return null;
  }
}

/** What is saved in this browser. The same object as long as nothing changes. */
export function savedNow(): SavedViews {
  const text = stored();
  if (text !== last.text) last = { text, saved: (text === null ? undefined : readSaved(text)) ?? nothingSaved };
  return last.saved;
}

/** Keeps saved views in this browser; false when it has no room for them. */
export function keepSaved(next: SavedViews): boolean {
  try {
    localStorage.setItem(storageKey, writeSaved(next));
  } catch {
    return false;
  }
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
