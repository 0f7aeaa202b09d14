import { type KeyboardEvent, useCallback, useRef, useState } from "react";
import type { TrendRow } from "./prepare/trend.ts";

type Span = { anchor: number; head: number };

/**
 * Selects several buckets: by dragging over them, or by Shift and the arrow keys, where Enter takes and Escape drops the
 * selection. Enter without a selection takes the bucket that is being read.
 */
export function useBrush(rows: readonly TrendRow[], onRange: ((fromMs: number, toMs: number) => void) | undefined) {
  const [span, setSpan] = useState<Span>();
  const read = useRef<number>(undefined);
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
    const from = anchor.current;
    if (from === undefined || rows[index] === undefined) return;
    if (span || index !== from) setSpan({ anchor: from, head: index });
  };
  const onUp = () => {
    if (anchor.current !== undefined && span && span.anchor !== span.head) {
      // The click that follows is the end of the drag and not a choice of one bucket.
      dragged.current = true;
      take(span);
    }
    drop();
  };

  const onRead = useCallback(
    (start: number) => {
      const index = rows.findIndex((row) => row.start === start);
      read.current = index;
      setSpan((now) => (now && anchor.current === undefined && now.head !== index ? { ...now, head: index } : now));
    },
    [rows],
  );
  const onKey = ({ key, shiftKey }: KeyboardEvent) => {
    const at = read.current;
    if (!onRange || at === undefined) return;
    if (key === "ArrowLeft" || key === "ArrowRight") setSpan(shiftKey ? (span ?? { anchor: at, head: at }) : undefined);
    if (key === "Escape") setSpan(undefined);
    if (key === "Enter") {
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
    drop,
    onRead,
    onKey,
  };
}
