import { useEffect, useEffectEvent } from "react";
import { doPageKeysWork } from "../browser/page-keys.ts";
import { isUnderDialog } from "../ui/under-dialog.ts";
import { isTyping } from "./panel-keys.ts";

/** The key R, wherever the focus is, as long as a person leaves keys of one letter on. */
export function useReadKey(onRead: () => void): void {
  const read = useEffectEvent(onRead);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const { target } = event;
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
      if (event.key.toLowerCase() !== "r" || !doPageKeysWork() || target === null) return;
      const isOthers = target instanceof Element && target.closest("[role=menu], [role=listbox]") !== null;
      if (isTyping(target) || isOthers || isUnderDialog(target)) return;
      event.preventDefault();
      read();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
