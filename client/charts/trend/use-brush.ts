import { type KeyboardEvent, useRef, useState } from "react";
import { leaveByArrow } from "../time/resting-pointer.ts";
import type { TrendRow } from "./prepare.ts";

type Span = { anchor: number; head: number };

/**
 * Selects several buckets: by dragging over them, or by Shift and the arrow keys, where Enter takes and Escape drops the
 * selection. Enter without a selection takes the bucket that is being read.
 */
export function useBrush(rows: readonly TrendRow[], onRange: ((fromMs: number, toMs: number) => void) | undefined) {
  const [span, setSpan] = useState<Span>();
  /**
   * Where the arrow keys are, by Recharts' own rule: its tooltip is a render late, and keys that are pressed meanwhile
   * would be lost.
   */
  const keyed = useRef(0);
  /** Where the pointer is; undefined while it is elsewhere, or the keys were used since. */
  const pointed = useRef<number>(undefined);
  /** Where the pointer went down; undefined while it is up. */
  const anchor = useRef<number>(undefined);
  const dragged = useRef(false);

  const take = ({ anchor, head }: Span) => {
    const [first, last] = [rows[Math.min(anchor, head)], rows[Math.max(anchor, head)]];
    if (first && last) onRange?.(first.start, last.end);
  };
  const drop = () => {
    anchor.current = undefined;
    setSpan(undefined);
  };

  const onDown = (index: number) => {
    dragged.current = false;
    // Nothing is drawn yet: a bar that is drawn anew under the pointer never gets its click.
    if (onRange && rows[index] !== undefined) anchor.current = index;
  };
  const onMove = (index: number) => {
    pointed.current = rows[index] && index;
    const from = anchor.current;
    if (from === undefined || rows[index] === undefined) return;
    if (span || index !== from) setSpan({ anchor: from, head: index });
  };
  const onLeave = () => {
    pointed.current = undefined;
    // What the keys have selected stays.
    if (anchor.current !== undefined) drop();
  };
  const onUp = () => {
    if (anchor.current !== undefined && span && span.anchor !== span.head) {
      // The click that follows is the end of the drag and not a choice of one bucket.
      dragged.current = true;
      take(span);
    }
    drop();
  };

  const onArrow = (step: number, extend: boolean) => {
    const from = Math.min(keyed.current, rows.length - 1);
    if (rows[from + step]) keyed.current = from + step;
    setSpan(extend ? { anchor: span?.anchor ?? from, head: keyed.current } : undefined);
  };
  const onKey = (event: KeyboardEvent) => {
    leaveByArrow(event);
    if (!onRange) return;
    const { key, shiftKey } = event;
    if (key === "ArrowLeft" || key === "ArrowRight") onArrow(key === "ArrowRight" ? 1 : -1, shiftKey);
    if (key === "Escape") setSpan(undefined);
    if (key === "Enter") {
      const at = pointed.current ?? keyed.current;
      take(span ?? { anchor: at, head: at });
      setSpan(undefined);
    }
  };

  const selected = span && {
    from: rows[Math.min(span.anchor, span.head)]?.start,
    to: rows[Math.max(span.anchor, span.head)]?.start,
  };
  const several = span !== undefined && span.anchor !== span.head;
  return {
    selected: several ? selected : undefined,
    wasDragged: () => dragged.current,
    onDown,
    onMove,
    onUp,
    onLeave,
    onKey,
  };
}
