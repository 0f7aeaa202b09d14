import { foreignWatch } from "./foreign-watch.ts";
import { type GridRowProps, gridRow, isSameRow } from "./grid-row.tsx";
import { type Painted, paintAgain, paintNew } from "./host.ts";
import { isWarmUpRow } from "./warm-up.ts";

type Slot = Painted & { props: GridRowProps };
type PlacedProps = GridRowProps & { slot: number };

/** Draws rows into the body of the grid. */
export type RowPainter = {
  /** Draws these rows in this order, each in the element of its slot; elements of other slots go. */
  paint: (rows: readonly PlacedProps[]) => void;
};

/**
 * The painter of a body that nobody else of this page draws into. React describes a row and this puts it into the
 * document: with React's own components for rows and cells, a scrolled frame, a further page and the first rows cost
 * twice as much, and the list held several times the memory (docs/decisions/002-table.md).
 *
 * What translators and other additions of the browser do to rows is seen (`foreign-watch.ts`). A row whose words are
 * others is made anew when the rows are next painted, and not at once: a translator would begin again. Where the rows
 * themselves were taken away, moved or numbered anew, so that a click would open another one, they are put right at once.
 */
export function rowPainter(body: HTMLElement): RowPainter {
  const slots = new Map<number, Slot>();
  let painted: readonly PlacedProps[] = [];
  const watch = foreignWatch(body, () => draw(painted));

  function drawSlot(key: number, props: GridRowProps): Element {
    const slot = slots.get(key);
    if (slot && !watch.isForeign(slot.element)) {
      if (!isSameRow(slot.props, props)) paintAgain(slot, gridRow(props));
      slot.props = props;
      return slot.element;
    }
    slot?.element.remove();
    const made = { ...paintNew(gridRow(props)), props };
    slots.set(key, made);
    return made.element;
  }

  function draw(rows: readonly PlacedProps[]): void {
    watch.pause();
    painted = rows;
    const wanted = new Set(rows.map(({ slot }) => slot));
    for (const [key, { element }] of slots) {
      if (wanted.has(key)) continue;
      element.remove();
      slots.delete(key);
    }
    const elements = rows.map(({ slot: key, ...props }) => drawSlot(key, props));
    let next = body.firstChild;
    for (const element of elements) {
      if (element === next) next = next.nextSibling;
      else body.insertBefore(element, next);
    }
    // What is left stands behind all rows, and is not of this painter.
    while (next) {
      const following: ChildNode | null = next.nextSibling;
      if (!isWarmUpRow(next)) next.remove();
      next = following;
    }
    watch.resume();
  }

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
      watch.forgive();
      draw(rows);
    },
  };
}
