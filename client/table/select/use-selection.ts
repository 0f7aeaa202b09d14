import { useLayoutEffect, useMemo, useRef } from "react";
import type { Rows } from "../../rows/use-rows.ts";
import { makeStore, useStore } from "../../ui/store.ts";
import type { View } from "../../view/view.ts";
import {
  allSelected,
  clearedByView,
  nothingSelected,
  rangeSelected,
  type SelectableRows,
  type Selected,
  type Selection,
  toggled,
} from "./selection.ts";

/** It outlives the page's being drawn anew in another language. */
const own: Selection = makeStore(nothingSelected);
const none: Selection = makeStore(nothingSelected);

/** The part of a view that decides which conversations it is of. */
function scopeOf({ range, zone, chosen, excluded, notSet, more }: View): string {
  return JSON.stringify([range, zone, chosen, excluded, notSet, more]);
}

/** The selection of a view: other filters or another range end it; sort, columns, paging and Refresh do not. */
export function useSelection(view: View): Selection {
  const scope = scopeOf(view);
  const former = useRef(scope);
  useLayoutEffect(() => {
    if (former.current !== scope) own.set(clearedByView(own.get()));
    former.current = scope;
  }, [scope]);
  return own;
}

/** What the table is told to select from: the selection, and the field that holds a conversation's id. */
export type Selecting = { selection: Selection; idField: string };

/** The selection as the table uses it. Places are those of the whole list. */
export type SelectRows = Pick<Selected, "ids"> & {
  /** Whether all rows that are held were selected at once, and nothing has come or changed since. */
  isAll: boolean;
  toggle: (place: number) => void;
  /** Moves the end of a range to a place; it begins where the last choice was made, else at `from`. */
  extend: (to: number, from?: number) => void;
  all: () => void;
  clear: () => void;
};

/** The selection in a list of rows; undefined where its rows cannot be selected. */
export function useSelectRows(selecting: Selecting | undefined, rows: Rows): SelectRows | undefined {
  const { ids, allOf } = useStore(selecting?.selection ?? none);
  const latest = useRef(rows);
  latest.current = rows;
  const { selection, idField } = selecting ?? {};
  const acts = useMemo(() => {
    if (!selection || idField === undefined) return undefined;
    const change = (next: (former: Selected, rows: SelectableRows) => Selected) => {
      const { listKey, index, count, isUpdating } = latest.current;
      // A former view's rows are no longer those of the view.
      if (!isUpdating) selection.set(next(selection.get(), { listKey, index, count, idField }));
    };
    return {
      toggle: (place: number) => change((former, from) => toggled(former, from, place)),
      extend: (to: number, start?: number) => change((former, from) => rangeSelected(former, from, to, start)),
      all: () => change(allSelected),
      clear: () => selection.set(nothingSelected),
    };
  }, [selection, idField]);
  const isAll = allOf === rows.index && rows.index.count > rows.index.first;
  // Another object only when something is another: the header is drawn from it.
  return useMemo(() => acts && { ids, isAll, ...acts }, [acts, ids, isAll]);
}
