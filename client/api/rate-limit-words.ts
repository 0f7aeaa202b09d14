import { t } from "../words/words.ts";
import { useIsTrial, useSecondsHeld } from "./rate-limit.ts";

/** What is said while requests wait for the rate limit to be over, and when they go on; undefined while none waits. */
export function useRateLimitWords(): string | undefined {
  const seconds = useSecondsHeld();
  const isTrial = useIsTrial();
  return seconds > 0 ? t(`shell.${isTrial ? "trial" : "waiting"}`, { seconds }) : undefined;
}
