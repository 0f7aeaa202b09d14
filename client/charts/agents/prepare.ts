import type { KeyMeasure } from "../../../contract/key-figures.ts";
import { formatDecimal } from "../../format/decimal.ts";
import { exactDuration, formatDuration } from "../../format/duration.ts";
import { formatCount, formatShare } from "../../format/numbers.ts";
import { notSetLabel, toldFromNotSet, valueLabel } from "../../format/values.ts";
import type { AgentFigure, AgentList } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import type { AgentMeasure, AgentRow, Agents } from "./agents.ts";
import { fewConversations } from "./notes.ts";
import type { AgentChoice } from "./use-agents.ts";

/** A figure as it is written, and exactly. */
export type AgentCell = { figure: AgentFigure; text: string; title: string | undefined };

export type AgentLine = {
  key: string;
  label: string;
  row: AgentRow;
  /** Its part of the longest bar, 0 to 1. */
  part: number;
  /** Whether so few conversations make its figures that they say little. */
  isFew: boolean;
  /** Whether it says that it is software: the name of a kind says so itself. */
  isAi: boolean;
  cells: readonly AgentCell[];
};

export type AgentColumn = { figure: AgentFigure; head: string };

const noFigure = "–";

function share({ negative, count }: AgentRow, state: Agents["negative"]): Pick<AgentCell, "text" | "title"> {
  if (state === "coming") return { text: "…", title: t("figures.loading") };
  if (negative === undefined) return { text: noFigure, title: undefined };
  return { text: formatShare(negative, count), title: t("figures.share", { part: negative, of: count }) };
}

function measured(measure: AgentMeasure | undefined, unit: KeyMeasure["unit"]): Pick<AgentCell, "text" | "title"> {
  if (!measure) return { text: noFigure, title: undefined };
  const rounded = String(Math.round(measure.value * 100) / 100);
  const said = (unit && formatDuration(measure.isWeighted ? rounded : measure.text, unit)) ?? formatDecimal(rounded);
  if (measure.isWeighted) return { text: `≈${said}`, title: undefined };
  const number = unit ? exactDuration(measure.text, unit) : formatDecimal(measure.text);
  return { text: said, title: t("figures.exact", { number }) };
}

/** What the account gives of each agent, in the order of the columns. */
export function agentColumns({ negative, hasDuration, hasWait }: Agents): AgentColumn[] {
  return [
    { figure: "count", head: t("charts.columns.conversations") },
    ...(negative === "none" ? [] : [{ figure: "negative", head: t("figures.negative") } as const]),
    ...(hasDuration ? [{ figure: "duration", head: t("figures.duration") } as const] : []),
    ...(hasWait ? [{ figure: "wait", head: t("figures.wait") } as const] : []),
  ];
}

/** What one agent, or one kind of them, is called. */
export function agentLabel(raw: string | undefined, by: AgentList["by"]): string {
  if (raw === undefined) return notSetLabel();
  return by === "kind" ? valueLabel(raw) : toldFromNotSet(raw);
}

/** The rows as they are drawn, in the order of the rows. */
export function prepareAgents(
  agents: Agents,
  rows: readonly AgentRow[],
  { by = "agent", key }: Pick<AgentChoice, "by" | "key">,
): AgentLine[] {
  const longest = agents.rows.reduce((most, { count }) => Math.max(most, count), 1);
  const columns = agentColumns(agents);
  const of = agents.population?.count;
  const cellOf = (row: AgentRow, figure: AgentFigure): Pick<AgentCell, "text" | "title"> => {
    if (figure === "negative") return share(row, agents.negative);
    if (figure === "duration") return measured(row.duration, key.averageDuration?.unit);
    if (figure === "wait") return measured(row.wait, key.longestWait?.unit);
    const title =
      of === undefined ? undefined : `${t("figures.share", { part: row.count, of })} (${formatShare(row.count, of)})`;
    return { text: formatCount(row.count), title };
  };
  return rows.map((row) => ({
    key: JSON.stringify(row.raw ?? null),
    label: agentLabel(row.raw, by),
    row,
    part: row.count / longest,
    isAi: by === "agent" && row.kind === "ai",
    isFew: row.count < fewConversations,
    cells: columns.map(({ figure }) => ({ figure, ...cellOf(row, figure) })),
  }));
}
