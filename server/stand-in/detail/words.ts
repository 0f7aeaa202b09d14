import { writeTime } from "../compile/zone.ts";
import type { Line } from "./lines.ts";

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** The words of a spoken line with the times at which they were said, one after another over the line's time. */
export function wordsOf({ text, from, to }: Line): { text: string; startTime: string; endTime: string }[] {
  const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
  const at = (place: number) => writeTime(from + Math.floor(((to - from) * place) / Math.max(1, text.length)));
  return words.map(({ segment, index }) => ({
    text: segment,
    startTime: at(index),
    endTime: at(index + segment.length),
  }));
}
