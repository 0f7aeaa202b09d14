import { useEffect, useRef } from "react";
import { doPageKeysWork, isOthers } from "../browser/page-keys.ts";

/**
 * Hands on what is pasted where nothing takes it: an ID that was copied elsewhere is found by the paste alone. It obeys
 * the switch of the page's keys, as they do.
 */
export function usePasted(onPasted: (text: string) => void): void {
  const latest = useRef(onPasted);
  useEffect(() => {
    latest.current = onPasted;
  });
  useEffect(() => {
    function onPaste(event: ClipboardEvent): void {
      const text = event.clipboardData?.getData("text").trim();
      if (!text || event.defaultPrevented || isOthers(event.target) || !doPageKeysWork()) return;
      event.preventDefault();
      latest.current(text);
    }
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}
