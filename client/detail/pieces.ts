import type { Line } from "./lines.ts";
import type { LineNote } from "./notes.ts";
import type { Turn } from "./turns.ts";

/** Lines of one turn that the same notes cover. */
export type Piece = {
  lines: readonly [Line, ...Line[]];
  /** The place of its first line among all lines. */
  first: number;
  /** The notes that begin here. */
  begun: readonly LineNote[];
  /** Every note that covers it, and whether its rule goes on beneath. */
  covered: readonly { note: LineNote; goesOn: boolean }[];
};

function isCut(place: number, notes: readonly LineNote[]): boolean {
  return notes.some(({ from, to }) => from === place || to === place - 1);
}

/** Cuts a turn where a note begins or has ended, so that each stands beside exactly the lines that it covers. */
export function piecesOf({ lines, first }: Pick<Turn, "lines" | "first">, notes: readonly LineNote[]): Piece[] {
  const own = notes.filter(({ from, to }) => from < first + lines.length && to >= first);
  const runs: { lines: [Line, ...Line[]]; first: number }[] = [];
  for (const [offset, line] of lines.entries()) {
    const run = runs.at(-1);
    if (run && !isCut(first + offset, own)) run.lines.push(line);
    else runs.push({ lines: [line], first: first + offset });
  }
  return runs.map((run) => {
    const last = run.first + run.lines.length - 1;
    const covered = own.filter(({ from, to }) => from <= run.first && to >= last);
    return {
      ...run,
      begun: covered.filter(({ from }) => from === run.first),
      covered: covered.map((note) => ({ note, goesOn: note.to > last })),
    };
  });
}
