import { t } from "../words/words.ts";
import type { Series } from "./prepare/trend.ts";
import { Shape } from "./Shape.tsx";
import classes from "./Trend.module.css";

/** Which colour and shape is which sentiment. */
export function TrendLegend({ series }: { series: readonly Series[] }) {
  return (
    <ul className={classes.legend} aria-label={t("charts.trend.legend")}>
      {series.map(({ key, label, color, shape }) => (
        <li key={key}>
          {shape && <Shape shape={shape} color={color} />}
          {label}
        </li>
      ))}
    </ul>
  );
}
