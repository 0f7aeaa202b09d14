import type { Part } from "../../contract/detail.ts";
import { messageSentence, type Problem } from "../../contract/problem.ts";
import { failureText } from "../api/errors.ts";
import { say, t } from "../words/words.ts";
import type { Conversation } from "./use-conversation.ts";

export type PartName = "conversation" | "people" | "transcript" | "results";

/** A part of the conversation as the panel draws it. */
export type PartState<Data> =
  | { status: "loading" }
  | { status: "failed"; title: string; why: string; retry: () => void; isAsking: boolean }
  | { status: "ready"; data: Data };

/** Insights' own account of its delay. */
const behindMs = 15 * 60_000;

/** Whether something of this time may still be on its way through Twilio. */
export function isFresh(newest: number | undefined, at: number): boolean {
  return newest !== undefined && at - newest < behindMs;
}

/** Why a part is missing. `product` is what the account must use to have it. */
export function reasonOf(problem: Problem, product: string, fresh: boolean): string {
  const { httpStatusCode: status, message, retryAfter } = problem;
  if (status === 404 || status === 410) return fresh ? t("detail.why.early") : t("detail.why.gone", { product });
  if (status === 403) return t("detail.why.forbidden", { product });
  if (status === 401) return t("detail.why.credentials");
  if (status === 429) return t("detail.why.limited", { seconds: retryAfter ?? 5 });
  if (status === 408 || status === 504) return t("detail.why.timeout");
  if (problem.source === "earshot") return say(messageSentence(problem));
  return status >= 500 ? t("detail.why.trouble", { message }) : t("detail.why.twilioSaid", { message });
}

const products = {
  conversation: "orchestrator",
  people: "orchestrator",
  transcript: "orchestrator",
  results: "intelligence",
} as const satisfies Record<PartName, string>;

/** The state of one part of a conversation. */
export function partState<Data>(
  { detail, error, isAsking, retry }: Conversation,
  name: PartName,
  part: Part<Data> | undefined,
  fresh: boolean,
): PartState<Data> {
  const title = t(`detail.failed.${name}`);
  if (part?.status === "ok") return { status: "ready", data: part.data };
  if (part)
    return {
      status: "failed",
      title,
      why: reasonOf(part.problem, t(`detail.products.${products[name]}`), fresh),
      retry,
      isAsking,
    };
  if (!detail && error) {
    const { title: what, advice } = failureText(error, { isOfView: false });
    return { status: "failed", title: what, why: advice, retry, isAsking };
  }
  return { status: "loading" };
}
