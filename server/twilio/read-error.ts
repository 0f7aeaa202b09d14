import { z } from "zod";
import type { Problem } from "../../contract/problem.ts";
import { earshotProblem, ProblemError } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
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

const message = z.string().min(1);

/** No error body is so long; what is longer is not read. */
export const longestError = 1024 * 1024;

function parse(bytes: Buffer): unknown {
  if (bytes.length > longestError) return undefined;
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

function waitOf(status: number, { headers }: RawAnswer): { retryAfter?: number } {
  const retryAfter = retryAfterSeconds(status, headers);
  return retryAfter === undefined ? {} : { retryAfter };
}

function twilioProblem(body: z.infer<typeof twilioErrorSchema>, status: number, answer: RawAnswer): Problem {
  const { code, message, userError, params } = body;
  return {
    code: code ?? status,
    message,
    httpStatusCode: status,
    ...(userError === undefined ? {} : { userError }),
    ...(params === undefined ? {} : { params: asStrings(params) }),
    source: "twilio",
    ...waitOf(status, answer),
  };
}

/**
 * The problem that an answer of 400 and more stands for. The status is always the upstream's, so that 401 and 429 mean
 * the same to the browser even when something in between wrote the body; only a body of Twilio's makes it Twilio's word.
 */
export function readError(answer: RawAnswer): Problem {
  // Node passes any three digits through; HTTP has no class beyond 5xx.
  const status = answer.status > 599 ? 502 : answer.status;
  const parsed = parse(answer.bytes);
  const body = twilioErrorSchema.safeParse(parsed);
  if (body.success) return twilioProblem(body.data, status, answer);
  const other = otherErrorSchema.safeParse(parsed);
  if (other.success) return twilioProblem(twilioErrorSchema.parse(other.data), status, answer);
  const api = answer.api ?? usualApi;
  const said = sentence("twilioStatus", { api, status: String(answer.status) });
  return { ...earshotProblem("upstreamNotJson", said, { status }).problem, ...waitOf(answer.status, answer) };
}

function isErrorStatus(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599;
}

/** The status that a body names itself, where it is one of an error. */
const statusSchema = z
  .record(z.string(), z.unknown())
  .transform(({ httpStatusCode, statusCode, status }) => [httpStatusCode, statusCode, status].find(isErrorStatus));

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** What says that all went well, where others have the number or name of an error. */
const fineCode = /^(0+|2\d\d|ok|success(ful)?)$/i;

const failedStatus = /^(error|fail|failed|failure)$/i;

/** Whether a body says that it is a failure in the words of other services. */
function saysFailure(body: Record<string, unknown>): boolean {
  const { success, ok, status, errorCode, errorMessage } = body;
  return success === false || ok === false || failedStatus.test(String(status)) || Boolean(errorMessage ?? errorCode);
}

/** Where such a body says what went wrong. */
const failureWords = ["errorMessage", "message", "reason", "detail", "description", "errorCode"];

/** `{error: "…"}`, `{error: {message}}`, `{errors: [{message}]}`: errors in other words than Twilio's. */
const namedErrors = [
  z.looseObject({ error: message }).transform(({ error, ...body }) => ({ ...body, message: error })),
  z.looseObject({ error: z.looseObject({ message }) }).transform(({ error, ...body }) => ({ ...body, ...error })),
  z.looseObject({ errors: z.tuple([message], z.unknown()) }).transform(({ errors }) => ({ message: errors[0] })),
  z
    .looseObject({ errors: z.tuple([z.looseObject({ message })], z.unknown()) })
    .transform(({ errors }) => ({ ...errors[0] })),
] as const;

/** What an answer says that is an error by its status; RFC 9457 says `detail`, or `title` alone. */
const otherErrorSchema = z.union([
  ...namedErrors,
  z.looseObject({ detail: message }).transform(({ detail, ...body }) => ({ ...body, message: detail })),
  z.looseObject({ title: message }).transform(({ title, ...body }) => ({ ...body, message: title })),
]);

/** An error that came with a status of 200: also an error body that stands where a page should. */
const errorInsideSchema = z.union([
  ...namedErrors,
  z
    .looseObject({
      message,
      code: z.union([z.number(), z.string()]),
      items: z.null().optional(),
      meta: z.null().optional(),
    })
    .refine(({ code }) => !fineCode.test(String(code))),
  z
    .looseObject({ items: z.null().optional(), meta: z.null().optional() })
    .refine((body) => [body["status"], body["statusCode"], body["httpStatusCode"]].some(isErrorStatus))
    .pipe(
      z.union([
        z.looseObject({ message }),
        z.looseObject({ detail: message }).transform(({ detail, ...body }) => ({ ...body, message: detail })),
      ]),
    ),
  z
    .looseObject({})
    .refine(saysFailure)
    .transform((body) => ({ ...body, message: failureWords.map((name) => body[name]).find(isText) }))
    .pipe(z.looseObject({ message })),
]);

/**
 * The failure that an answer of 200 holds, if it holds one. Cube, whose words Twilio's API uses, says "Continue wait" for
 * a query that is still being worked on: that one passes, as every timeout does. Anything else is a refusal, of the
 * status that it names, or 400.
 */
export function errorInside(answer: RawAnswer, value: unknown): ProblemError | undefined {
  const found = errorInsideSchema.safeParse(value);
  if (!found.success) return undefined;
  const { api = usualApi } = answer;
  const body = twilioErrorSchema.parse(found.data);
  if (/^continue wait\W*$/i.test(body.message)) {
    return earshotProblem("upstreamTimeout", sentence("twilioStillWorking", { api }), { reason: "continue wait" });
  }
  return new ProblemError(twilioProblem(body, statusSchema.safeParse(found.data).data ?? 400, answer));
}
