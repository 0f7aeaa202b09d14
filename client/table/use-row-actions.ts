import { type KeyboardEvent, type MouseEvent, useState } from "react";
import { cellMembers } from "../format/values.ts";
import type { Rows } from "../rows/use-rows.ts";
import { isUnderDialog } from "../ui/under-dialog.ts";
import type { ViewColumn } from "../view/columns.ts";
import type { CellPlace } from "./keys/cell-moves.ts";
import { type Opening, rowId } from "./opening.ts";
import type { MenuPlace } from "./RowMenu.tsx";
import type { SelectRows } from "./select/use-selection.ts";
import { toolOf } from "./tool-of.ts";
import type { CopyKind } from "./use-copy.ts";

export type RowActions = {
  menu: MenuPlace | undefined;
  closeMenu: () => void;
  onCopy: (kind: CopyKind, at: CellPlace) => void;
  onOpen: ((at: CellPlace) => void) | undefined;
  /** Whether the key was one of a row's actions. */
  onKeyDown: (event: KeyboardEvent<HTMLElement>, cell: CellPlace | undefined) => boolean;
  onMouseDown: (event: MouseEvent<HTMLElement>) => void;
  onClick: (event: MouseEvent<HTMLElement>) => void;
  onContextMenu: (event: MouseEvent<HTMLElement>, active: CellPlace | undefined, cell: Element | null) => void;
};

const copyKeys: Record<string, CopyKind> = { c: "cell", y: "row", l: "link" };

/** The cell that an element belongs to. */
export function cellOf(target: EventTarget): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest("td") : null;
  const row = cell?.closest("tr");
  if (!cell || !row) return undefined;
  return { row: Number(row.ariaRowIndex) - 2, column: Number(cell.ariaColIndex) - 1 };
}

export type RowActionsProps = {
  rows: Rows;
  columns: readonly ViewColumn[];
  opening: Opening | undefined;
  /** Left out where rows cannot be selected; else their checkboxes are column 0. */
  chosen: SelectRows | undefined;
  copy: (kind: CopyKind, text: string) => void;
  /** Called with the cell that was clicked. */
  onCell: (cell: CellPlace) => void;
};

/** What can be done with a row: open, select or copy it, a cell or a link to it; by keys, by the mouse, by a menu. */
export function useRowActions({ rows, columns, opening, chosen, copy, onCell }: RowActionsProps): RowActions {
  const [menu, setMenu] = useState<MenuPlace>();

  function onCopy(kind: CopyKind, at: CellPlace): void {
    const row = rows.index.at(at.row);
    const field = columns[at.column - (chosen ? 1 : 0)]?.field;
    const id = rowId(row, opening);
    if (!row) return;
    if (kind === "cell" && field !== undefined) copy(kind, cellMembers(row[field]).join("; "));
    else if (kind === "row") copy(kind, JSON.stringify(row, null, 2));
    else if (kind === "link" && opening && id) copy(kind, opening.linkTo(id));
  }

  function open(at: CellPlace): void {
    const id = rowId(rows.index.at(at.row), opening);
    if (id !== undefined) opening?.onOpen(id);
  }

  /** The cell of a click that selects instead of opening. */
  function selected(event: MouseEvent<HTMLElement>): CellPlace | undefined {
    const cell = chosen && cellOf(event.target);
    const isSelecting = cell && (cell.column === 0 || event.shiftKey || event.ctrlKey || event.metaKey);
    return isSelecting ? cell : undefined;
  }

  return {
    menu,
    closeMenu: () => setMenu(undefined),
    onCopy,
    onOpen: opening ? open : undefined,
    onKeyDown(event, cell) {
      const kind = copyKeys[event.key];
      if (isUnderDialog(event.target)) return false;
      if (event.key === "Escape" && opening?.openId !== undefined) opening.onOpen(undefined);
      else if (event.key === "Escape" && chosen && chosen.ids.size > 0) chosen.clear();
      else if (!cell || event.ctrlKey) return false;
      else if (event.key === "Enter" || event.key === " ") open(cell);
      else if (kind) onCopy(kind, cell);
      else return false;
      event.preventDefault();
      return true;
    },
    onMouseDown(event) {
      // Shift would mark text up to here, and the box would take the focus, with which the keys would go.
      // So does a button: the grid keeps the focus.
      if (event.button !== 0 || (!toolOf(event.target) && !selected(event))) return;
      event.preventDefault();
      event.currentTarget.focus({ preventScroll: true });
    },
    onClick(event) {
      const pressed = toolOf(event.target);
      const own = pressed && cellOf(event.target);
      if (pressed && own) {
        onCell(own);
        const { left, bottom } = pressed.button.getBoundingClientRect();
        if (pressed.tool === "open") open(own);
        else if (pressed.tool === "link") onCopy("link", own);
        else setMenu({ ...own, x: left, y: bottom });
        return;
      }
      const at = selected(event);
      if (at) {
        onCell(at);
        if (event.shiftKey) chosen?.extend(at.row);
        else chosen?.toggle(at.row);
        return;
      }
      const cell = cellOf(event.target);
      // Text that was marked with the mouse is to be copied, not opened.
      if (!cell || (document.getSelection()?.toString() ?? "") !== "") return;
      onCell(cell);
      open(cell);
    },
    onContextMenu(event, active, element) {
      const cell = cellOf(event.target) ?? active;
      if (!cell) return;
      event.preventDefault();
      onCell(cell);
      const byMouse = cellOf(event.target) !== undefined;
      const box = element?.getBoundingClientRect();
      setMenu({
        ...cell,
        x: byMouse ? event.clientX : (box?.left ?? 0),
        y: byMouse ? event.clientY : (box?.bottom ?? 0),
      });
    },
  };
}
