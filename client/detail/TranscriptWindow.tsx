import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import type { Participant } from "../../contract/detail.ts";
import { t } from "../words/words.ts";
import type { NoteActs } from "./NoteView.tsx";
import type { LineNote } from "./notes.ts";
import { TurnView } from "./TurnView.tsx";
import classes from "./transcript.module.css";
import { type Turn, turnOf } from "./turns.ts";

/** What a transcript is drawn from, whole or in a window. */
export type TranscriptProps = NoteActs & {
  turns: readonly Turn[];
  people: readonly Participant[];
  zone: string;
  /** What operators found in some of the lines. */
  notes: readonly LineNote[];
  /** The box that is scrolled. */
  box: RefObject<HTMLElement | null>;
};

const usualHeight = 62;

/** How far below the top of the scrolled content the list begins. It moves when something above it opens or folds. */
function useOffset(list: RefObject<HTMLElement | null>, box: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (!list.current || !box.current) return;
      const top = list.current.getBoundingClientRect().top - box.current.getBoundingClientRect().top;
      setOffset(Math.round(top + box.current.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    const content = box.current?.firstElementChild;
    if (content) observer.observe(content);
    return () => observer.disconnect();
  }, [list, box]);
  return offset;
}

/** A long transcript: only what is in sight is drawn, each turn as high as it turns out to be. */
export function TranscriptWindow({ turns, box, ...rest }: TranscriptProps) {
  const { mark, notes } = rest;
  const list = useRef<HTMLOListElement>(null);
  const offset = useOffset(list, box);
  const virtual = useVirtualizer({
    count: turns.length,
    getScrollElement: () => box.current,
    estimateSize: () => usualHeight,
    getItemKey: (place) => turns[place]?.key ?? place,
    overscan: 12,
    scrollMargin: offset,
    // The section's heading stays in sight.
    scrollPaddingStart: 40,
  });
  const showTurn = useEffectEvent((line: number) => {
    const turn = turnOf(turns, line);
    if (turn >= 0) virtual.scrollToIndex(turn, { align: "center" });
  });
  // A new mark is scrolled to once, not with every new layout.
  useEffect(() => {
    if (mark) showTurn(mark.from);
  }, [mark]);
  return (
    <ol
      ref={list}
      className={classes.turns}
      aria-label={t("detail.transcript")}
      style={{ height: virtual.getTotalSize() }}
      data-windowed
      data-notes={notes.length > 0 || undefined}
    >
      {virtual.getVirtualItems().map((item) => {
        const turn = turns[item.index];
        if (!turn) return null;
        return (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-posinset={item.index + 1}
            aria-setsize={turns.length}
            style={{ transform: `translateY(${item.start - offset}px)` }}
          >
            <TurnView turn={turn} before={turns[item.index - 1]} {...rest} />
          </li>
        );
      })}
    </ol>
  );
}
