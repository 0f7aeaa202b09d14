import { type ComponentProps, useMemo } from "react";
import { ChartCards } from "./ChartCards.tsx";
import { usePreviousPeriod } from "./previous/use-previous-period.ts";
import { ViewWordsContext } from "./save/SaveMenu.tsx";
import { viewWords } from "./save/view-words.ts";

type ChartRoomProps = Omit<ComponentProps<typeof ChartCards>, "previous">;

/** All the charts of a view, with the period before where the view compares, and the words that saved charts have. */
export function ChartRoom(props: ChartRoomProps) {
  const { view, fields, pin, columns } = props;
  const previous = usePreviousPeriod(view, fields, pin);
  const words = useMemo(() => viewWords(view, pin.window, columns), [view, pin.window, columns]);
  return (
    <ViewWordsContext value={words}>
      <ChartCards {...props} previous={previous} />
    </ViewWordsContext>
  );
}
