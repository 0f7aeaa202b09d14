import type { Problem } from "../../contract/problem.ts";

/**
 * Why an answer could not be used. `network`: nothing answered, or not to the end. `http`: an error body came.
 * `contract`: something came that is not what was agreed.
 */
export type FailureKind = "network" | "http" | "contract";

/** Every failure of a request from the browser to the proxy. */
export class InsightsError extends Error {
  readonly kind: FailureKind;
  readonly problem: Problem | undefined;

  constructor(kind: FailureKind, message: string, problem?: Problem) {
    super(message);
    this.name = "InsightsError";
    this.kind = kind;
    this.problem = problem;
  }
}

/** What a person is told of a failure: what happened, and what to do next. */
export type FailureText = { title: string; advice: string };

const byStatus: Record<number, FailureText> = {
  401: {
    title: "Twilio refused the credentials",
    advice: "Ask whoever runs Earshot to check the API key and secret, then try again.",
  },
  403: {
    title: "This account may not use Conversation Insights",
    advice: "Ask whoever runs Earshot to check the key's permissions and that the account has joined the beta.",
  },
  404: {
    title: "Twilio does not offer Conversation Insights to this account",
    advice: "The account may not have joined the beta yet. Ask whoever runs Earshot to check it in the Twilio Console.",
  },
};

function httpText(problem: Problem): FailureText {
  if (problem.source === "earshot") return { title: problem.message, advice: "Try again in a moment." };
  const known = byStatus[problem.httpStatusCode];
  if (known) return known;
  if (problem.httpStatusCode >= 500)
    return { title: "Twilio could not answer", advice: `It said: “${problem.message}” Try again in a moment.` };
  return {
    title: "Twilio did not accept the query",
    advice: `It said: “${problem.message}” Change the filters or the sort, or try again.`,
  };
}

/** The sentences for a failure of any kind. */
export function failureText(error: unknown): FailureText {
  if (!(error instanceof InsightsError))
    return { title: "Something went wrong on this page", advice: "Reload the page; your view is kept in its address." };
  if (error.problem) return httpText(error.problem);
  if (error.kind === "network")
    return navigator.onLine
      ? { title: "Earshot’s server does not answer", advice: "Check that it is running, then try again." }
      : { title: "You are offline", advice: "What is loaded stays here. Try again when you are connected." };
  return { title: "An answer could not be read", advice: `${error.message} Try again in a moment.` };
}
