import type * as z from "zod/mini";
import { type Problem, problemSchema } from "../../contract/problem.ts";
import { noteServerTime } from "../browser/server-clock.ts";
import { t } from "../words/words.ts";
import { InsightsError } from "./errors.ts";
import { parseJson } from "./exact-json.ts";
import { noteKnowledgeVersion } from "./knowledge-version.ts";
import { gate, holdFor } from "./rate-limit.ts";

/** Without a method, a body goes by POST and nothing by GET. */
export type AskOptions = { body?: unknown; signal?: AbortSignal; method?: "PUT" | "DELETE" };

function init({ body, signal, method }: AskOptions): RequestInit {
  const common: RequestInit = { headers: { accept: "application/json" } };
  if (signal) common.signal = signal;
  if (method) common.method = method;
  if (body === undefined) return common;
  const headers = { ...common.headers, "content-type": "application/json" };
  return { method: "POST", ...common, headers, body: JSON.stringify(body) };
}

async function send(path: string, options: AskOptions): Promise<{ response: Response; text: string }> {
  const sentAt = Date.now();
  try {
    const response = await fetch(path, init(options));
    noteServerTime(response.headers.get("date"), sentAt, Date.now());
    noteKnowledgeVersion(response.headers);
    return { response, text: await response.text() };
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new InsightsError("network", () => t("errors.detail.noAnswer"));
  }
}

async function readJson(text: string): Promise<unknown> {
  try {
    return await parseJson(text);
  } catch {
    throw new InsightsError("contract", () => t("errors.detail.notJson"));
  }
}

/** The problem in an error answer; one that is not ours is described by its status. */
export function readProblem(status: number, text: string): Problem {
  try {
    return problemSchema.parse(JSON.parse(text));
  } catch {
    const message = t("errors.detail.noReason", { status: String(status) });
    return { code: status, message, httpStatusCode: status, source: "earshot" };
  }
}

/** How long and how often an overload that names its end is waited out. A rate limit is, as often as it takes. */
const longestOverload = 120;
const mostOverloads = 8;

/** How often and how long a request has waited for an overload to be over. */
type Overload = { times: number; seconds: number };

/** Seconds until a refused request goes again; undefined where it has failed. Counts what is waited for an overload. */
export function waitFor(
  status: number,
  { retryAfter }: Pick<Problem, "retryAfter">,
  overload: Overload,
): number | undefined {
  if (status === 429) return retryAfter ?? 5;
  if (status !== 503 || retryAfter === undefined) return undefined;
  overload.times += 1;
  overload.seconds += retryAfter;
  return overload.times > mostOverloads || overload.seconds > longestOverload ? undefined : retryAfter;
}

async function readAnswer<Schema extends z.ZodMiniType>(schema: Schema, text: string): Promise<z.infer<Schema>> {
  const parsed = schema.safeParse(await readJson(text));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") || t("errors.detail.wholeAnswer");
  throw new InsightsError("contract", () => t("errors.detail.shape", { where }));
}

/**
 * Asks the proxy and parses the answer, once. A 429 is not a failure: the request waits until the limit is over and
 * goes again, as often as it takes; nor is a 503 that says when it is over, for two minutes.
 *
 * @throws InsightsError for every failure, and the signal's reason when it is aborted.
 */
export async function ask<Schema extends z.ZodMiniType>(
  schema: Schema,
  path: string,
  options: AskOptions = {},
): Promise<z.infer<Schema>> {
  const overload: Overload = { times: 0, seconds: 0 };
  for (;;) {
    const answered = await gate(options.signal);
    try {
      const { response, text } = await send(path, options);
      if (response.ok) return await readAnswer(schema, text);
      const problem = readProblem(response.status, text);
      const seconds = waitFor(response.status, problem, overload);
      if (seconds === undefined) throw InsightsError.of(problem);
      holdFor(seconds);
    } finally {
      answered();
    }
  }
}
