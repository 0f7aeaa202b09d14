import type { Communication } from "../../contract/detail.ts";
import { parseTime } from "../format/time.ts";

export type Author = Communication["author"];

/** One captured line of a transcript. */
export type Line = {
  /** The line's id, or its place in the answer where it has none. */
  key: string;
  id: string | undefined;
  /** Milliseconds since 1970; undefined for a line that came without a time. */
  at: number | undefined;
  author: Author;
  text: string;
  /** Whether it was spoken: a piece of speech flows on, a message stands for itself. */
  isSpoken: boolean;
  confidence: number | undefined;
  words: Communication["content"]["transcription"]["words"];
};

/** Whether lines are speech, which is captured in fragments, or messages. */
export function isSpeech(lines: readonly Line[]): boolean {
  return lines.every(({ isSpoken }) => isSpoken);
}

type Timed = { line: Line; sortAt: number; fraction: string };

function lineOf(one: Communication, place: number): Timed {
  const time = one.occurredAt ?? one.createdAt;
  const at = parseTime(time, "UTC");
  const { type, text = "", transcription } = one.content;
  const line: Line = {
    key: `${place} ${one.id ?? ""}`,
    id: one.id,
    at,
    author: one.author,
    text,
    isSpoken: type === "TRANSCRIPTION" || (type === undefined && one.author.channel?.toUpperCase() === "VOICE"),
    confidence: transcription.confidence,
    words: transcription.words,
  };
  // Fragments of one utterance can be microseconds apart.
  const fraction = (/\.(\d+)/.exec(time ?? "")?.[1] ?? "").padEnd(9, "0");
  return { line, sortAt: at ?? Number.NaN, fraction };
}

/**
 * The lines in time order; Twilio promises none. Lines of one moment keep the order they came in, and a line without a
 * time stays behind the one it came after.
 */
export function orderLines(communications: readonly Communication[]): Line[] {
  const timed = communications.map(lineOf);
  let before = { sortAt: Number.NEGATIVE_INFINITY, fraction: "" };
  for (const one of timed) {
    if (Number.isNaN(one.sortAt)) Object.assign(one, before);
    else before = { sortAt: one.sortAt, fraction: one.fraction };
  }
  return timed
    .sort((a, b) => {
      if (a.sortAt !== b.sortAt) return a.sortAt < b.sortAt ? -1 : 1;
      return a.fraction < b.fraction ? -1 : Number(a.fraction > b.fraction);
    })
    .map(({ line }) => line);
}
