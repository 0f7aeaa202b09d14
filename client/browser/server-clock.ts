import { useSyncExternalStore } from "react";

/** By how much the server's clock is before this browser's, in milliseconds; negative where it is behind. */
let offset = 0;
const listeners = new Set<() => void>();

/** Clocks that differ by less are not worth a word. */
const toldFromMs = 60_000;

/**
 * Learns the server's time from an answer. Its `Date` has whole seconds, and was written at some moment between question
 * and answer; only a difference that this cannot explain is one.
 *
 * @param sentAt when the question left, by this browser's clock, and when the answer came.
 */
export function noteServerTime(date: string | null, sentAt: number, cameAt: number): void {
  const server = Date.parse(date ?? "");
  if (Number.isNaN(server)) return;
  const [least, most] = [server - cameAt, server + 1000 - sentAt];
  offset = least <= 0 && most >= 0 ? 0 : Math.round((least + most) / 2);
  for (const listener of listeners) listener();
}

/** The server's time in milliseconds since 1970, as far as its answers tell it; else this browser's. */
export function serverNow(): number {
  return Date.now() + offset;
}

/** Whole minutes that this browser's clock is ahead of the server's; negative where it is behind, 0 where it is about right. */
function minutesAhead(): number {
  return Math.abs(offset) < toldFromMs ? 0 : Math.round(-offset / 60_000);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whole minutes that this browser's clock is ahead of the server's, which is drawn anew when it changes. */
export function useMinutesAhead(): number {
  return useSyncExternalStore(subscribe, minutesAhead);
}
