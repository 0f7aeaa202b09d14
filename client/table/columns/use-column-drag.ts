import { type DragEvent, useState } from "react";

/** Only what was taken up in a list of columns can be dropped there. */
const dragType = "application/x-earshot-column";

/** The column that is in the hand: until the drop, a browser tells of it no more than its kind. */
let inHand: string | undefined;

/** Where a column that is dropped here would go. */
export type DropSide = "before" | "after";

export type ColumnDrag = {
  /** Where what is held over this column would go; undefined while nothing is. */
  side: DropSide | undefined;
  /** What can be taken up. */
  source: { draggable: boolean; onDragStart: (event: DragEvent) => void; onDragEnd: () => void };
  /** Where it can be dropped. */
  target: Record<"onDragOver" | "onDragLeave" | "onDrop", (event: DragEvent) => void>;
};

/**
 * Takes a column up and lets another be dropped on it.
 *
 * @param among the fields that change places with one another, in their order; a column of another list is not taken.
 * @param onDrop called with the field that was dropped on this one, to get its place.
 */
export function useColumnDrag(field: string, among: readonly string[], onDrop: (dropped: string) => void): ColumnDrag {
  const [side, setSide] = useState<DropSide>();

  /** As `moveColumn` does it: a column that comes from before this one goes after it. */
  function sideOf(event: DragEvent): DropSide | undefined {
    if (inHand === undefined || inHand === field || !event.dataTransfer.types.includes(dragType)) return undefined;
    const [from, to] = [among.indexOf(inHand), among.indexOf(field)];
    if (from < 0 || to < 0) return undefined;
    return from < to ? "after" : "before";
  }

  return {
    side,
    source: {
      draggable: among.includes(field),
      onDragStart(event) {
        inHand = field;
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData(dragType, field);
      },
      onDragEnd() {
        inHand = undefined;
      },
    },
    target: {
      onDragOver(event) {
        const next = sideOf(event);
        setSide(next);
        if (next) event.preventDefault();
      },
      onDragLeave({ relatedTarget, currentTarget }) {
        // From one part of it to another it is not left.
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setSide(undefined);
      },
      onDrop(event) {
        const dropped = sideOf(event) && inHand;
        setSide(undefined);
        if (dropped === undefined) return;
        event.preventDefault();
        onDrop(dropped);
      },
    },
  };
}
