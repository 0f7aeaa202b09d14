import type { Told } from "../../api/told.ts";
import type { Population } from "../../insights/breakdown.ts";

/** The conversations created in one bucket of time. Instants are milliseconds since 1970; `end` is excluded. */
export type TrendBucket = {
  start: number;
  end: number;
  /** Conversations by sentiment key (lower case); "" for those without one. Empty when sentiment is not known. */
  counts: ReadonlyMap<string, number>;
  total: number;
  /** The window begins or ends inside this bucket, so that it holds less than a whole hour or day. */
  partial: boolean;
};

export type Trend = {
  grain: "hour" | "day";
  /** The zone in which buckets begin. */
  zone: string;
  /** The conversations that are in the buckets. */
  population: Population;
  /** Conversations that were sent although they are not of the window; they are in no bucket. */
  outside: number;
  /** Whether those under "" are what is left over where rows could not be read, which may be of any sentiment. */
  restUnknown?: boolean;
  /** The sentiment keys that occur, "" among them when some have none; empty when the account has no sentiment. */
  keys: readonly string[];
  /** Every bucket of the window without a hole; one in which nothing happened counts zero. */
  buckets: readonly TrendBucket[];
  /** Whether conversations with several sentiments are counted once for each. */
  overlap: boolean;
  /** Whether the account cuts its hours or days elsewhere than the zone does. */
  shifted: boolean;
  /** Undefined for the loaded rows, of which the list itself tells. */
  told?: Told;
};
