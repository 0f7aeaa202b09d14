import { isDeadToken } from "../api/errors.ts";
import { smallerSize } from "../api/smaller-pages.ts";
import { usualPageSize } from "./pages.ts";
import type { Trail } from "./trail.ts";
import type { FarRows, Reread } from "./use-far-rows.ts";
import { isWithinReach } from "./walk-to.ts";

/** What a list has come to when a page of it fails. */
type Failed = {
  trail: Trail | undefined;
  /** How many rows are known, and the place after the last one that is held. */
  count: number;
  heldTo: number;
  found: FarRows["found"];
};

/** How a list goes on by being read again after a failure; undefined where that does not help, or has not. */
export function rereadAfter(failure: unknown, { trail, count, heldTo, found }: Failed): Reread | undefined {
  if (isDeadToken(failure)) {
    // A list that was just read again and still cannot go on has another trouble than an expired token.
    const isJustFound = found !== undefined && found.trail === trail && found.count === count;
    return isJustFound ? undefined : { why: "expired" };
  }
  const size = smallerSize(failure, trail?.sizeAt(count) ?? usualPageSize);
  const upTo = heldTo - 1;
  return size !== undefined && isWithinReach({ place: upTo }, size) ? { why: "large", size, upTo } : undefined;
}
