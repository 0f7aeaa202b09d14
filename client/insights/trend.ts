import type { Population } from "./breakdown.ts";

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
  population: Population;
  /** The sentiment keys that occur, "" among them when some have none; empty when the account has no sentiment. */
  keys: readonly string[];
  /** Every bucket of the window without a hole; one in which nothing happened counts zero. */
  buckets: readonly TrendBucket[];
  /** Whether conversations with several sentiments are counted once for each. */
  overlap: boolean;
  /** Whether the account cuts its hours or days elsewhere than the zone does. */
  shifted: boolean;
};
