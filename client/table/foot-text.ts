import { countOf, formatCount } from "../format/numbers.ts";

/** What one thing of the list is called, and several. */
export type Noun = { one: string; many: string };

export type FootState = {
  count: number;
  ended: boolean;
  isFirstLoad: boolean;
  isUpdating: boolean;
  isLoadingMore: boolean;
  failed: boolean;
  /** Seconds until Twilio's rate limit is over; 0 while there is none. */
  secondsHeld: number;
};

/** Where one stands in the list. It says what is known and never guesses the total. */
export function footText(state: FootState, noun: Noun): string {
  const waiting = state.isFirstLoad || state.isUpdating || state.isLoadingMore;
  if (waiting && state.secondsHeld > 0) return `Twilio asks us to wait: going on in ${state.secondsHeld} s`;
  if (state.isFirstLoad) return "Loading…";
  if (state.isUpdating) return "Updating…";
  if (state.failed) return "Not loaded";
  if (state.isLoadingMore) return `${formatCount(state.count)} loaded. Loading more…`;
  if (!state.ended) return `${formatCount(state.count)} loaded, more available`;
  if (state.count === 0) return `No ${noun.many}`;
  return `${countOf(state.count, noun.one, noun.many)}, all loaded`;
}
