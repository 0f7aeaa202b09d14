import type { Line } from "./lines.ts";
import type { NamedResult, ResultGroup, Span } from "./operator-results.ts";
import { spanOf } from "./operator-results.ts";
import { payloadOf } from "./payload.ts";

/** What an operator found in some of the lines. `lane` tells the rules of notes apart that cover the same lines. */
export type LineNote = Span & { one: NamedResult; lane: number };

/** More rules side by side would be a pattern, not a hint: further notes share the last lane. */
export const mostLanes = 4;

function overlaps(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Of one operator: the newest result about any line. One that runs at each message would else cover it many times. */
function ofGroup({ newest, older }: ResultGroup, lines: readonly Line[]): Omit<LineNote, "lane">[] {
  const kept: Omit<LineNote, "lane">[] = [];
  for (const one of [newest, ...older]) {
    const span = spanOf(one.result, lines);
    const isAboutAll = span?.from === 0 && span.to === lines.length - 1;
    if (!span || isAboutAll || payloadOf(one.result).kind === "none") continue;
    if (!kept.some((other) => overlaps(other, span))) kept.push({ ...span, one });
  }
  return kept;
}

function firstFree(taken: ReadonlySet<number>): number {
  let lane = 0;
  while (lane < mostLanes - 1 && taken.has(lane)) lane += 1;
  return lane;
}

/**
 * What operators found in a part of the lines, in the order of the lines. A result about all of them stands in no one
 * place and is left to its section.
 */
export function notesOf(groups: readonly ResultGroup[], lines: readonly Line[]): LineNote[] {
  const found = groups
    .flatMap((group) => ofGroup(group, lines))
    .sort((a, b) => a.from - b.from || a.to - b.to || a.one.operator.localeCompare(b.one.operator));
  const notes: LineNote[] = [];
  for (const one of found) {
    const beside = notes.filter((other) => overlaps(other, one));
    notes.push({ ...one, lane: firstFree(new Set(beside.map(({ lane }) => lane))) });
  }
  return notes;
}
