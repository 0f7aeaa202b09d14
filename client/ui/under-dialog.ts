/**
 * Whether a dialog covers what a key was pressed in. Its focus comes a moment after it: until then keys still go to what is
 * under it, and Escape would close both.
 */
export function isUnderDialog(target: EventTarget): boolean {
  const dialog = document.querySelector("[role=dialog][aria-modal=true]");
  return dialog !== null && target instanceof Node && !dialog.contains(target);
}
