import { useCallback } from "react";
import type { Row } from "../../contract/page.ts";
import { largePages } from "../api/all-pages.ts";
import { indexRows, placeWhere } from "./row-index.ts";
import { useWalk, type WalkedList } from "./use-walk.ts";

/** How the search for a row goes that a person asked to see; `lost` is a list that was read to its end without it. */
export type Search =
  | { kind: "searching"; done: number }
  | { kind: "lost" }
  | { kind: "failed"; error: unknown }
  | { kind: "found"; place: number };

export type FindRow = {
  search: Search | undefined;
  /** Reads the list from its query up to a row. What is held stays until the row is found. */
  find: (isIt: (row: Row) => boolean) => void;
  /** Stands at a row whose place is known. */
  show: (place: number) => void;
  /** Ends a search, and forgets how it went. */
  stop: () => void;
};

/**
 * Finds a row that is not held: page tokens lead on only from page to page, so the list is read up to it.
 *
 * @param onHeld called when the pages around the row take the place of those held.
 */
export function useFindRow(list: WalkedList, onHeld: () => void): FindRow {
  const { state, run, say, end } = useWalk<Search>(list);
  const find = useCallback(
    (isIt: (row: Row) => boolean) => {
      run(
        async ({ tell, readFromStart, hold }) => {
          const tellOf = (done: number) => tell({ kind: "searching", done });
          tellOf(0);
          const held = await readFromStart({ isIt }, largePages, tellOf);
          const place = placeWhere(indexRows(held.pages), isIt);
          if (place === undefined) return { kind: "lost" };
          onHeld();
          await hold(held);
          return { kind: "found", place };
        },
        (error) => ({ kind: "failed", error }),
      );
    },
    [run, onHeld],
  );
  const show = useCallback((place: number) => say({ kind: "found", place }), [say]);
  const stop = useCallback(() => {
    end();
    say(undefined);
  }, [end, say]);
  return { search: state, find, show, stop };
}
