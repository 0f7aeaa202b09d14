import { Skeleton } from "@mantine/core";
import { type ComponentProps, lazy, Suspense, useMemo } from "react";
import { t } from "../words/words.ts";
import { ChartCards } from "./ChartCards.tsx";
import { useFormer } from "./former/use-former.ts";
import type { MoreChartsProps } from "./MoreCharts.tsx";
import { ViewWordsContext } from "./save/SaveMenu.tsx";
import { viewWords } from "./save/view-words.ts";

const MoreCharts = lazy(async () => ({ default: (await import("./MoreCharts.tsx")).MoreCharts }));

type ChartRoomProps = Omit<ComponentProps<typeof ChartCards>, "zone" | "chosen" | "more" | "former" | "at"> &
  MoreChartsProps & {
    /** Whether the person wants the further charts. */
    withMore: boolean;
  };

/** All the charts of a view: the four usual cards and, where they are wanted, the further ones. */
export function ChartRoom({ metadata, columns, view, fields, pin, onView, withMore, ...cards }: ChartRoomProps) {
  const former = useFormer(view, fields, pin);
  const more = withMore && (
    <Suspense fallback={<Skeleton aria-label={t("shell.charts.loading")} />}>
      <MoreCharts {...{ metadata, columns, view, fields, pin, onView }} onRange={cards.onRange} />
    </Suspense>
  );
  const words = useMemo(() => viewWords(view, pin.window), [view, pin.window]);
  return (
    <ViewWordsContext value={words}>
      <ChartCards
        {...cards}
        former={former}
        at={pin.at}
        zone={view.zone}
        chosen={view.chosen}
        {...(more ? { more } : {})}
      />
    </ViewWordsContext>
  );
}
