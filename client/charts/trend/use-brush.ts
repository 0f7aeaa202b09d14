import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import { leaveByArrow } from "../time/resting-pointer.ts";
import { isTouch, layerOf, type TakePart } from "./part.ts";
import type { PreparedTrend } from "./prepare.ts";

type Span = { anchor: number; head: number };

/**
 * Takes a bucket, one layer of a bucket, or several buckets: by clicks and by dragging; or by keys, of which left and right
 * walk through buckets, up and down through the layers of one, Shift selects several or leaves a layer out, Enter takes
 * and Escape drops the selection.
 */
export function useBrush(
  { rows, series, hasSentiment }: Pick<PreparedTrend, "rows" | "series" | "hasSentiment">,
  onRange: ((fromMs: number, toMs: number) => void) | undefined,
  onPart: TakePart | undefined,
) {
  const [span, setSpan] = useState<Span>();
  /** The layer that the keys are at. */
  const [layer, setLayer] = useState<string>();
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
  /** Takes a layer of a bucket; the bucket alone where there is no layer, or it cannot be asked for. */
  const takeAt = (at: number, key: string | undefined, exclude: boolean) => {
    const row = rows[at];
    if (!row || (key !== undefined && hasSentiment && onPart?.(key, row, exclude))) return;
    // What cannot be left out stays as it is: the bucket alone was not meant.
    if (!(key !== undefined && exclude)) take({ anchor: at, head: at });
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
    if (layer !== undefined) setLayer(undefined);
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
  const onClick = (index: number, { target, shiftKey, nativeEvent }: MouseEvent) => {
    const layer = layerOf(target);
    if (!isTouch(nativeEvent) && !dragged.current) takeAt(layer?.bucket ?? index, layer?.key, shiftKey);
  };

  const layersAt = (at: number) => {
    const counts = rows[at]?.counts ?? [];
    return hasSentiment ? series.filter((_, place) => (counts[place] ?? 0) > 0).map(({ key }) => key) : [];
  };
  const onArrow = (step: number, extend: boolean) => {
    const from = Math.min(keyed.current, rows.length - 1);
    if (rows[from + step]) keyed.current = from + step;
    setSpan(extend ? { anchor: span?.anchor ?? from, head: keyed.current } : undefined);
    if (extend || (layer !== undefined && !layersAt(keyed.current).includes(layer))) setLayer(undefined);
  };
  const onLayer = (step: number) => {
    const layers = layersAt(pointed.current ?? keyed.current);
    const from = layer === undefined ? -1 : layers.indexOf(layer);
    setLayer(layers[Math.max(0, Math.min(layers.length - 1, from + step))]);
    setSpan(undefined);
  };
  const onKey = (event: KeyboardEvent) => {
    leaveByArrow(event);
    if (!onRange) return;
    const { key, shiftKey } = event;
    if (key === "ArrowLeft" || key === "ArrowRight") onArrow(key === "ArrowRight" ? 1 : -1, shiftKey);
    if (key === "ArrowUp" || key === "ArrowDown") {
      event.preventDefault();
      onLayer(key === "ArrowUp" ? 1 : -1);
    }
    if (key === "Escape") {
      setSpan(undefined);
      setLayer(undefined);
    }
    if (key === "Enter") {
      if (span) take(span);
      else takeAt(pointed.current ?? keyed.current, layer, shiftKey);
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
    /** The mark of the layer that the keys are at. */
    layer: series.find(({ key }) => key === layer),
    onDown,
    onMove,
    onUp,
    onLeave,
    onClick,
    onKey,
  };
}

export type Brush = ReturnType<typeof useBrush>;
