/** Gives the focus to what a dialog leads to first. */
export function focusFirst(dialog: Element | null | undefined): void {
  dialog?.querySelector<HTMLElement>("[data-autofocus]")?.focus({ preventScroll: true });
}

/** The same for what came after the dialog: unless its content was there, the dialog itself has the focus until then. */
export function focusArrived(): void {
  const at = document.activeElement;
  if (at?.matches("[role=dialog]")) focusFirst(at);
}
