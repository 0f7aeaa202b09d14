import { SegmentedControl } from "@mantine/core";
import { useMemo } from "react";
import type { Async } from "../../api/async.ts";
import { ScrollBox } from "../../ui/ScrollBox.tsx";
import { labelInUnit } from "../../view/columns.ts";
import { type AgentList, withAgents } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { ChartCard } from "../card/ChartCard.tsx";
import { Measured } from "../card/Measured.tsx";
import type { ChartSetting } from "../card/setting.ts";
import { type ValueFilter, valueFilter } from "../explore/value-filter.ts";
import { MoreButton } from "../marks/MoreButton.tsx";
import classes from "./Agents.module.css";
import { AgentsTable } from "./AgentsTable.tsx";
import type { Agents } from "./agents.ts";
import { agentFigure } from "./figure.ts";
import { agentNotes } from "./notes.ts";
import { agentColumns, prepareAgents } from "./prepare.ts";
import { agentSheet } from "./sheet.ts";
import { pressHead, sortAgents } from "./sort.ts";
import { type AgentChoice, agentChoice, useAgents } from "./use-agents.ts";

const lineHeight = 25;
/** The heads take a second line where there is little room. */
const headHeight = (width: number) => (width < 560 ? 40 : 26);

type AgentsStatesProps = {
  state: Async<Agents>;
  choice: AgentChoice;
  list: AgentList;
  onList: (list: AgentList) => void;
  /** Undefined where the field cannot be filtered by. */
  filter: ValueFilter | undefined;
};

type Needs = Pick<ChartSetting, "metadata" | "columns" | "view" | "fields" | "pin" | "onView">;

/** The card of agents: how many conversations each has, how many are negative, how long they take and how long they wait. */
export function AgentsCard({ metadata, columns, view, fields, pin, onView }: Needs) {
  const choice = useMemo(() => agentChoice(view, fields, metadata), [view, fields, metadata]);
  return (
    <AgentsStates
      state={useAgents(view, fields, pin, metadata)}
      choice={choice}
      list={view.agents}
      onList={(list) => onView(withAgents(view, list))}
      filter={choice.field === undefined ? undefined : valueFilter(choice.field, { view, onView, columns, fields })}
    />
  );
}

/** Agents one by one, or people against AI, by the figure of a column. */
export function AgentsStates({ state, choice, list, onList, filter }: AgentsStatesProps) {
  const title = t("charts.agents.title");
  const name = t(choice.by === "kind" ? "view.columns.agentKind" : "view.columns.agent");
  const { averageDuration, longestWait } = choice.key;
  const heads = {
    name,
    duration: labelInUnit({ label: t("figures.duration"), unit: averageDuration?.unit }),
    wait: labelInUnit({ label: t("figures.wait"), unit: longestWait?.unit }),
  };
  const sorted = (agents: Agents) => {
    // An account without the figure that a link sorts by has its usual order.
    const isThere = agentColumns(agents).some(({ figure }) => figure === list.sort);
    const shown = isThere ? list : { ...list, sort: "count" as const };
    return { shown, lines: prepareAgents(agents, sortAgents(agents.rows, shown), choice) };
  };
  const drawn = (agents: Agents, most: number) => {
    const { shown, lines } = sorted(agents);
    return (
      <AgentsTable
        title={title}
        name={name}
        columns={agentColumns(agents)}
        lines={lines.slice(0, most)}
        list={shown}
        onHead={(figure) => onList(pressHead({ ...shown, by: list.by }, figure))}
        filter={filter}
      />
    );
  };
  return (
    <ChartCard
      title={title}
      state={state}
      controls={
        choice.isChoice && (
          <SegmentedControl
            className={classes.by ?? ""}
            size="xs"
            aria-label={t("charts.explore.dimension")}
            value={list.by}
            data={[
              { value: "agent", label: t("charts.agents.byAgent") },
              { value: "kind", label: t("charts.agents.byKind") },
            ]}
            onChange={(by) => onList({ ...list, by: by === "kind" ? "kind" : "agent" })}
          />
        )
      }
      notesOf={agentNotes}
      figure={(agents) => agentFigure(sorted(agents).lines, agentColumns(agents))}
      sheet={(agents) => agentSheet(agents, sorted(agents).lines, heads)}
      chart={(agents, showTable) => (
        <Measured initial={{ width: 600, height: 180 }}>
          {({ width, height, fontScale }) => {
            const fit = Math.max(2, Math.floor((height / fontScale - headHeight(width / fontScale)) / lineHeight));
            const most = agents.rows.length <= fit ? fit : fit - 1;
            const hidden = agents.rows.length - most;
            return (
              <ScrollBox className={classes.fill}>
                {drawn(agents, most)}
                {hidden > 0 && <MoreButton onMore={showTable}>{t("charts.agents.more", { count: hidden })}</MoreButton>}
              </ScrollBox>
            );
          }}
        </Measured>
      )}
      table={(agents) => drawn(agents, agents.rows.length)}
    />
  );
}
