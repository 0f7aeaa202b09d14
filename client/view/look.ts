import { useSyncExternalStore } from "react";
import { isReloadOrReturn } from "../browser/navigation-type.ts";
import { keep, readKept } from "../browser/storage.ts";
import { type Look, lookSchema, readLook, usualLook, withLook } from "./shared-look.ts";
import { addressOf, readSearch } from "./use-view.ts";
import type { View } from "./view.ts";

const storageKey = "earshot-table";
const sharedKey = "earshot-shared-look";
const listeners = new Set<() => void>();

let read: { text: string | null; look: Look } = { text: null, look: usualLook };
/** What the address carried when the page was opened, until the person changes something; null before it was read. */
let shared: Look | undefined | null = null;

function parse(text: string | null): Look {
  if (text === null) return usualLook;
  try {
    return lookSchema.parse(JSON.parse(text));
  } catch {
    return usualLook;
  }
}

/** The look that a link brought: the address loses it with the first change of the view, the tab keeps it. */
function readShared(): Look | undefined {
  const asked = readLook(readSearch());
  if (asked) keep(sharedKey, JSON.stringify(asked), "tab");
  else if (!isReloadOrReturn()) keep(sharedKey, undefined, "tab");
  const text = readKept(sharedKey, "tab");
  return asked ?? (text === null ? undefined : parse(text));
}

/** How the table looks now, e.g. to go into a copied link. */
export function currentLook(): Look {
  if (shared === null) shared = readShared();
  if (shared) return shared;
  const text = readKept(storageKey);
  if (text !== read.text) read = { text, look: parse(text) };
  return read.look;
}

/** Changes how the table looks, and keeps it for this person. */
export function changeLook(look: Look): void {
  keep(sharedKey, undefined, "tab");
  // A browser that keeps nothing still shows it, until the page is left.
  shared = keep(storageKey, JSON.stringify(look)) ? undefined : look;
  for (const listener of listeners) listener();
}

/** The whole address of a view with the look of the table, to be copied. */
export function sharedAddressOf(view: View): string {
  const address = new URL(addressOf(view));
  address.search = withLook(address.search, currentLook());
  return address.href;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** The look of the table; also another tab's change of it is seen. */
export function useLook(): Look {
  return useSyncExternalStore(subscribe, currentLook);
}
