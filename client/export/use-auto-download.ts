import { useEffect } from "react";
import { useStore } from "../ui/store.ts";
import { downloadExport } from "./downloads.ts";
import type { ExportsState } from "./exports-feed.ts";
import { dropOwn, ownExports } from "./own-exports.ts";

/** A file of more rows than this does not come by itself, perhaps an hour after it was asked for. */
const mostRows = 50_000;

/** Downloads what this tab began, once, when it is complete and small. What was stopped or failed may be resumed. */
export function useAutoDownload({ items, connection }: ExportsState): void {
  // A small one may be complete before the answer that says its id.
  const own = useStore(ownExports);
  useEffect(() => {
    if (connection !== "open") return;
    for (const id of own) {
      const item = items.find((one) => one.id === id);
      if (item?.state !== "complete" || item.damage) continue;
      dropOwn(id);
      if (item.rows <= mostRows) void downloadExport(id, item.format);
    }
  }, [items, connection, own]);
}
