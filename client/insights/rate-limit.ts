import { useSyncExternalStore } from "react";

/**
 * Twilio's rate limit counts the whole account, so one refusal holds every request of this tab until it is over. All
 * requests wait at this gate; the screen counts down beside it.
 */
let openAt = 0;
/** A timer of more milliseconds would be over at once. */
const longestTimer = 2 ** 31 - 1;
const listeners = new Set<() => void>();

/**
 * Closes the gate for the given seconds, or leaves it closed longer if it already is. At least one second: an answer
 * that says 0 again and again must not be asked again and again.
 */
export function holdFor(seconds: number): void {
  openAt = Math.max(openAt, Date.now() + Math.max(1, seconds) * 1000);
  for (const listener of listeners) listener();
}

/** Resolves when the gate is open. @throws the signal's reason when it is aborted first. */
export async function gate(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  while (openAt > Date.now()) await sleep(Math.min(openAt - Date.now(), longestTimer), signal);
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

function secondsLeft(): number {
  return Math.max(0, Math.ceil((openAt - Date.now()) / 1000));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const timer = setInterval(listener, 250);
  return () => {
    listeners.delete(listener);
    clearInterval(timer);
  };
}

/** Whole seconds until requests go on by themselves; 0 while nothing is held. */
export function useSecondsHeld(): number {
  return useSyncExternalStore(subscribe, secondsLeft);
}
