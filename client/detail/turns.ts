import { valueKey } from "../format/values.ts";
import type { Author, Line } from "./lines.ts";

/** What one author said in one go: a line, or the fragments that it was captured in. */
export type Turn = {
  key: string;
  author: Author;
  at: number | undefined;
  lines: [Line, ...Line[]];
  /** The place of its first line among all lines. */
  first: number;
};

/** Fragments of one answer come within seconds; what comes later is a new thing said, with a time of its own. */
const pauseMs = 120_000;

function sameAuthor(a: Author, b: Author): boolean {
  if (valueKey(a.channel ?? "") !== valueKey(b.channel ?? "")) return false;
  if (a.participantId !== undefined || b.participantId !== undefined) return a.participantId === b.participantId;
  // Two lines of nobody known are not known to be of the same person.
  return a.address !== undefined && a.address === b.address;
}

function isNear(a: Line, b: Line): boolean {
  return a.at === undefined || b.at === undefined || b.at - a.at <= pauseMs;
}

/** The place of the turn that a line is in, by the line's place. */
export function turnOf(turns: readonly Turn[], line: number): number {
  return turns.findLastIndex(({ first }) => first <= line);
}

/** Joins consecutive lines of one author on one channel. Every line is in exactly one turn, in the order given. */
export function mergeTurns(lines: readonly Line[]): Turn[] {
  const turns: Turn[] = [];
  for (const [place, line] of lines.entries()) {
    const turn = turns.at(-1);
    const last = turn?.lines.at(-1);
    if (turn && last && sameAuthor(turn.author, line.author) && isNear(last, line)) turn.lines.push(line);
    else turns.push({ key: line.key, author: line.author, at: line.at, lines: [line], first: place });
  }
  return turns;
}
