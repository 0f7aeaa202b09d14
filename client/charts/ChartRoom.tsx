import { useMemo } from "react";
import { ChartCards } from "./ChartCards.tsx";
import { ViewWordsContext } from "./save/SaveMenu.tsx";
import { viewWords } from "./save/view-words.ts";
import { type ChartRoomProps, useChartSetting } from "./use-chart-setting.ts";

/** The cards of the Analysis lens, with the words that saved charts have. */
export function ChartRoom(props: ChartRoomProps) {
  const { view, pin, columns } = props;
  const setting = useChartSetting(props);
  const words = useMemo(() => viewWords(view, pin.window, columns), [view, pin.window, columns]);
  return (
    <ViewWordsContext value={words}>
      <ChartCards {...setting} />
    </ViewWordsContext>
  );
}
