import type { Response } from "express";

/** A signal that fires when the browser goes away before its answer is complete. */
export function goneSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  const check = () => {
    if (!response.writableFinished) controller.abort();
  };
  if (response.destroyed) check();
  else response.once("close", check);
  return controller.signal;
}

/** Resolves when the first of some signals fires. With `leave`, nobody listens to them any more. */
export function firstOf(...signals: readonly AbortSignal[]): { fired: Promise<void>; leave(): void } {
  const heard = new AbortController();
  const fired = new Promise<void>((resolve) => {
    for (const signal of signals) {
      if (signal.aborted) resolve();
      signal.addEventListener("abort", () => resolve(), { once: true, signal: heard.signal });
    }
  });
  return { fired, leave: () => heard.abort() };
}
