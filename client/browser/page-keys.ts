import { keep, readKept } from "./storage.ts";

const storageKey = "earshot-page-keys";

/**
 * Whether keys of one letter work wherever the focus is. Who speaks to the computer may press them without meaning to,
 * and can switch them off.
 */
export function doPageKeysWork(): boolean {
  return readKept(storageKey) !== "off";
}

/** Switches them on or off, and keeps that in this browser. */
export function switchPageKeys(on: boolean): void {
  keep(storageKey, on ? undefined : "off");
}
