import { useEffect, useRef } from "react";
import { usualPageSize } from "./pages.ts";
import { Trail } from "./trail.ts";
import type { Rows } from "./use-rows.ts";
import { useWalk, type WalkedList } from "./use-walk.ts";

/**
 * Reads a list once more that has fewer rows than Twilio counts, for each thing that becomes known of the account: how
 * lists are filtered, say, may be found out while the first rows are on their way. What is there stays until then, and
 * where nothing better comes. A list of which not all rows are held is left as it is; the foot says both numbers.
 *
 * @param counted how many rows the list must have; undefined where that is not known.
 * @param known how much the server knows of the account.
 */
export function useReloadList(
  { request, pinId, bounds }: Omit<WalkedList, "listKey">,
  { listKey, index, count, ended, leftOut, isUpdating, isLoadingMore }: Rows,
  counted: number | undefined,
  known: number,
): void {
  const { run } = useWalk<null>({ request, pinId, bounds, listKey });
  const asked = useRef<string>(undefined);
  const isWhole = ended && index.first === 0 && index.count === count && !isUpdating && !isLoadingMore;
  const lacks = isWhole && counted !== undefined && counted > count + leftOut.outside ? counted : 0;
  useEffect(() => {
    const asking = `${known} ${listKey}`;
    if (lacks === 0 || asked.current === asking) return;
    asked.current = asking;
    const way = { place: lacks - 1 };
    run(
      async ({ read, hold }) => {
        await hold(await read(new Trail(), way, usualPageSize));
        return null;
      },
      () => null,
    );
  }, [lacks, known, listKey, run]);
}
