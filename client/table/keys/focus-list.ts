/** On the box of the rows. */
export const listMark = { "data-list": true };

/** Leads the keyboard into the list: to its grid, to the first of its cards, or to what stands in their place. */
export function focusList(options?: FocusOptions): void {
  const box = document.querySelector<HTMLElement>("[data-list]");
  (box?.querySelector<HTMLElement>("[role=grid], li button") ?? box)?.focus(options);
}

/** Leads the keyboard into the list by a key that moves through it, which the grid is handed on to stand on a row. */
export function enterList(key: string): void {
  focusList();
  const { activeElement } = document;
  if (activeElement?.role === "grid")
    activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}
