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
