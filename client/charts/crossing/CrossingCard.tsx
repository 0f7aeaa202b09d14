import type { Async } from "../../api/async.ts";
import { withChosen } from "../../view/choose.ts";
import { t } from "../../words/words.ts";
import { ChartCard } from "../card/ChartCard.tsx";
import { Measured } from "../card/Measured.tsx";
import type { ChartSetting } from "../card/setting.ts";
import { CrossingBars } from "./CrossingBars.tsx";
import { CrossingTable } from "./CrossingTable.tsx";
import type { Crossing } from "./crossing.ts";
import { crossingFigure } from "./figure.ts";
import { type ChooseBoth, crossingNotes, prepareCrossing } from "./prepare.ts";
import { crossingSheet } from "./sheet.ts";
import { useCrossing } from "./use-crossing.ts";

type CrossingStatesProps = {
  state: Async<Crossing>;
  onBoth: ChooseBoth;
};

/** The card of channels by sentiment. A part of a bar filters by both. */
export function CrossingCard({ view, fields, pin, onView }: Pick<ChartSetting, "view" | "fields" | "pin" | "onView">) {
  const choose: ChooseBoth = (channel, sentiment) =>
    onView(withChosen(withChosen(view, "channel", channel), "sentiment", sentiment));
  return <CrossingStates state={useCrossing(view, fields, pin)} onBoth={choose} />;
}

/** How each channel's conversations feel: every channel a whole bar, cut by sentiment. */
export function CrossingStates({ state, onBoth }: CrossingStatesProps) {
  const title = t("charts.crossing.title");
  return (
    <ChartCard
      title={title}
      state={state}
      notesOf={crossingNotes}
      figure={(crossing) => crossingFigure(prepareCrossing(crossing))}
      sheet={(crossing) => crossingSheet(prepareCrossing(crossing))}
      chart={(crossing, showTable) => (
        <Measured initial={{ width: 400, height: 150 }}>
          {(size) => (
            <CrossingBars
              prepared={prepareCrossing(crossing)}
              height={size.height / size.fontScale}
              label={title}
              onBoth={onBoth}
              onMore={showTable}
            />
          )}
        </Measured>
      )}
      table={(crossing) => (
        <CrossingTable
          title={title}
          population={crossing.population}
          prepared={prepareCrossing(crossing)}
          onBoth={onBoth}
        />
      )}
    />
  );
}
