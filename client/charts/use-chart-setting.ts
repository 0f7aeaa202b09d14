import { chooseOnly, leaveOut, toggleChosen, toggleExcluded } from "../view/choose.ts";
import { fixedRange } from "../view/range.ts";
import { noteStep } from "../view/steps.ts";
import { type View, withRange } from "../view/view.ts";
import type { ChartSetting } from "./card/setting.ts";
import { usePreviousPeriod } from "./previous/use-previous-period.ts";

/** What the charts of either lens are drawn from. */
export type ChartRoomProps = Omit<ChartSetting, "previous" | "onToggle" | "onExclude" | "onRange" | "onPart">;

/** Adds the period before, where the view compares, and what a click on a value or a time does. */
export function useChartSetting(props: ChartRoomProps): ChartSetting {
  const { view, fields, pin, onView } = props;
  const narrow = (next: View, from: number, to: number) => {
    const narrowed = withRange(next, fixedRange(from, to, view.zone));
    noteStep(view, narrowed);
    onView(narrowed);
  };
  return {
    ...props,
    previous: usePreviousPeriod(view, fields, pin),
    onToggle: (role, spellings) => onView(toggleChosen(view, role, spellings)),
    onExclude: (role, spellings) => onView(toggleExcluded(view, role, spellings)),
    onRange: (from, to) => narrow(view, from, to),
    onPart: ({ role, spellings, from, to, exclude }) =>
      narrow((exclude ? leaveOut : chooseOnly)(view, role, spellings), from, to),
  };
}
