import { idText } from "../../../contract/conversation-id.ts";
import { mostSelected } from "../../../contract/selection.ts";
import type { RowIndex } from "../../rows/row-index.ts";
import type { Store } from "../../ui/store.ts";

/** What has to be said of the last change of the selection, because it is not what one might take it for. */
export type SelectionNote =
  /** The filters or the time range changed, which ended a selection of `count` conversations. */
  | { kind: "cleared"; count: number }
  /** All rows that are held were selected: so many of those loaded so far. */
  | { kind: "all"; rows: number; loaded: number }
  /** Nothing was changed: it would have been so many conversations. */
  | { kind: "tooMany"; count: number }
  /** Nothing was changed: rows in between have been let go of. */
  | { kind: "gap" };

/** Where a range begins and ends now, and what was selected before it: the other end can still move. */
type Sweep = { listKey: string; from: number; to: number; base: ReadonlySet<string>; isOn: boolean };

/** The selected conversations, by their ids alone: rows are let go of, sorted anew and read again. */
export type Selected = {
  ids: ReadonlySet<string>;
  sweep: Sweep | undefined;
  /** The rows that one command selected all of, until anything else is selected. */
  allOf: RowIndex | undefined;
  note: SelectionNote | undefined;
};

export type Selection = Store<Selected>;

export const nothingSelected: Selected = { ids: new Set(), sweep: undefined, allOf: undefined, note: undefined };

/** The rows that a person selects from. */
export type SelectableRows = { listKey: string; index: RowIndex; count: number; idField: string };

function idOf({ index, idField }: SelectableRows, place: number): string | undefined {
  return idText(index.at(place)?.[idField]);
}

/** The next selection, unless it would be larger than one may be: then nothing changes but what is said. */
function within(next: Selected, former: Selected): Selected {
  const isGrown = next.ids.size > former.ids.size;
  if (!isGrown || next.ids.size <= mostSelected) return next;
  return { ...former, note: { kind: "tooMany", count: next.ids.size } };
}

/** Selects the conversation of the row at a place, or takes it out. */
export function toggled(former: Selected, rows: SelectableRows, place: number): Selected {
  const id = idOf(rows, place);
  if (id === undefined) return former;
  const ids = new Set(former.ids);
  const isOn = !ids.delete(id);
  if (isOn) ids.add(id);
  const sweep = { listKey: rows.listKey, from: place, to: place, base: ids, isOn };
  return within({ ids, sweep, allOf: undefined, note: undefined }, former);
}

/**
 * Moves the end of a range to a place. The range begins where the last choice was made, or at `from` where that is
 * named and nothing led there; what was selected before stays. After a conversation was taken out, a range takes out.
 */
export function rangeSelected(former: Selected, rows: SelectableRows, to: number, from?: number): Selected {
  const { listKey } = rows;
  const last =
    former.sweep?.listKey === listKey && (from ?? former.sweep.to) === former.sweep.to ? former.sweep : undefined;
  const sweep = last ?? (from === undefined ? undefined : { listKey, from, to: from, base: former.ids, isOn: true });
  if (!sweep) return toggled(former, rows, to);
  const ids = new Set(sweep.base);
  for (let place = Math.min(sweep.from, to); place <= Math.max(sweep.from, to); place += 1) {
    if (!rows.index.at(place)) return { ...former, note: { kind: "gap" } };
    const id = idOf(rows, place);
    if (id === undefined) continue;
    if (sweep.isOn) ids.add(id);
    else ids.delete(id);
  }
  return within({ ids, sweep: { ...sweep, to }, allOf: undefined, note: undefined }, former);
}

/** Selects every row that is held, beside what is selected already. */
export function allSelected(former: Selected, rows: SelectableRows): Selected {
  const { index, count } = rows;
  const ids = new Set(former.ids);
  for (let place = index.first; place < index.count; place += 1) {
    const id = idOf(rows, place);
    if (id !== undefined) ids.add(id);
  }
  const note = { kind: "all", rows: index.count - index.first, loaded: count } as const;
  return within({ ids, sweep: undefined, allOf: index, note }, former);
}

/** After the filters or the range changed: nothing, and why. */
export function clearedByView({ ids }: Selected): Selected {
  return ids.size === 0 ? nothingSelected : { ...nothingSelected, note: { kind: "cleared", count: ids.size } };
}
