import { messageSentence, type Problem } from "../../contract/problem.ts";
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

  constructor(kind: FailureKind, words: () => string, problem?: Problem) {
    super(words());
    this.name = "InsightsError";
    this.kind = kind;
    this.words = words;
    this.problem = problem;
  }

  /** An error body. */
  static of(problem: Problem): InsightsError {
    return new InsightsError("http", () => say(messageSentence(problem)), problem);
  }
}

/** What a person is told of a failure: what happened, and what to do next. */
export type FailureText = { title: string; advice: string };

const byStatus: Record<number, "credentials" | "forbidden" | "absent"> = {
  401: "credentials",
  403: "forbidden",
  404: "absent",
};

type Sentence = "credentials" | "forbidden" | "absent" | "page" | "server" | "offline";

function sentences(key: Sentence): FailureText {
  return { title: t(`errors.${key}.title`), advice: t(`errors.${key}.advice`) };
}

function httpText(problem: Problem): FailureText {
  const { source, message, httpStatusCode } = problem;
  if (source === "earshot") return { title: say(messageSentence(problem)), advice: t("errors.again") };
  const known = byStatus[httpStatusCode];
  if (known) return sentences(known);
  const key = httpStatusCode >= 500 ? "upstream" : "query";
  return { title: t(`errors.${key}.title`), advice: t(`errors.${key}.advice`, { message }) };
}

/** The sentences for a failure of any kind. */
export function failureText(error: unknown): FailureText {
  if (!(error instanceof InsightsError)) return sentences("page");
  if (error.problem) return httpText(error.problem);
  if (error.kind === "network") return sentences(navigator.onLine ? "server" : "offline");
  return { title: t("errors.unreadable.title"), advice: t("errors.unreadable.advice", { message: error.words() }) };
}

/** The same in one line: a sentence ends with a stop, also where it was not written as one. */
export function failureSentences(error: unknown): string {
  const { title, advice } = failureText(error);
  return `${/[.!?]$/.test(title) ? title : `${title}.`} ${advice}`;
}
