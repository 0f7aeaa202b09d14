/** On the box of the rows. */
export const listMark = { "data-list": true };

/** Leads the keyboard into the list: to its grid, to the first of its cards, or to what stands in their place. */
export function focusList(options?: FocusOptions): void {
  const box = document.querySelector<HTMLElement>("[data-list]");
  (box?.querySelector<HTMLElement>("[role=grid], li button") ?? box)?.focus(options);
}
