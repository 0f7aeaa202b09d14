import { type core, safeParse } from "zod";
import { earshotProblem, ProblemError } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import { firstSentence } from "../messages/sentences.ts";
import { usualApi } from "./faults.ts";
import { errorInside, readError } from "./read-error.ts";
import { waitSeconds } from "./retry-after.ts";
import type { RawAnswer } from "./transport.ts";

/** An answer that was checked: the bytes as they came, to be forwarded, and what they say. */
export type Answer<Value> = { bytes: Buffer; value: Value };

/** Whether an answer says that it is JSON. */
function saysJson(answer: RawAnswer): boolean {
  return /^(application|text)\/([\w.+-]+\+)?json\s*(;|$)/i.test(answer.headers["content-type"] ?? "");
}

/** What an answer that is not JSON is: cut off, or something else, e.g. a page of something in between. */
export function notJson(answer: RawAnswer, endedEarly: boolean): ProblemError {
  const { api = usualApi, bytes } = answer;
  const type = answer.headers["content-type"]?.split(";")[0];
  if (type && !saysJson(answer)) return earshotProblem("upstreamNotJson", sentence("twilioType", { api, type }));
  return endedEarly && bytes.length > 0
    ? earshotProblem("upstreamCutOff", sentence("twilioCutOff", { api }))
    : earshotProblem("upstreamNotJson", sentence("twilioNotJson", { api }));
}

/** The longest wait that an answer of 202 is believed to ask for. */
const longestWaitSeconds = 60;

/** What 202 says to a query: it was taken, and its rows are not there yet. */
export function jobStillRunning({ api = usualApi, headers }: RawAnswer): ProblemError {
  const seconds = waitSeconds(headers);
  const retryAfter = seconds === undefined ? undefined : Math.min(longestWaitSeconds, Math.max(1, Math.ceil(seconds)));
  return earshotProblem("upstreamTimeout", sentence("twilioStillWorking", { api }), { reason: "202", retryAfter });
}

/** Whether the parser was content until the text ended; its message is the only place where it says so. */
function endedEarly(text: string, error: unknown): boolean {
  const message = error instanceof Error ? error.message : "";
  const position = /at position (\d+)/.exec(message)?.[1];
  return /end of JSON|Unterminated/.test(message) || Number(position) === text.length;
}

/** What is read in one go holds up whoever else is asking. */
const mostParsed = 24 * 1024 * 1024;

function parse(answer: RawAnswer): unknown {
  if (answer.bytes.length > mostParsed) {
    throw earshotProblem("upstreamTooLarge", sentence("twilioTooLarge", { api: answer.api ?? usualApi }));
  }
  const text = answer.bytes.toString("utf8").trim();
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(answer, text !== "" && endedEarly(text, error));
  }
}

/**
 * Checks the status of an answer. What its content type says is not looked at: JSON is told by being JSON.
 *
 * @throws ProblemError for every status but those of 200.
 */
export function refuseUnlessOk(answer: RawAnswer): void {
  const api = answer.api ?? usualApi;
  if (answer.status >= 400) throw new ProblemError(readError(answer));
  if (answer.status < 300) return;
  const variable = `TWILIO_${api.toUpperCase()}_URL`;
  throw earshotProblem("upstreamNotJson", sentence("twilioRedirect", { api, status: String(answer.status), variable }));
}

/**
 * Checks status and shape of an answer.
 *
 * @throws ProblemError for every status but those of 200, for anything that is not JSON, and for a shape that fails the
 * schema.
 */
export function readAnswer<Value>(answer: RawAnswer, schema: core.$ZodType<Value>): Answer<Value> {
  refuseUnlessOk(answer);
  const value = parse(answer);
  const parsed = safeParse(schema, value);
  if (parsed.success) return { bytes: answer.bytes, value: parsed.data };
  throw (
    errorInside(answer, value) ??
    earshotProblem(
      "upstreamShape",
      sentence("twilioShape", { api: answer.api ?? usualApi, fault: firstSentence(parsed.error) }),
    )
  );
}
