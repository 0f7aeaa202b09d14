import { z } from "zod";
import type { Problem } from "../../contract/problem.ts";
import { earshotProblem } from "../problem.ts";
import { sentence } from "../sentence.ts";
import { usualApi } from "./faults.ts";
import { retryAfterSeconds } from "./retry-after.ts";
import type { RawAnswer } from "./transport.ts";

/**
 * Both of Twilio's error bodies: `{code, message, httpStatusCode, userError, params}` of Insights v3 and the older
 * `{code, message, more_info, status}`. Only the message is required; what has an unexpected type is left out.
 */
const twilioErrorSchema = z.object({
  message: z.string().min(1),
  code: z.number().optional().catch(undefined),
  userError: z.boolean().optional().catch(undefined),
  params: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

function asStrings(params: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

/**
 * The problem that an answer of 400 and more stands for. The status is always the upstream's, so that 401 and 429 mean
 * the same to the browser even when something in between wrote the body; only a body of Twilio's makes it Twilio's word.
 */
export function readError(answer: RawAnswer): Problem {
  // Node passes any three digits through; HTTP has no class beyond 5xx.
  const status = answer.status > 599 ? 502 : answer.status;
  const retryAfter = retryAfterSeconds(answer.status, answer.headers);
  const wait = retryAfter === undefined ? {} : { retryAfter };
  const body = twilioErrorSchema.safeParse(parse(answer.bytes));
  if (!body.success) {
    const api = answer.api ?? usualApi;
    const said = sentence("twilioStatus", { api, status: String(answer.status) });
    return { ...earshotProblem("upstreamNotJson", said, { status }).problem, ...wait };
  }
  const { code, message, userError, params } = body.data;
  return {
    code: code ?? status,
    message,
    httpStatusCode: status,
    ...(userError === undefined ? {} : { userError }),
    ...(params === undefined ? {} : { params: asStrings(params) }),
    source: "twilio",
    ...wait,
  };
}
