import type { Line } from "./lines.ts";

/** Below this the speech recogniser more likely misheard than not to be worth a second look. */
export const unsureBelow = 0.6;

/** A stretch of a line's text. `confidence` is there where it was hardly understood. */
export type Stretch = { text: string; confidence: number | undefined };

/**
 * Cuts a line where its words were hardly understood. Words are looked for in the text one after the other, because the
 * text has punctuation that the words lack; a word that is not found is left alone. The stretches joined are the text.
 */
export function stretches({ text, words, confidence }: Pick<Line, "text" | "words" | "confidence">): Stretch[] {
  const rated = words.some((word) => word.confidence !== undefined);
  if (!rated) {
    return [{ text, confidence: confidence !== undefined && confidence < unsureBelow ? confidence : undefined }];
  }
  const cuts: Stretch[] = [];
  let done = 0;
  let from = 0;
  for (const word of words) {
    if (!word.text) continue;
    const start = text.indexOf(word.text, from);
    if (start < 0) continue;
    from = start + word.text.length;
    if (word.confidence === undefined || word.confidence >= unsureBelow) continue;
    if (start > done) cuts.push({ text: text.slice(done, start), confidence: undefined });
    cuts.push({ text: word.text, confidence: word.confidence });
    done = from;
  }
  if (done < text.length || cuts.length === 0) cuts.push({ text: text.slice(done), confidence: undefined });
  return cuts;
}
