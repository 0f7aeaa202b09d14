/** The vocabularies in which the embedded account can speak of the same data. */
export const catalogueNames = ["reference", "classic", "summary"] as const;
export type CatalogueName = (typeof catalogueNames)[number];

/** How late data arrives: Twilio documents "approximately 15 minutes after conversation events". */
export const freshnessMs = 15 * 60_000;

/** So many requests in so many seconds. */
export type RateLimit = { requests: number; seconds: number };

/** How long a job waits and runs, and how long its results are kept after that. */
export type JobTimes = { pendingMs: number; runningMs: number; retentionMs: number };

/** How the embedded account is started. Only `conversations` is required; the rest have defaults. */
export type StandInOptions = {
  /** How many conversations to make. */
  conversations: number;
  /** Which names the metadata uses; `reference`, the API reference's, by default. */
  catalogue?: CatalogueName;
  /** The same seed and `now` give the same account. */
  seed?: number;
  /** The newest moment of the data; by default the clock's less {@link freshnessMs}, as Twilio's data comes late. */
  now?: Date;
  /** The epoch millisecond by which tokens, jobs and limits end; the machine's unless given. */
  clock?: () => number;
  /** Requests beyond it are refused with 429; none is by default. */
  rateLimit?: RateLimit | undefined;
  /** Whether faults can be provoked on purpose. */
  faults?: boolean | undefined;
  /** Whether conversations arrive while it runs. */
  live?: boolean | undefined;
  /** In which other ways the account behaves: words such as `times-space` or `row-cap=500`, of the list of dialects. */
  dialect?: readonly string[] | undefined;
  /** How long jobs take, and how long their results are kept. */
  jobTimes?: Partial<JobTimes>;
};

/** A running embedded account: its loopback address and the credentials it was started with. */
export type StandIn = {
  url: string;
  accountSid: string;
  apiKey: string;
  apiSecret: string;
  close(): Promise<void>;
};
