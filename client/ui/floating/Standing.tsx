import { type Ref, type RefObject, useEffect, useImperativeHandle, useState } from "react";

type StandingProps = {
  /** An element that is on the page already, and has its attributes from elsewhere. */
  at: RefObject<HTMLElement | null>;
  /** Given by the library's component around it, as to a button that it would draw. */
  ref?: Ref<HTMLElement | null>;
};

/** Stands for an element that was drawn before the library's popover, menu or tooltip came, and draws nothing itself. */
export function Standing({ at, ref }: StandingProps) {
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => at.current, [at]);
  return null;
}

/**
 * Whether what hangs at a button is open, a moment later than asked: it first has to be there closed, since only what
 * opens notes where the focus was, to give it back.
 */
export function useOpensLater(opened: boolean): boolean {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(opened), [opened]);
  return isOpen && opened;
}
