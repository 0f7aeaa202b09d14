import { useCallback } from "react";
import type { Row } from "../../contract/page.ts";
import { indexRows, placeWhere } from "../insights/row-index.ts";
import { Trail } from "../insights/trail.ts";
import { useWalk, type WalkedList } from "./use-walk.ts";

type FarState = {
  isBusy?: boolean;
  error?: unknown;
  finding?: { done: number; of: number };
  found?: { place: number; trail: Trail; count: number };
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
  /** Reads the list again from its query, up to where a row stood, and says where it stands now. */
  findAgain: (place: number, row: Row | undefined) => void;
  /** Forgets a failure. */
  forget: () => void;
  /** Ends a walk that is under way. */
  end: () => void;
};

const size = 100;

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
          await hold(await read(trail, { place }, size));
          return {};
        },
        (error) => ({ error }),
      );
    },
    [run, isUnderWay],
  );

  const findAgain = useCallback(
    (place: number, row: Row | undefined) => {
      const trail = new Trail();
      run(
        async ({ tell, cancel, read, hold }) => {
          const tellOf = (done: number) => tell({ isBusy: true, finding: { done: Math.min(done, place), of: place } });
          tellOf(0);
          await cancel();
          const held = await read(trail, { place }, size, tellOf);
          await hold(held);
          const found = placeOf(row, held.pages) ?? Math.min(place, Math.max(0, trail.count - 1));
          return { found: { place: found, trail, count: trail.count } };
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
