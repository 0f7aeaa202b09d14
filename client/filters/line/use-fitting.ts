import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { hiddenItems, type LineItem } from "./fitting.ts";

/** Marks a button that can leave the line; those that narrow the view leave last. */
export function lineItem(id: string, isUsed: boolean) {
  return { "data-filter": id, "data-in-use": isUsed || undefined };
}

function itemsOf(line: HTMLElement): LineItem[] {
  return [...line.querySelectorAll<HTMLElement>("[data-filter]")].map((element) => ({
    id: element.dataset.filter ?? "",
    width: element.offsetWidth,
    isUsed: element.hasAttribute("data-in-use"),
  }));
}

/** Which of a line's buttons have no room, measured whenever it is drawn and whenever its own width changes. */
export function useFitting() {
  const line = useRef<HTMLFieldSetElement>(null);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const look = () => {
    const { current } = line;
    // Not laid out, as on a page without a screen.
    if (!current || current.clientWidth === 0) return;
    const gap = Number.parseFloat(getComputedStyle(current).columnGap) || 0;
    const fixed = [...current.children].filter((one) => !one.hasAttribute("data-filter"));
    const taken = fixed.reduce((sum, one) => sum + (one instanceof HTMLElement ? one.offsetWidth + gap : 0), 0);
    const next = hiddenItems(itemsOf(current), current.clientWidth - taken + gap, gap);
    setHidden((now) => (now.join("\n") === next.join("\n") ? now : next));
  };
  useLayoutEffect(look);
  const lookAgain = useRef(look);
  useEffect(() => {
    lookAgain.current = look;
  });
  useEffect(() => {
    const { current } = line;
    if (!current) return undefined;
    const sizes = new ResizeObserver(() => lookAgain.current());
    sizes.observe(current);
    return () => sizes.disconnect();
  }, []);
  return { line, hidden };
}
