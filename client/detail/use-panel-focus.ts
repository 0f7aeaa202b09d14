import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

/**
 * Takes the focus into the panel when it opens and gives it back to where it was when it closes. When a step to another
 * conversation takes away what had the focus, the panel itself has it next, so that its keys go on working.
 */
export function usePanelFocus(panel: RefObject<HTMLElement | null>, id: string): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    const element = panel.current;
    return () => {
      const isOurs = document.activeElement === document.body || element?.contains(document.activeElement);
      if (isOurs && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [panel]);

  const shown = useRef(id);
  useEffect(() => {
    if (shown.current === id) return;
    shown.current = id;
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  }, [panel, id]);
}
