import { useEffect, useRef } from "react";
import type { RowPage } from "./pages.ts";

/**
 * Takes the rows out of pages that a list holds no more. The query cache lets go of such a page, the engine does not: it
 * keeps some of the cache's getters as part of their objects' shape, and with them a former window of pages.
 */
export function useReleasePages(listKey: string, pages: readonly RowPage[] | undefined): void {
  const last = useRef<{ listKey: string; pages: readonly RowPage[] }>(undefined);
  // After the drawing that shows the list without them.
  useEffect(() => {
    const before = last.current;
    last.current = pages && { listKey, pages };
    if (!pages || before?.listKey !== listKey) return;
    const held = new Set(pages);
    for (const page of before.pages) if (!held.has(page)) page.items = [];
  }, [listKey, pages]);
}
