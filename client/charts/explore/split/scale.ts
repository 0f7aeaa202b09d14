import { numbersLocale } from "../../../browser/region.ts";
import { formatPercent } from "../../../format/numbers.ts";
import { currentLocale } from "../../../words/words.ts";
import type { PreparedSplit } from "./prepare.ts";

export type Scale = { min: number; max: number; ticks: readonly { value: number; label: string }[] };

/** The ends of an axis that holds every bar and zero, with what stands beside it. Shares are in percent. */
export function scaleOf({ bars, look }: Pick<PreparedSplit, "bars" | "look">): Scale {
  if (look === "share")
    return { min: 0, max: 100, ticks: [0, 50, 100].map((value) => ({ value, label: formatPercent(value / 100) })) };
  const highs = bars.flatMap(({ parts }) => {
    const values = parts.map(({ value = 0 }) => value);
    return look === "stacked" ? [values.reduce((sum, value) => sum + Math.max(0, value), 0)] : values;
  });
  const [min, max] = highs.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [0, 0]);
  const ends = min === max ? { min: 0, max: 1 } : { min, max };
  const rounded = new Intl.NumberFormat(numbersLocale(currentLocale()), { maximumFractionDigits: 2 });
  const ticks = [...new Set([ends.min, 0, ends.max])].map((value) => ({ value, label: rounded.format(value) }));
  return { ...ends, ticks };
}
