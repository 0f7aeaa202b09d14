import { t } from "../../words/words.ts";
import { type Sheet, withNotes } from "../save/sheet.ts";
import type { Agents } from "./agents.ts";
import { commonNotes } from "./notes.ts";
import type { AgentLine } from "./prepare.ts";

/** What the columns of a file are called: units stand in their heads. */
export type SheetHeads = { name: string; duration: string; wait: string };

/** Every agent with exact figures as they were sent. A share is left to the reader: it is one number divided by another. */
export function agentSheet(agents: Agents, lines: readonly AgentLine[], heads: SheetHeads): Sheet {
  const { negative, hasDuration, hasWait } = agents;
  const sheet = [
    [
      heads.name,
      t("charts.columns.conversations"),
      ...(negative === "known" ? [t("charts.agents.negativeCount")] : []),
      ...(hasDuration ? [heads.duration] : []),
      ...(hasWait ? [heads.wait] : []),
    ],
    ...lines.map(({ label, row }) => [
      label,
      row.count,
      ...(negative === "known" ? [row.negative] : []),
      ...(hasDuration ? [row.duration?.text] : []),
      ...(hasWait ? [row.wait?.text] : []),
    ]),
  ];
  const last = lines.length - 1;
  return withNotes(
    sheet,
    lines.map(({ row }, place) => [
      ...(row.duration?.isWeighted ? [t("charts.agents.weighted")] : []),
      ...(place === last ? commonNotes(agents) : []),
    ]),
  );
}
