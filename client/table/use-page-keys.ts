import { type RefObject, useEffect, useState } from "react";

/** Whether a key pressed here belongs to what one types into or chooses from. */
function isOthers(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest("input, textarea, select, [role=menu], [role=listbox], [role=dialog]") !== null)
  );
}

/** What of the list takes the focus: the grid, or the first card. */
export function listOf(box: RefObject<HTMLElement | null>): HTMLElement | null | undefined {
  return box.current?.querySelector<HTMLElement>("[role=grid], li button");
}

/**
 * The keys that work wherever the focus is: `/` leads to the filters, `?` shows the keys, `j` and `k` lead into the
 * list when the focus is nowhere.
 */
export function usePageKeys(box: RefObject<HTMLElement | null>): {
  /** Undefined until they are shown for the first time. */
  keysShown: boolean | undefined;
  closeKeys: () => void;
} {
  const [keysShown, setKeysShown] = useState<boolean>();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isOthers(event.target)) return;
      if (event.key === "?") setKeysShown(true);
      else if (event.key === "/") document.querySelector<HTMLElement>("[data-filters] button")?.focus();
      else if ((event.key === "j" || event.key === "k") && event.target === document.body) listOf(box)?.focus();
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [box]);
  return { keysShown, closeKeys: () => setKeysShown(false) };
}
