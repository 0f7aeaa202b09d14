import { numbersLocale } from "../../browser/region.ts";
import { currentLocale, t } from "../../words/words.ts";
import type { PreviousPeriod } from "./previous-period.ts";

/** As many digits as a change needs so that rounding makes neither nothing nor the loss of everything of it. */
function digitsFor(change: number): number {
  let digits = Math.abs(change) < 0.1 ? 1 : 0;
  for (; digits < 12; digits += 1) {
    const rounded = Math.round(change * 100 * 10 ** digits) / 10 ** digits;
    if (rounded !== 0 && (rounded !== -100 || change === -1)) break;
  }
  return digits;
}

/** `+12%`, `−3.4%`, `new` where there was nothing before, `±0` where there is nothing either time. */
export function changeText(now: number, before: number): string {
  if (before === 0) return t(now === 0 ? "charts.previous.same" : "charts.previous.new");
  if (now === before) return t("charts.previous.same");
  const change = now / before - 1;
  const format = new Intl.NumberFormat(numbersLocale(currentLocale()), {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: digitsFor(change),
  });
  return format.format(change);
}

/** `the 7 days before, to the same time`. */
export function previousPeriodName({ name, cut }: PreviousPeriod): string {
  const words = t(`charts.previous.${name.kind}`, { count: name.count });
  return cut ? t("charts.previous.cut", { period: words }) : words;
}

/** `+12% vs the 7 days before, to the same time`; a percentage of nothing is not told. */
export function changeSentence(now: number, before: number, previous: PreviousPeriod): string {
  const period = previousPeriodName(previous);
  if (before === 0) return t(now === 0 ? "charts.previous.noneEither" : "charts.previous.noneBefore", { period });
  return t("charts.previous.versus", { change: changeText(now, before), period });
}
