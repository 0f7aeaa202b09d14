/**
 * Figures that are held against each other before anything is called all or complete. Both sides use them: the screen
 * before it says "All", the server before a file says complete.
 */

/**
 * How many conversations were found, held against how many the account counts for the same query.
 *
 * `agrees`: the same number. `short`: fewer than counted. `over`: more than counted. `near`: so close that the count may
 * be an estimate (ClickHouse's `uniq` is off by up to about one in a hundred), where it was of many.
 */
export type CountCheck = { kind: "agrees" | "short" | "over" | "near"; found: number; counted: number };

/** Below this a count that is off is never an estimate: estimates of small numbers are exact. */
const leastEstimated = 1000;
const estimateError = 0.02;

export function checkCount(found: number, counted: number): CountCheck {
  if (found === counted) return { kind: "agrees", found, counted };
  if (counted >= leastEstimated && mayBeEstimates(found, counted)) return { kind: "near", found, counted };
  return { kind: found < counted ? "short" : "over", found, counted };
}

/**
 * Whether two counts differ by no more than estimates may, also small ones. That is a reason to look for a proof: as many
 * conversations of a small number may be missing, or counted twice.
 */
export function mayBeEstimates(found: number, counted: number): boolean {
  return found !== counted && Math.abs(found - counted) <= counted * estimateError;
}

/** Whether a number may be what an account rounds to another one, in steps of so many. */
export function mayBeRounded(found: number, counted: number, step: number): boolean {
  return Math.abs(found - counted) <= step / 2;
}

/** A window of time as instants in milliseconds since 1970; `to` is not in it. */
export type Instants = { from: number; to: number };

/** Whether an instant is in a window. An API may count the end in, or drop fractions of seconds: its rows are held to this. */
export function isWithin({ from, to }: Instants, ms: number): boolean {
  return ms >= from && ms < to;
}

/** What is known of a file when its rows have been taken, in conversations. */
export type FileFigures = {
  found: number;
  /** Left out of the file because they are not in its window. The count may have counted them or not. */
  leftOut: number;
  /** What was counted before and after the rows were taken, each where it is known. */
  before?: number | undefined;
  after?: number | undefined;
  /** Whether Twilio counts just the file's conversations where it is asked for the window part by part. */
  agreesInParts?: boolean | undefined;
  /** The step in which the account rounds its counts, where it does. */
  roundedTo?: number | undefined;
  /** By how much each of its counts may be off, where they are. */
  offBy?: number | undefined;
  /** The number that it counts no further than, where there is one. */
  cappedAt?: number | undefined;
};

/**
 * Holds a file against its counts. Undefined where there is no count. A number between two counts that differ is `near`:
 * conversations came or went meanwhile, and nothing tells which of them the file has. So is one that is almost the count,
 * where the counts of parts contradict that of the whole and agree with the file, and any number that may be rounded to
 * the count, or is off by as much as counts are, or is where they end: as many conversations may be missing as that hides,
 * also where both are the same.
 */
export function checkFile({
  found,
  leftOut,
  before,
  after,
  agreesInParts,
  roundedTo,
  offBy,
  cappedAt,
}: FileFigures): CountCheck | undefined {
  const counted = after ?? before;
  if (counted === undefined) return undefined;
  const counts = [before ?? counted, counted];
  const step = roundedTo ?? (offBy === undefined ? undefined : 2 * offBy);
  const isAtCap = cappedAt !== undefined && counted >= cappedAt && found + leftOut >= cappedAt;
  if (isAtCap || (step !== undefined && counts.some((count) => mayBeRounded(found + leftOut, count, step))))
    return { kind: "near", found, counted };
  if (counts.includes(found) || counts.includes(found + leftOut)) return { kind: "agrees", found, counted };
  const isBetween = found > Math.min(...counts) && found < Math.max(...counts);
  const isEstimate = agreesInParts === true && mayBeEstimates(found + leftOut, counted);
  return { kind: isBetween || isEstimate ? "near" : checkCount(found + leftOut, counted).kind, found, counted };
}
