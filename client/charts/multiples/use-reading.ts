import { type KeyboardEvent, useRef, useState } from "react";
import type { TrendRow } from "../trend/prepare.ts";
import type { Brush } from "../trend/use-brush.ts";

/**
 * Which bucket is being read: the one under the pointer, else the one that the arrow keys lead to. Keys begin with the
 * first one, as the brush counts them.
 */
export function useReading(rows: readonly TrendRow[], brush: Brush) {
  const keyed = useRef(0);
  const [at, setAt] = useState<number>();

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) {
      event.preventDefault();
      // A pointer that rests somewhere is not what is read any more.
      brush.onLeave();
      const from = Math.min(keyed.current, rows.length - 1);
      if (rows[from + step]) keyed.current = from + step;
      setAt(keyed.current);
    }
    brush.onKey(event);
  };
  return {
    row: at === undefined ? undefined : rows[at],
    at,
    onKeyDown,
    onFocus: () => setAt((now) => now ?? Math.min(keyed.current, rows.length - 1)),
    onBlur: () => setAt(undefined),
    onPoint(index: number) {
      setAt(index);
      brush.onMove(index);
    },
    onLeave() {
      setAt(undefined);
      brush.onLeave();
    },
  };
}
