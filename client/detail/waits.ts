import type { SpeakerKind } from "./speakers.ts";
import type { Turn } from "./turns.ts";

/** What is shorter is the pace of talking. */
const leastMs = 30_000;

/**
 * For how many whole seconds nobody had said anything before this turn, where that kept the customer waiting: an agent
 * speaks next. Undefined where it is short, or a line came without a time. A spoken line has the time at which it began,
 * so that a part of the wait may be its own length.
 */
export function waitBefore(turn: Turn, before: Turn | undefined, kind: SpeakerKind): number | undefined {
  if (kind !== "agent" && kind !== "ai") return undefined;
  const last = before?.lines.at(-1)?.at;
  if (last === undefined || turn.at === undefined || turn.at - last < leastMs) return undefined;
  return Math.floor((turn.at - last) / 1000);
}
