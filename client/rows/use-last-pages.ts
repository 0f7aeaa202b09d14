import { useEffect, useRef } from "react";
import type { RowPage } from "./pages.ts";

/** Pages that are there, and the list that they are of. */
export type LastPages = { listKey: string; pages: readonly RowPage[] };

/**
 * The pages to show: those of the list, or where it has none, because its first page is on its way or has failed, the
 * last ones that there were. A failure takes nothing off the screen.
 */
export function useLastPages(listKey: string, pages: readonly RowPage[] | undefined): LastPages | undefined {
  const last = useRef<LastPages>(undefined);
  useEffect(() => {
    if (pages) last.current = { listKey, pages };
  }, [listKey, pages]);
  return pages ? { listKey, pages } : last.current;
}
