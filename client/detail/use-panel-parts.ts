import { useMemo } from "react";
import type { ConversationDetail, ConversationFacts } from "../../contract/detail.ts";
import type { Row } from "../../contract/page.ts";
import { parseTime } from "../format/time.ts";
import { cellMembers } from "../format/values.ts";
import type { ViewColumn } from "../view/columns.ts";
import { t } from "../words/words.ts";
import { type Line, orderLines } from "./lines.ts";
import { isFresh, type PartState, partState } from "./part-state.ts";
import { type SectionName, sectionNames } from "./section-names.ts";
import { mergeTurns, type Turn } from "./turns.ts";
import type { Conversation } from "./use-conversation.ts";

type DataOf<Name extends "participants" | "communications" | "operatorResults"> = Extract<
  ConversationDetail[Name],
  { status: "ok" }
>["data"];

export type PanelParts = {
  facts: ConversationFacts | undefined;
  people: PartState<DataOf<"participants">>;
  transcript: PartState<DataOf<"communications">>;
  results: PartState<DataOf<"operatorResults">>;
  /** Why there is no conversation, where its parts fail alike: said once instead of three times. */
  whole: Extract<PartState<never>, { status: "failed" }> | undefined;
  /** The parts that are worth a section of their own. */
  sections: readonly SectionName[];
  /** Name and status are missing while other parts are there. */
  noFacts: Extract<PartState<never>, { status: "failed" }> | undefined;
  lines: Line[];
  turns: Turn[];
  /** Why lines and people may be missing still, and why results may. */
  pendingNote: { captured: string | undefined; results: string | undefined };
};

function newestTime(facts: ConversationFacts | undefined, row: Row | undefined, columns: readonly ViewColumn[]) {
  const cells = columns.filter(({ kind }) => kind === "time").flatMap(({ field }) => cellMembers(row?.[field]));
  const times = [facts?.updatedAt, facts?.createdAt, ...cells].flatMap((cell) => parseTime(cell, "UTC") ?? []);
  return times.length === 0 ? undefined : Math.max(...times);
}

/** A conversation that was deleted, or an account that may not read any: name, people and lines fail in one way. */
function failedAlike(detail: ConversationDetail | undefined): boolean {
  if (!detail) return false;
  const parts = [detail.conversation, detail.participants, detail.communications];
  const statuses = parts.map((part) => (part.status === "failed" ? part.problem.httpStatusCode : 0));
  return statuses.every((status) => status !== 0 && status === statuses[0]);
}

/** Without its conversation, a row has its fields, and what operators said of it where that is still there. */
function sectionsOfNone(detail: ConversationDetail | undefined): SectionName[] {
  const results = detail?.operatorResults;
  return results?.status === "ok" && results.data.items.length > 0 ? ["results", "fields", "raw"] : ["fields", "raw"];
}

/** The parts of a conversation as the panel draws them. */
export function usePanelParts(
  conversation: Conversation,
  row: Row | undefined,
  columns: readonly ViewColumn[],
): PanelParts {
  const { detail, at, error } = conversation;
  const facts = detail?.conversation.status === "ok" ? detail.conversation.data.item : undefined;
  const fresh = isFresh(newestTime(facts, row, columns), at);
  const communications = detail?.communications.status === "ok" ? detail.communications.data.items : undefined;
  const { lines, turns } = useMemo(() => {
    const ordered = orderLines(communications ?? []);
    return { lines: ordered, turns: mergeTurns(ordered) };
  }, [communications]);

  const named = partState(conversation, "conversation", detail?.conversation, fresh);
  const failed = named.status === "failed" ? named : undefined;
  const alike = failedAlike(detail) || (!detail && Boolean(error));
  const captured = fresh ? t("detail.empty.fresh") : undefined;
  const isActive = facts?.status?.toUpperCase() === "ACTIVE";
  return {
    facts,
    people: partState(conversation, "people", detail?.participants, fresh),
    transcript: partState(conversation, "transcript", detail?.communications, fresh),
    results: partState(conversation, "results", detail?.operatorResults, fresh),
    whole: alike && failed ? { ...failed, ...(detail ? { title: t("detail.failed.whole") } : {}) } : undefined,
    sections: alike ? sectionsOfNone(detail) : sectionNames,
    noFacts: alike ? undefined : failed,
    lines,
    turns,
    pendingNote: { captured, results: isActive ? t("detail.empty.active") : captured },
  };
}
