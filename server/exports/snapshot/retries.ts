import { earshotCodes, type Problem } from "../../../contract/problem.ts";

/**
 * What becomes of a call that failed, where somebody has the time to make it again. `held`: made again when the account's
 * limit opens, as often as it takes. `minutes`: it may pass within minutes. `seconds`: it may have been an accident of one
 * moment. `never`: it will be the same.
 */
export type Retry = "held" | "minutes" | "seconds" | "never";

/**
 * How long is waited before each further call: a minute and a half in all, in which a network comes back or a service is
 * started again. What came with a status of 200 and is no answer is otherwise a page of something in between, which stays
 * until somebody takes it away; or one of several servers behind an address is wrong for a moment, and the next call, or
 * the one after it, meets another. So two calls more, within three seconds.
 */
export const retryDelaysMs = {
  minutes: [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000],
  seconds: [500, 2000],
} as const satisfies Partial<Record<Retry, readonly number[]>>;

/** Every code of Earshot's own. What Earshot itself says no to, it says no to again. */
const byCode: Readonly<Record<number, Retry>> = {
  [earshotCodes.badRequest]: "never",
  [earshotCodes.forbiddenOrigin]: "never",
  [earshotCodes.notFound]: "never",
  [earshotCodes.methodNotAllowed]: "never",
  [earshotCodes.conflict]: "never",
  [earshotCodes.tooLarge]: "never",
  [earshotCodes.unsupportedMediaType]: "never",
  [earshotCodes.refusedField]: "never",
  [earshotCodes.tooManyFields]: "never",
  [earshotCodes.notCountable]: "never",
  [earshotCodes.internal]: "never",
  [earshotCodes.busy]: "never",
  [earshotCodes.storageFull]: "never",
  [earshotCodes.upstreamUnreachable]: "minutes",
  [earshotCodes.upstreamTimeout]: "minutes",
  [earshotCodes.upstreamCutOff]: "minutes",
  [earshotCodes.upstreamNotJson]: "seconds",
  [earshotCodes.upstreamShape]: "seconds",
  // Smaller pages are, at once.
  [earshotCodes.upstreamTooLarge]: "never",
  // Whoever asks again goes on; the wait has been minutes already.
  [earshotCodes.upstreamEndless]: "never",
} satisfies Record<(typeof earshotCodes)[keyof typeof earshotCodes], Retry>;

/** Faults of the network that last until somebody changes an address, or what stands at it. */
const lastingKeys: ReadonlySet<string | undefined> = new Set(["twilioRedirect", "twilioNoProof"]);

/** Statuses of a client's faults that speak of the moment. */
const passingStatuses: ReadonlySet<number> = new Set([408, 425]);

/** Statuses of a server's faults that say that it cannot, not that it cannot now. */
const lastingStatuses: ReadonlySet<number> = new Set([501, 505, 506, 508, 510, 511]);

function byStatus(status: number): Retry {
  if (status === 429) return "held";
  if (lastingStatuses.has(status)) return "never";
  return status >= 500 || passingStatuses.has(status) ? "minutes" : "never";
}

/** A proxy that refused the way, and was not merely unable to go it. */
function isBarred({ key, values }: Problem): boolean {
  const status = key === "twilioProxy" ? Number(values?.["code"]) : Number.NaN;
  return status >= 400 && byStatus(status) === "never";
}

/** Whether, and how, a call is to be made again that failed with a problem. */
export function retryOf(problem: Problem): Retry {
  const { source, code, key, httpStatusCode: status } = problem;
  // An error without a body that can be read is known by its status, as Twilio's own are.
  if (source === "twilio" || key === "twilioStatus") return byStatus(status);
  if (lastingKeys.has(key) || isBarred(problem)) return "never";
  return byCode[code] ?? "never";
}
