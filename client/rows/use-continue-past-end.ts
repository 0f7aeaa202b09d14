import { useEffect } from "react";
import type { Rows } from "./use-rows.ts";

/**
 * Asks a list on that has ended with fewer rows than Twilio counts: an API may send no more than some thousand rows of a
 * query, and give no sign of it. Where nothing new comes, it is left at that, and the foot says both numbers.
 *
 * @param counted how many rows the list must have; undefined where that is not known.
 */
export function useContinuePastEnd(
  { continuePastEnd, count, leftOut: { outside } }: Rows,
  counted: number | undefined,
): void {
  const endsEarly = counted !== undefined && counted > count + outside;
  useEffect(() => {
    if (endsEarly) continuePastEnd?.();
  }, [endsEarly, continuePastEnd]);
}
