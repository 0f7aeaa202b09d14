import { useSyncExternalStore } from "react";

/**
 * Twilio's rate limit counts the whole account, so one refusal holds every request of this tab until it is over. All
 * requests wait at this gate; the screen counts down beside it. It goes by the page's own clock, which nobody sets.
 */
let openAt = 0;
/** The wait is most likely misread: a single request has to find out whether it is over. */
let isDoubted = false;
let isProbing = false;
/** A timer of more milliseconds would be over at once. */
const longestTimer = 2 ** 31 - 1;
/** No limit is known that is counted over more seconds; a longer wait may be a time of day that is taken for a span. */
const longestTrusted = 600;
const shortHold = 60;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/**
 * Closes the gate for the given seconds, or leaves it closed longer if it already is. At least one second: an answer
 * that says 0 again and again must not be asked again and again. More than ten minutes are doubted: after one, a single
 * request goes, and the others wait for what it is told.
 */
export function holdFor(seconds: number): void {
  isDoubted = seconds > longestTrusted;
  openAt = Math.max(openAt, performance.now() + (isDoubted ? shortHold : Math.max(1, seconds)) * 1000);
  tell();
}

/**
 * Resolves when the gate is open, with what is to be called when the request has been answered, and after `holdFor`
 * where that is due.
 *
 * @throws the signal's reason when it is aborted first.
 */
export async function gate(signal: AbortSignal | undefined): Promise<() => void> {
  signal?.throwIfAborted();
  while (isProbing || openAt > performance.now())
    await change(isProbing ? longestTimer : openAt - performance.now(), signal);
  if (!isDoubted) return () => undefined;
  isDoubted = false;
  isProbing = true;
  return () => {
    isProbing = false;
    tell();
  };
}

/** Resolves after this many milliseconds, or earlier when the gate changes. */
function change(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      listeners.delete(go);
      signal?.removeEventListener("abort", stop);
    };
    const go = () => {
      end();
      resolve();
    };
    const stop = () => {
      end();
      reject(signal?.reason);
    };
    const timer = setTimeout(go, Math.min(ms, longestTimer));
    listeners.add(go);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

function secondsLeft(): number {
  return Math.max(0, Math.ceil((openAt - performance.now()) / 1000));
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

/** Whether what comes after those seconds is only a trial, because the wait that was asked for is not believed. */
export function useIsTrial(): boolean {
  return useSyncExternalStore(subscribe, () => isDoubted);
}
