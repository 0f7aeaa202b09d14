import { ProblemError } from "../messages/problem.ts";
import type { ConversationApis } from "../twilio/conversation-apis.ts";
import { operatorSchema } from "../twilio/intelligence-shapes.ts";
import { wholeList } from "./whole-list.ts";

/** Display names of operators by id. */
export type OperatorNames = Record<string, string>;

/** Twilio's own operators under the ids that it documents: for accounts whose key may not list operators. */
const documented: OperatorNames = {
  intelligence_operator_01kcrvw16kfa88qvgrfmr7y151: "Sentiment",
  intelligence_operator_01kcv35pnkeysaf6z6cqtbpegn: "Summary",
  intelligence_operator_01kea27sy7ffsafmtsfp17nzx4: "Next Best Response",
  intelligence_operator_01kf34tcyefpyb1t4m0nbd8rxg: "Script Adherence",
};

const keptMs = 10 * 60_000;
const limits = { cap: 5000 };

/**
 * Names operators. The list changes when somebody edits an operator, which is seldom, so it is kept for some minutes.
 * Where it cannot be read, results keep their id: a missing name is no reason to hold them back.
 */
export function operatorNaming(conversationApis: ConversationApis, now: () => number = () => performance.now()) {
  let kept: { at: number; names: OperatorNames } | undefined;

  async function list(signal: AbortSignal): Promise<OperatorNames> {
    if (kept && now() - kept.at < keptMs) return kept.names;
    try {
      const { items } = await wholeList(operatorSchema.optional().catch(undefined), limits, (page) =>
        conversationApis.operators(page, signal),
      );
      const listed = items.flatMap((one) => (one ? [[one.id, one.displayName] as const] : []));
      kept = { at: now(), names: Object.fromEntries(listed) };
      return kept.names;
    } catch (error) {
      if (error instanceof ProblemError) return {};
      throw error;
    }
  }

  /** The names of these operators. */
  return async (ids: readonly string[], signal: AbortSignal): Promise<OperatorNames> => {
    const wanted = new Set(ids);
    if (wanted.size === 0) return {};
    const known = { ...documented, ...(await list(signal)) };
    return Object.fromEntries(Object.entries(known).filter(([id]) => wanted.has(id)));
  };
}
