import type { KeyboardEvent } from "react";
import { isUnderDialog } from "../ui/under-dialog.ts";

export type PanelKeys = {
  /** What Escape does. */
  onClose: () => void;
  onStep: (delta: 1 | -1) => void;
  canStep: { prev: boolean; next: boolean };
};

/** Whether what has the focus is typed into or chosen from. */
export function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** The keys of the panel while the focus is in it: J and K step through the list, Escape goes back. */
export function panelKeys({ onClose, onStep, canStep }: PanelKeys) {
  return (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    if (isUnderDialog(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === "escape") onClose();
    else if (key === "j") canStep.next && onStep(1);
    else if (key === "k") canStep.prev && onStep(-1);
    else return;
    // The table's own keys are the same; one press must not step twice.
    event.preventDefault();
    event.stopPropagation();
  };
}
