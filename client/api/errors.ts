import { earshotCodes, expiredStatuses, messageSentence, type Problem } from "../../contract/problem.ts";
import { say, t } from "../words/words.ts";

/**
 * Why an answer could not be used. `network`: nothing answered, or not to the end. `http`: an error body came.
 * `contract`: something came that is not what was agreed.
 */
export type FailureKind = "network" | "http" | "contract";

/** Every failure of a request from the browser to the proxy. */
export class InsightsError extends Error {
  readonly kind: FailureKind;
  /** What happened, in the language that the screen has when it is asked: errors outlive a change of language. */
  readonly words: () => string;
  readonly problem: Problem | undefined;
  /** Whether the browser was offline when it happened: by the time that it is read, it may be connected again. */
  readonly isOffline: boolean;

  constructor(kind: FailureKind, words: () => string, problem?: Problem) {
    super(words());
    this.name = "InsightsError";
    this.kind = kind;
    this.words = words;
    this.problem = problem;
    this.isOffline = kind === "network" && globalThis.navigator?.onLine === false;
  }

  /** An error body. */
  static of(problem: Problem): InsightsError {
    return new InsightsError("http", () => say(messageSentence(problem)), problem);
  }
}

/** What a person is told of a failure: what happened, and what to do next. */
export type FailureText = { title: string; advice: string };

type Sentence = "credentials" | "forbidden" | "absent" | "page" | "server" | "offline";
type Advice = "again" | "slow" | "smaller" | "endless" | "fewer" | "account" | "address" | "reload";

function sentences(key: Sentence): FailureText {
  return { title: t(`errors.${key}.title`), advice: t(`errors.${key}.advice`) };
}

const byCode: Record<number, Advice> = {
  [earshotCodes.upstreamUnreachable]: "again",
  [earshotCodes.upstreamCutOff]: "again",
  [earshotCodes.upstreamEndless]: "endless",
  [earshotCodes.upstreamTimeout]: "slow",
  [earshotCodes.upstreamTooLarge]: "smaller",
  [earshotCodes.upstreamShape]: "account",
  [earshotCodes.tooLarge]: "fewer",
  [earshotCodes.busy]: "again",
  [earshotCodes.refusedField]: "account",
  [earshotCodes.tooManyFields]: "account",
  [earshotCodes.notCountable]: "account",
};

/** What an account cannot give, as the server found out. */
const never: ReadonlySet<number | undefined> = new Set([
  earshotCodes.refusedField,
  earshotCodes.tooManyFields,
  earshotCodes.notCountable,
]);

/** Statuses of Twilio's that refuse a query for what it asks. */
const refusing: ReadonlySet<number> = new Set([400, 413, 414, 422, 431, 501]);

function problemOf(error: unknown): Problem | undefined {
  return error instanceof InsightsError ? error.problem : undefined;
}

/** Whether nothing answered, or not to the end: that says nothing of what was asked. */
export function isNetworkFailure(error: unknown): boolean {
  return error instanceof InsightsError && error.kind === "network";
}

/** Whether a page's token no longer works, so that only the query itself leads to the rows again. */
export function isDeadToken(error: unknown): boolean {
  return expiredStatuses.has(problemOf(error)?.httpStatusCode ?? 0);
}

/** Whether the browser was offline when something failed. */
export function wasOffline(error: unknown): boolean {
  return error instanceof InsightsError && error.isOffline;
}

/** Whether the account cannot give what was asked for, so that asking again does not help. */
export function cannotBeHad(error: unknown): boolean {
  return never.has(problemOf(error)?.code);
}

/** Whether a query was refused for what it asks, so that a smaller one may be taken. */
export function isRefused(error: unknown): boolean {
  const problem = problemOf(error);
  if (problem?.source === "twilio") return refusing.has(problem.httpStatusCode);
  return cannotBeHad(error);
}

/** Faults of the network that last until somebody changes an address. */
const lasting: ReadonlySet<string | undefined> = new Set(["twilioNoAddress", "twilioNoProof", "twilioRedirect"]);

/** What helps against a fault that Earshot found. Trying again is only named where it can. */
function adviceFor({ code, key, httpStatusCode }: Problem): Advice {
  if (lasting.has(key)) return "address";
  const isPassing = httpStatusCode >= 500;
  // Only where the status is Twilio's own does it tell anything: a page of HTML under 200 comes as a 502 of Earshot's.
  if (code === earshotCodes.upstreamNotJson) return isPassing && key === "twilioStatus" ? "again" : "address";
  return byCode[code] ?? (isPassing ? "again" : "reload");
}

const byStatus: Record<number, "credentials" | "forbidden" | "absent"> = {
  401: "credentials",
  403: "forbidden",
  404: "absent",
};

/** What a refusal of Twilio's is about, as far as its status tells. */
function refusalKey(status: number): "query" | "slow" | "upstream" | "large" | "kind" {
  if (status === 400 || status === 422) return "query";
  if (status === 408 || status === 504) return "slow";
  if (status === 413) return "large";
  return status >= 500 && status !== 501 ? "upstream" : "kind";
}

/** Advice that names what a view is made of, and what helps instead where there is none to change. */
const withoutView: Partial<Record<Advice, Advice>> = {
  slow: "again",
  smaller: "again",
  endless: "again",
  fewer: "again",
};
const refusedWithoutView = {
  slow: "upstream",
  query: "kind",
  large: "kind",
  upstream: "upstream",
  kind: "kind",
} as const;

function httpText(problem: Problem, isOfView: boolean): FailureText {
  const { source, message, httpStatusCode } = problem;
  if (source === "earshot") {
    const advice = adviceFor(problem);
    const fitting = isOfView ? advice : (withoutView[advice] ?? advice);
    return { title: say(messageSentence(problem)), advice: t(`errors.advice.${fitting}`) };
  }
  const known = byStatus[httpStatusCode];
  if (known) return sentences(known);
  const key = refusalKey(httpStatusCode);
  const advised = isOfView ? key : refusedWithoutView[key];
  return { title: t(`errors.${key}.title`), advice: t(`errors.${advised}.advice`, { message }) };
}

/** `isOfView`: whether a shorter range, other filters or fewer columns would have asked for less. */
type Asked = { isOfView: boolean };

/** The sentences for a failure of any kind. */
export function failureText(error: unknown, { isOfView }: Asked = { isOfView: true }): FailureText {
  if (!(error instanceof InsightsError)) return sentences("page");
  if (error.problem) return httpText(error.problem, isOfView);
  if (error.kind === "network") return sentences(error.isOffline ? "offline" : "server");
  return { title: t("errors.unreadable.title"), advice: t("errors.unreadable.advice", { message: error.words() }) };
}

/** The same in one line: a sentence ends with a stop, also where it was not written as one. */
export function failureSentences(error: unknown, asked?: Asked): string {
  const { title, advice } = failureText(error, asked);
  return `${/[.!?]$/.test(title) ? title : `${title}.`} ${advice}`;
}
