import { type ComponentProps, useMemo } from "react";
import { toggleChosen, toggleExcluded } from "../view/choose.ts";
import { fixedRange } from "../view/range.ts";
import { withRange } from "../view/view.ts";
import { ChartCards } from "./ChartCards.tsx";
import { usePreviousPeriod } from "./previous/use-previous-period.ts";
import { ViewWordsContext } from "./save/SaveMenu.tsx";
import { viewWords } from "./save/view-words.ts";

type ChartRoomProps = Omit<ComponentProps<typeof ChartCards>, "previous" | "onToggle" | "onExclude" | "onRange">;

/** All the charts of a view, with the previous period where the view compares, and the words that saved charts have. */
export function ChartRoom(props: ChartRoomProps) {
  const { view, fields, pin, columns, onView } = props;
  const previous = usePreviousPeriod(view, fields, pin);
  const words = useMemo(() => viewWords(view, pin.window, columns), [view, pin.window, columns]);
  return (
    <ViewWordsContext value={words}>
      <ChartCards
        {...props}
        previous={previous}
        onToggle={(role, spellings) => onView(toggleChosen(view, role, spellings))}
        onExclude={(role, spellings) => onView(toggleExcluded(view, role, spellings))}
        onRange={(from, to) => onView(withRange(view, fixedRange(from, to, view.zone)))}
      />
    </ViewWordsContext>
  );
}
