import { useEffect, useRef } from "react";
import { t } from "../words/words.ts";
import { type TranscriptProps, TranscriptWindow } from "./TranscriptWindow.tsx";
import { TurnView } from "./TurnView.tsx";
import classes from "./transcript.module.css";
import { turnOf } from "./turns.ts";

/** Up to this many turns are all drawn, so that the browser's search finds every word; longer ones are windowed. */
const mostDrawn = 300;

function WholeTranscript({ turns, box: _, ...rest }: TranscriptProps) {
  const { mark, notes } = rest;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (mark) list.current?.children[turnOf(turns, mark.from)]?.scrollIntoView({ block: "center" });
  }, [mark, turns]);
  return (
    <ol
      ref={list}
      className={classes.turns}
      aria-label={t("detail.transcript")}
      data-notes={notes.length > 0 || undefined}
    >
      {turns.map((turn, place) => (
        <li key={turn.key}>
          <TurnView turn={turn} before={turns[place - 1]} {...rest} />
        </li>
      ))}
    </ol>
  );
}

/** What was said, in time order. */
export function Transcript(props: TranscriptProps) {
  return props.turns.length <= mostDrawn ? <WholeTranscript {...props} /> : <TranscriptWindow {...props} />;
}
