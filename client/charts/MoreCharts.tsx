import { useMemo } from "react";
import type { FieldRoles } from "../../contract/fields.ts";
import type { Metadata } from "../../contract/metadata.ts";
import { isTakenApart, useCube } from "../insights/use-cube.ts";
import { withChosen } from "../view/choose.ts";
import type { ViewColumn } from "../view/columns.ts";
import type { Pin } from "../view/pin.ts";
import { type View, withExplore } from "../view/view.ts";
import { CrossingCard } from "./crossing/CrossingCard.tsx";
import { useCrossing } from "./crossing/use-crossing.ts";
import { ExploreCard } from "./explore/ExploreCard.tsx";
import { exploreFields } from "./explore/explore.ts";
import { useExplore } from "./explore/use-explore.ts";
import { valueFilter } from "./explore/value-filter.ts";
import { useWeekHours } from "./week/use-week-hours.ts";
import { WeekCard } from "./week/WeekCard.tsx";

export type MoreChartsProps = {
  metadata: Metadata;
  /** The dimensions that can be columns: those of text can be filtered by. */
  columns: readonly ViewColumn[];
  view: View;
  fields: FieldRoles;
  pin: Pin;
  onView: (view: View) => void;
  /** Narrows the time range; `toMs` is excluded. */
  onRange?: ((fromMs: number, toMs: number) => void) | undefined;
};

/** The further cards, which ask for what they show only while they are on the screen. */
export function MoreCharts({ metadata, columns, view, fields, pin, onView, onRange }: MoreChartsProps) {
  const crossing = useCrossing(view, fields, pin);
  const week = useWeekHours(view, fields, pin);
  const choices = useMemo(() => exploreFields(metadata, fields), [metadata, fields]);
  const explored = useExplore(view, fields, pin, choices, isTakenApart(useCube(view, fields, pin).known));
  return (
    <>
      <CrossingCard
        state={crossing}
        onBoth={(channel, sentiment) =>
          onView(withChosen(withChosen(view, "channel", channel), "sentiment", sentiment))
        }
      />
      <WeekCard state={week} onRange={onRange} />
      <ExploreCard
        {...choices}
        state={explored}
        explore={view.explore}
        fields={fields}
        at={pin.at}
        filter={view.explore && valueFilter(view.explore.dimension, { view, onView, columns, fields })}
        onExplore={(explore) => onView(withExplore(view, explore))}
      />
    </>
  );
}
