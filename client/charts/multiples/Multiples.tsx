import { t } from "../../words/words.ts";
import { type ChartRoomProps, useChartSetting } from "../use-chart-setting.ts";
import { BarsMultiple } from "./BarsMultiple.tsx";
import { MixMultiple } from "./MixMultiple.tsx";
import classes from "./Multiples.module.css";
import { TrendMultiple } from "./TrendMultiple.tsx";

/** The charts of the view beside each other, as small as they can be read, over the list of conversations. */
export function Multiples(props: ChartRoomProps) {
  const setting = useChartSetting(props);
  return (
    <section className={classes.multiples} aria-label={t("charts.title")}>
      <TrendMultiple {...setting} />
      <MixMultiple {...setting} />
      <BarsMultiple {...setting} of="channel" />
      <BarsMultiple {...setting} of="language" />
    </section>
  );
}
