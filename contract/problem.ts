import * as z from "zod/mini";
import { type Sentence, sentenceKeyShape } from "./messages/sentence.ts";

/**
 * The one error body of every `/api` route. Twilio's own errors keep their `code` and `message` and carry
 * `source: "twilio"`; what Earshot itself found wrong carries one of {@link earshotCodes} and `source: "earshot"`.
 */
export const problemSchema = z.object({
  code: z.number(),
  message: z.string(),
  /** Twilio's own status where it is Twilio's problem: its 401 and 403 are answered with 502. */
  httpStatusCode: z.number(),
  userError: z.optional(z.boolean()),
  params: z.optional(z.record(z.string(), z.string())),
  /** Seconds until the same request may be sent again. */
  retryAfter: z.optional(z.number().check(z.nonnegative())),
  source: z.enum(["twilio", "earshot"]),
  /** What `message` says, by its name in the catalogue of sentences; on problems of Earshot's own. */
  ...sentenceKeyShape,
});

export type Problem = z.infer<typeof problemSchema>;

/** The message of a problem as a sentence. Of Twilio's problems it is Twilio's own words, without a key. */
export function messageSentence({ message, key, values }: Problem): Sentence {
  return { text: message, key, values };
}

/**
 * Statuses of an answer to a page token, or to a job's results, that may say that it is not taken any more. Twilio
 * documents none for a token, and 404 for results.
 */
export const expiredStatuses: ReadonlySet<number> = new Set([400, 404, 410, 422]);

/** Codes of failures that Earshot itself reports. Twilio's codes are below 80000. */
export const earshotCodes = {
  badRequest: 90400,
  forbiddenOrigin: 90403,
  notFound: 90404,
  methodNotAllowed: 90405,
  /** The thing is not in a state in which this can be done. */
  conflict: 90409,
  tooLarge: 90413,
  unsupportedMediaType: 90415,
  /** The account lists a field and refuses it. */
  refusedField: 90431,
  /** More fields at once than the account takes. */
  tooManyFields: 90432,
  /** A figure that the account cannot give under these filters, and that cannot be made from rows. */
  notCountable: 90433,
  internal: 90500,
  /** Too much of this is going on at once; it can be asked for again soon. */
  busy: 90503,
  /** There is no room for another export. */
  storageFull: 90507,
  upstreamUnreachable: 90502,
  upstreamTimeout: 90504,
  /** The answer was not JSON, for example an HTML page of something in between. */
  upstreamNotJson: 90521,
  /** The answer ended before it was whole. */
  upstreamCutOff: 90522,
  /** The answer was JSON but not of the documented shape. */
  upstreamShape: 90523,
  /** The answer was larger than the proxy takes. */
  upstreamTooLarge: 90524,
  /** Page after page came without a new row, each with a token of a further one. */
  upstreamEndless: 90525,
} as const;
