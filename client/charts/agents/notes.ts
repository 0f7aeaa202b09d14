import { t } from "../../words/words.ts";
import type { Agents } from "./agents.ts";

/** A share or an average of fewer conversations says little. */
export const fewConversations = 20;

/** What must be said of all of them: what is counted twice, cut, or not there. */
export function commonNotes({ rows, overlap, cut, negative }: Agents): string[] {
  return [
    ...(overlap ? [t("charts.agents.several")] : []),
    ...(cut ? [t("charts.agents.cut", { count: rows.length })] : []),
    ...(negative === "failed" ? [t("charts.agents.noNegative")] : []),
  ];
}

/** What must be said beside agents, of single ones too: what is reckoned, and what is of few conversations. */
export function agentNotes(agents: Agents): string[] {
  const { rows } = agents;
  return [
    ...commonNotes(agents),
    ...(rows.some(({ duration }) => duration?.isWeighted) ? [t("charts.agents.weighted")] : []),
    ...(rows.some(({ count }) => count < fewConversations)
      ? [t("charts.agents.few", { count: fewConversations })]
      : []),
  ];
}
