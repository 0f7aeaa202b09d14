import { useCallback } from "react";
import type { Row } from "../../contract/page.ts";
import { usualPageSize } from "./pages.ts";
import { indexRows, placeWhere } from "./row-index.ts";
import type { Trail } from "./trail.ts";
import { useWalk, type WalkedList } from "./use-walk.ts";

/** Why a list is read again from its query: a token of it has died, or its next page was too large for its size. */
export type Reread = { why: "expired" } | { why: "large"; size: number; upTo: number };

type FarState = {
  isBusy?: boolean;
  error?: unknown;
  finding?: { why: Reread["why"]; done: number; of: number };
  found?: { why: Reread["why"]; place: number; trail: Trail | undefined; count: number };
};

/** The way to rows that are not neighbours of those held. */
export type FarRows = {
  isBusy: boolean;
  /** Why the last way failed, null when it did not. */
  error: unknown;
  finding: FarState["finding"];
  found: FarState["found"];
  /** Holds the rows around a known place. */
  jump: (trail: Trail, place: number) => void;
  /**
   * Reads the list again from its query, up to where a row stood, and says where it stands now; in smaller pages, up to
   * the last row that is held.
   */
  findAgain: (place: number, row: Row | undefined, reread: Reread) => void;
  /** Forgets a failure. */
  forget: () => void;
  /** Ends a walk that is under way. */
  end: () => void;
};

/** Where a row stands among those held, by its content: an account may have no id to know it by. */
function placeOf(row: Row | undefined, pages: Parameters<typeof indexRows>[0]): number | undefined {
  if (!row) return undefined;
  const text = JSON.stringify(row);
  return placeWhere(indexRows(pages), (one) => JSON.stringify(one) === text);
}

/** Walks to rows far from those held. */
export function useFarRows(list: WalkedList): FarRows {
  const { state, isUnderWay, run, say, end } = useWalk<FarState>(list);

  const jump = useCallback(
    (trail: Trail, place: number) => {
      if (isUnderWay()) return;
      run(
        async ({ tell, cancel, read, hold }) => {
          tell({ isBusy: true });
          await cancel();
          await hold(await read(trail, { place }, usualPageSize));
          return {};
        },
        (error) => ({ error }),
      );
    },
    [run, isUnderWay],
  );

  const findAgain = useCallback(
    (place: number, row: Row | undefined, reread: Reread) => {
      const { why } = reread;
      const [upTo, pageSize] = reread.why === "large" ? [reread.upTo, reread.size] : [place, usualPageSize];
      run(
        async ({ tell, cancel, readFromStart, hold }) => {
          const tellOf = (done: number) =>
            tell({ isBusy: true, finding: { why, done: Math.min(done, upTo), of: upTo } });
          tellOf(0);
          await cancel();
          const held = await readFromStart({ place: upTo }, pageSize, tellOf);
          await hold(held);
          const trail = held.pages[0]?.trail;
          const count = trail?.count ?? 0;
          const found = placeOf(row, held.pages) ?? Math.min(place, Math.max(0, count - 1));
          return { found: { why, place: found, trail, count } };
        },
        (error) => ({ error }),
      );
    },
    [run],
  );

  const forget = useCallback(() => say(undefined), [say]);
  const { isBusy = false, error = null, finding, found } = state ?? {};
  return { isBusy, error, finding, found, jump, findAgain, forget, end };
}
