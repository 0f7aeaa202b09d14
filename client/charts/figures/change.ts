import { type DurationUnit, unitMs } from "../../../contract/durations.ts";
import { numbersLocale } from "../../browser/region.ts";
import { formatDuration } from "../../format/duration.ts";
import { currentLocale, t } from "../../words/words.ts";
import { changeText } from "../previous/change.ts";
import type { Measured, Share } from "./read.ts";

/** Whether a change is good or bad news; of a volume it is neither. */
export type Tone = "better" | "worse" | "neutral";

/** How a figure changed since the period before, or that it is not compared. */
export type FigureChange = { text: string; tone: Tone };

/** Of what is bad news, less is better. */
function toneOf(difference: number, isBad: boolean): Tone {
  if (difference === 0 || !isBad) return "neutral";
  return difference < 0 ? "better" : "worse";
}

/** As many digits as a difference needs so that rounding does not make nothing of it. */
function signed(difference: number): string {
  let digits = 1;
  while (digits < 12 && Math.round(Math.abs(difference) * 10 ** digits) === 0) digits += 1;
  const format = new Intl.NumberFormat(numbersLocale(currentLocale()), {
    signDisplay: "exceptZero",
    maximumFractionDigits: digits,
  });
  return format.format(difference);
}

/** `+2.3%`: of how many there are, which is neither good nor bad. */
export function volumeChange(now: number, before: number): FigureChange {
  return { text: changeText(now, before), tone: "neutral" };
}

/** `+1.1 pt`: shares differ by points, since a percentage of a percentage would be read as points. */
export function shareChange(now: Share, before: Share, isBad: boolean): FigureChange {
  // Whole numbers first: equal shares of different totals must come out equal.
  const difference = (100 * (now.part * before.of - before.part * now.of)) / (now.of * before.of);
  const text = difference === 0 ? t("charts.previous.same") : t("figures.points", { change: signed(difference) });
  return { text, tone: toneOf(difference, isBad) };
}

/** `-9 s`, to the millisecond, and as a plain number where no unit is known. */
export function measureChange(now: Measured, before: Measured, unit: DurationUnit | undefined): FigureChange {
  // Differences of decimals end in digits that neither of them has.
  const perUnit = unit ? unitMs[unit] : 1e6;
  const steps = Math.round((now.value - before.value) * perUnit);
  const tone = toneOf(steps, true);
  if (steps === 0) return { text: t("charts.previous.same"), tone };
  const text = unit && formatDuration(String(Math.abs(steps)), "milliseconds");
  return { text: text ? `${steps < 0 ? "-" : "+"}${text}` : signed(steps / perUnit), tone };
}
