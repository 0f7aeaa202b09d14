import type { z } from "zod";
import { earshotProblem, ProblemError } from "../problem.ts";
import { sentence } from "../sentence.ts";
import { firstSentence } from "../sentences.ts";
import { usualApi } from "./faults.ts";
import { readError } from "./read-error.ts";
import type { RawAnswer } from "./transport.ts";

/** An answer that was checked: the bytes as they came, to be forwarded, and what they say. */
export type Answer<Value> = { bytes: Buffer; value: Value };

/** Whether an answer says that it is JSON. */
export function isJson(answer: RawAnswer): boolean {
  return /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(answer.headers["content-type"] ?? "");
}

/** Whether the parser was content until the text ended; its message is the only place where it says so. */
function endedEarly(text: string, error: unknown): boolean {
  const message = error instanceof Error ? error.message : "";
  const position = /at position (\d+)/.exec(message)?.[1];
  return text !== "" && (/end of JSON|Unterminated/.test(message) || Number(position) === text.length);
}

function parse({ bytes, api = usualApi }: RawAnswer): unknown {
  const text = bytes.toString("utf8").trim();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (endedEarly(text, error)) {
      throw earshotProblem("upstreamCutOff", sentence("twilioCutOff", { api }));
    }
    throw earshotProblem("upstreamNotJson", sentence("twilioNotJson", { api }));
  }
}

/**
 * Checks status and content type of an answer.
 *
 * @throws ProblemError for every status but those of 200 and for anything that does not say it is JSON.
 */
export function refuseUnlessJson(answer: RawAnswer): void {
  const api = answer.api ?? usualApi;
  if (answer.status >= 400) throw new ProblemError(readError(answer));
  if (answer.status >= 300) {
    const variable = `TWILIO_${api.toUpperCase()}_URL`;
    throw earshotProblem(
      "upstreamNotJson",
      sentence("twilioRedirect", { api, status: String(answer.status), variable }),
    );
  }
  if (!isJson(answer)) {
    const type = answer.headers["content-type"]?.split(";")[0];
    throw earshotProblem(
      "upstreamNotJson",
      type ? sentence("twilioType", { api, type }) : sentence("twilioNoType", { api }),
    );
  }
}

/**
 * Checks status, content type and shape of an answer.
 *
 * @throws ProblemError for every status but 200, for anything that is not JSON, and for a shape that fails the schema.
 */
export function readAnswer<Value>(answer: RawAnswer, schema: z.ZodType<Value>): Answer<Value> {
  refuseUnlessJson(answer);
  const parsed = schema.safeParse(parse(answer));
  if (!parsed.success) {
    throw earshotProblem(
      "upstreamShape",
      sentence("twilioShape", { api: answer.api ?? usualApi, fault: firstSentence(parsed.error) }),
    );
  }
  return { bytes: answer.bytes, value: parsed.data };
}
