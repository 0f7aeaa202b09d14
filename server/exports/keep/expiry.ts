import type { Manifest } from "../../../contract/manifest.ts";
import { systemClock } from "../../clock.ts";
import { isExpired } from "./stored.ts";

/** So far apart are the two looks: at least this, and at most until the next time that exports are cleaned up. */
export const usualSecondLookMs = 9 * 60_000;

export type ExpiryOptions = {
  retentionMs: number;
  secondLookMs: number;
  /** A clock that goes on evenly, and the wall clock, both in milliseconds since 1970. */
  steady?: () => number;
  wall?: () => number;
};

/** Tells which exports have been kept long enough. */
export type Expiry = {
  /** Looks at an export. True at the second look that finds it expired, some minutes after the first. */
  isOver(manifest: Manifest): boolean;
};

/**
 * What is deleted cannot be had again, and a wall clock can be wrong: set for a moment to another year, or not yet set
 * right after a start. So an export is over only when two looks say so, minutes apart, and at each of them both the wall
 * clock and the one that has gone on evenly since the start.
 */
export function expiry(options: ExpiryOptions): Expiry {
  const { retentionMs, secondLookMs, steady = systemClock.now, wall = Date.now } = options;
  const firstLooks = new Map<string, number>();
  return {
    isOver(manifest) {
      const now = steady();
      const { id } = manifest;
      if (!isExpired(manifest, retentionMs, wall()) || !isExpired(manifest, retentionMs, now)) {
        firstLooks.delete(id);
        return false;
      }
      const first = firstLooks.get(id) ?? now;
      firstLooks.set(id, first);
      if (now - first < secondLookMs) return false;
      firstLooks.delete(id);
      return true;
    },
  };
}
