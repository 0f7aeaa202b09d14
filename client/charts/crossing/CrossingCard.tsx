import type { Async } from "../../api/async.ts";
import { t } from "../../words/words.ts";
import { ChartCard } from "../card/ChartCard.tsx";
import { Measured } from "../card/Measured.tsx";
import { CrossingBars } from "./CrossingBars.tsx";
import { CrossingTable } from "./CrossingTable.tsx";
import type { Crossing } from "./crossing.ts";
import { crossingFigure } from "./figure.ts";
import { type ChooseBoth, crossingNotes, prepareCrossing } from "./prepare.ts";
import { crossingSheet } from "./sheet.ts";

type CrossingCardProps = {
  state: Async<Crossing>;
  onBoth: ChooseBoth;
};

/** How each channel's conversations feel: every channel a whole bar, cut by sentiment. */
export function CrossingCard({ state, onBoth }: CrossingCardProps) {
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
              height={size.height / size.letters}
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
