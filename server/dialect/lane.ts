import { ProblemError } from "../messages/problem.ts";
import type { Ask } from "../twilio/bulk.ts";
import type { WirePage } from "../twilio/read-page.ts";
import type { Upstream } from "../twilio/upstream.ts";
import type { SentQuery } from "./ladder.ts";

/** The calls of one asker: a person's go at once, an export's behind them. */
export type Lane = {
  /** Whether a person waits for the answer. */
  isPerson: boolean;
  first(sent: SentQuery): Promise<WirePage>;
  next(token: string): Promise<WirePage>;
  /** The same lane for calls that end with another signal: several askers may wait for them. */
  until(signal: AbortSignal): Lane;
};

const longestSharedMs = 60_000;

/** The same lane for what several askers may wait for: its calls have a time of their own, and end with none of them. */
export function shared(lane: Lane): Lane {
  return lane.until(AbortSignal.timeout(longestSharedMs));
}

/** Whether such a call came to nothing, by a failure or by its time: who waited goes on without its answer. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof ProblemError || error instanceof DOMException;
}

export function personLane(upstream: Upstream, signal: AbortSignal): Lane {
  return {
    isPerson: true,
    first: ({ request, pageSize }) => upstream.firstPage(request, pageSize, signal),
    next: (token) => upstream.nextPage(token, signal),
    until: (other) => personLane(upstream, other),
  };
}

export function exportLane(upstream: Upstream, ask: Ask): Lane {
  const { bulk } = upstream;
  return {
    isPerson: false,
    first: ({ request, pageSize }) => bulk.firstPage(request, pageSize, ask),
    next: (token) => bulk.nextPage(token, ask),
    until: (signal) => exportLane(upstream, { ...ask, signal }),
  };
}
