import { type GridRowProps, gridRow, isSameRow } from "../grid-row.tsx";
import { type Painted, paintAgain, paintNew } from "./host.ts";

type Slot = Painted & { props: GridRowProps };

/** Draws rows into the body of the grid. */
export type RowPainter = {
  /** Draws these rows in this order, each in the element of its slot; elements of other slots go. */
  paint: (rows: readonly (GridRowProps & { slot: number })[]) => void;
};

function paintSlot(slot: Slot | undefined, props: GridRowProps): Slot {
  if (!slot) return { ...paintNew(gridRow(props)), props };
  if (!isSameRow(slot.props, props)) paintAgain(slot, gridRow(props));
  slot.props = props;
  return slot;
}

/**
 * The painter of a body that nobody else draws into. React describes a row and this puts it into the document: with
 * React's own components for rows and cells, a scrolled frame, a further page and the first rows cost twice as much, and
 * the list held several times the memory (docs/decisions/002-table.md).
 */
export function rowPainter(body: HTMLElement): RowPainter {
  const slots = new Map<number, Slot>();
  const tick = (): void => {
    for (const { element, props } of slots.values()) {
      const box = element.querySelector("input");
      if (box) box.checked = props.select === "yes";
    }
  };
  // The browser ticks a box that is clicked, whether its row is selected then or not.
  body.addEventListener("click", () => requestAnimationFrame(tick));
  return {
    paint(rows) {
      const wanted = new Set(rows.map(({ slot }) => slot));
      for (const [key, { element }] of slots) {
        if (wanted.has(key)) continue;
        element.remove();
        slots.delete(key);
      }
      let next = body.firstChild;
      for (const { slot: key, ...props } of rows) {
        const slot = paintSlot(slots.get(key), props);
        slots.set(key, slot);
        if (slot.element === next) next = next.nextSibling;
        else body.insertBefore(slot.element, next);
      }
    },
  };
}
