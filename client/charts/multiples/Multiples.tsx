import { useMemo } from "react";
import { t } from "../../words/words.ts";
import { ViewWordsContext } from "../save/SaveMenu.tsx";
import { viewWords } from "../save/view-words.ts";
import { type ChartRoomProps, useChartSetting } from "../use-chart-setting.ts";
import { BarsMultiple } from "./BarsMultiple.tsx";
import { MixMultiple } from "./MixMultiple.tsx";
import classes from "./Multiples.module.css";
import { TrendMultiple } from "./TrendMultiple.tsx";

/** The charts of the view beside each other, as small as they can be read, over the list of conversations. */
export function Multiples(props: ChartRoomProps) {
  const { view, pin, columns } = props;
  const setting = useChartSetting(props);
  const words = useMemo(() => viewWords(view, pin.window, columns), [view, pin.window, columns]);
  return (
    <ViewWordsContext value={words}>
      <section className={classes.multiples} aria-label={t("charts.title")}>
        <TrendMultiple {...setting} />
        <MixMultiple {...setting} />
        <BarsMultiple {...setting} of="channel" />
        <BarsMultiple {...setting} of="language" />
      </section>
    </ViewWordsContext>
  );
}
