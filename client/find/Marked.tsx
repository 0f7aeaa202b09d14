import { Fragment } from "react";
import { pieces, type SearchWords } from "./match.ts";

/** A text with what was looked for marked in it. */
export function Marked({ text, wanted }: { text: string; wanted: SearchWords }) {
  let place = 0;
  return pieces(text, wanted).map((piece) => {
    const key = place;
    place += piece.text.length;
    return piece.isMarked ? <mark key={key}>{piece.text}</mark> : <Fragment key={key}>{piece.text}</Fragment>;
  });
}
