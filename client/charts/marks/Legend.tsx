import { t } from "../../words/words.ts";
import classes from "./Legend.module.css";
import { Shape } from "./Shape.tsx";

type LegendEntry = { key: string; label: string; color: string; shape: string | undefined };

/** Which colour and shape is which sentiment, and which line is the period before. */
export function Legend({ series, previous = false }: { series: readonly LegendEntry[]; previous?: boolean }) {
  return (
    <ul className={classes.legend} aria-label={t("charts.trend.legend")}>
      {series.map(({ key, label, color, shape }) => (
        <li key={key}>
          {shape && <Shape shape={shape} color={color} />}
          <span translate="no">{label}</span>
        </li>
      ))}
      {previous && (
        <li>
          <span className={classes.previousKey} aria-hidden />
          {t("charts.previous.legend")}
        </li>
      )}
    </ul>
  );
}
