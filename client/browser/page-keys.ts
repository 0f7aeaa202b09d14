import { keep, readKept } from "./storage.ts";

const storageKey = "earshot-page-keys";

/**
 * Whether keys of one letter work wherever the focus is. Who speaks to the computer may press them without meaning to,
 * and can switch them off.
 */
export function doPageKeysWork(): boolean {
  return readKept(storageKey) !== "off";
}

/** Whether a key pressed here, or what is pasted, belongs to what one types into or chooses from. */
export function isOthers(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest("input, textarea, select, [role=menu], [role=listbox], [role=dialog]") !== null)
  );
}

/** Switches them on or off, and keeps that in this browser. */
export function switchPageKeys(on: boolean): void {
  keep(storageKey, on ? undefined : "off");
}
