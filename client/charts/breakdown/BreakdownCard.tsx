import type { ReactNode } from "react";
import type { Async } from "../../api/async.ts";
import type { Breakdown } from "../../insights/breakdown.ts";
import type { FilterRole } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { ChartCard } from "../card/ChartCard.tsx";
import { Measured } from "../card/Measured.tsx";
import type { ChartSetting } from "../card/setting.ts";
import { roleTitle } from "../card/words.ts";
import { BarList } from "./BarList.tsx";
import { BreakdownTable } from "./BreakdownTable.tsx";
import { breakdownNotes, comparable } from "./compared.ts";
import { barsFigure } from "./figure.ts";
import { prepareBars } from "./prepare.ts";
import { barsSheet } from "./sheet.ts";

type BreakdownStatesProps = {
  role: FilterRole;
  state: Async<Breakdown>;
  /** The same of the period before, where the two are compared. */
  previous?: Breakdown | undefined;
  /** The chosen raw values of the role. */
  chosen: readonly string[];
  onToggle: (role: FilterRole, spellings: readonly string[]) => void;
  onExclude?: ((role: FilterRole, spellings: readonly string[]) => void) | undefined;
};

type Needs = Pick<ChartSetting, "breakdowns" | "previous" | "view" | "onToggle" | "onExclude">;

/** Makes the card of one role. */
export function breakdownCard(role: FilterRole): (setting: Needs) => ReactNode {
  return ({ breakdowns, previous, view, onToggle, onExclude }) => (
    <BreakdownStates
      role={role}
      state={breakdowns[role]}
      previous={previous?.breakdowns[role]}
      chosen={view.chosen[role]}
      onToggle={onToggle}
      onExclude={onExclude}
    />
  );
}

/** How the conversations split by one role; each value is a filter. */
function BreakdownStates({ role, state, previous, chosen, onToggle, onExclude }: BreakdownStatesProps) {
  const title = roleTitle(role);
  const previousOf = (breakdown: Breakdown) => comparable(previous, breakdown);
  const barsOf = (breakdown: Breakdown) => prepareBars(breakdown, chosen, previousOf(breakdown));
  const toggle = (spellings: readonly string[]) => onToggle(role, spellings);
  const exclude = onExclude && ((spellings: readonly string[]) => onExclude(role, spellings));
  return (
    <ChartCard
      title={title}
      state={state}
      notesOf={breakdownNotes}
      beside={(breakdown) => (previous && !previousOf(breakdown) ? t("charts.previous.unknown") : undefined)}
      figure={(breakdown) => barsFigure(barsOf(breakdown), breakdown.population.count)}
      sheet={(breakdown) => barsSheet(breakdown, barsOf(breakdown), previousOf(breakdown))}
      chart={(breakdown, showTable) => {
        const bars = barsOf(breakdown);
        const population = breakdown.population.count;
        return (
          <Measured initial={{ width: 270, height: 150 }}>
            {(size) => (
              <BarList
                bars={bars}
                population={population}
                size={size}
                label={title}
                onToggle={toggle}
                onExclude={exclude}
                onMore={showTable}
              />
            )}
          </Measured>
        );
      }}
      table={(breakdown) => (
        <BreakdownTable
          previous={previousOf(breakdown)}
          breakdown={breakdown}
          bars={barsOf(breakdown)}
          onToggle={toggle}
          onExclude={exclude}
        />
      )}
    />
  );
}
