import type { Response } from "express";

/** Aborted when the caller goes away before the answer is written, so that the database need not finish for nobody. */
export function goneSignal(res: Response): AbortSignal {
  const controller = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) controller.abort();
  });
  return controller.signal;
}
