/** Places from `from` up to but not including `to`. */
export type Span = { from: number; to: number };

/** What is known of the list: the rows that are held, how many there are, and whether a page leads back from them. */
export type ListState = { held: Span; count: number; ended: boolean; leadsBack: boolean };

export type PageMove = { kind: "next" } | { kind: "previous" } | { kind: "jump"; place: number };

/** How many rows before the edge of what is held its neighbour is asked for. */
const ahead = 30;
/** Further than this from what is held, the way through the neighbours would be longer than a jump. */
const near = 300;

function canGoOn({ held, count, ended }: ListState): boolean {
  return held.to < count || !ended;
}

function backTo(known: ListState, place: number): PageMove {
  return known.leadsBack ? { kind: "previous" } : { kind: "jump", place: Math.max(0, place) };
}

/** What to ask for when these rows are in sight, one step at a time; undefined where everything near is held. */
export function nextPageMove(sight: Span, known: ListState): PageMove | undefined {
  const { held } = known;
  if (sight.from >= sight.to) return undefined;
  if (sight.from >= held.to + near || sight.to + near <= held.from) return { kind: "jump", place: sight.from };
  // What is in sight comes before what may come into sight.
  if (sight.from < held.from) return backTo(known, sight.from);
  if (sight.to > held.to && canGoOn(known)) return { kind: "next" };
  if (sight.to + ahead > held.to && canGoOn(known)) return { kind: "next" };
  return sight.from - ahead < held.from && held.from > 0 ? backTo(known, held.from - ahead) : undefined;
}
