import type { Grain } from "../../../contract/field-words.ts";
import { formatClock } from "../../format/time.ts";
import { t } from "../../words/words.ts";

/** A bucket of time. `partial`: the window begins or ends inside it. `end` is excluded. */
export type TimeBucket = { start: number; end: number; partial: boolean };

/** What keeps a bucket from being drawn like a whole one. */
export type BucketState = {
  partial: boolean;
  /** It has not begun yet: nothing is known of it. */
  ahead: boolean;
  /** It holds some of the freshest minutes, of which Twilio may not know all yet. */
  fresh: boolean;
};

const freshMs = 15 * 60_000;

function isFresh({ start, end }: TimeBucket, at: number | undefined): boolean {
  return at !== undefined && start < at && end > at - freshMs;
}

/** Whether a bucket has begun and is not over. */
function isUnder({ start, end }: TimeBucket, at: number | undefined): boolean {
  return at !== undefined && start < at && at < end;
}

/** How a bucket stands at the moment of the view. */
export function bucketState(bucket: TimeBucket, at: number | undefined): BucketState {
  return {
    partial: bucket.partial || isUnder(bucket, at),
    ahead: at !== undefined && bucket.start >= at,
    fresh: isFresh(bucket, at),
  };
}

/** Why the number of a bucket may still change: everything that the screen says about it. */
export function bucketNotes({ partial, fresh, ahead }: BucketState, grain: Grain): string[] {
  return [
    ...(partial ? [t(`charts.trend.${grain}.notWhole`)] : []),
    ...(fresh ? [t("charts.trend.freshOne")] : []),
    ...(ahead ? [t("charts.trend.aheadOne")] : []),
  ];
}

/** `The first and last day are not whole.`, or undefined when every bucket is. */
export function partialNote(grain: Grain, buckets: readonly TimeBucket[]): string | undefined {
  const first = buckets[0]?.partial === true;
  const last = buckets.at(-1)?.partial === true;
  if (!(first || last)) return undefined;
  if (buckets.length === 1) return t(`charts.trend.${grain}.partialOnly`);
  if (first && last) return t(`charts.trend.${grain}.partialBoth`);
  return t(`charts.trend.${grain}.${first ? "partialFirst" : "partialLast"}`);
}

/** That the freshest conversations may be missing; undefined where no bucket holds them. */
export function freshNote(buckets: readonly TimeBucket[], at: number | undefined, zone: string): string | undefined {
  if (at === undefined || !buckets.some((bucket) => isFresh(bucket, at))) return undefined;
  return t("charts.trend.fresh", { clock: formatClock(at - freshMs, zone) });
}
