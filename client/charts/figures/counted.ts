import { type Async, isUpdating } from "../../api/async.ts";
import { hasLost, inexactCounts, type Told } from "../../api/told.ts";
import { formatCount, formatShare } from "../../format/numbers.ts";
import { asSentiment } from "../../format/sentiment.ts";
import type { Population } from "../../insights/breakdown.ts";
import { usesRole } from "../../view/choose.ts";
import { cardNames, withCards, withLens } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { toldNotes } from "../card/told.ts";
import { valueFilter } from "../explore/value-filter.ts";
import { shareChange, volumeChange } from "./change.ts";
import { negativeLabel } from "./labels.ts";
import { type LinePoint, lineOf } from "./line.ts";
import { type Held, heldAgainst, notCompared, type Previous } from "./previous.ts";
import type { FiguresSetting, KeyFigure } from "./setting.ts";

/** How many conversations the view has, as the charts have it. */
export type Counted =
  | { status: "known"; count: number; updating: boolean; told: Told | undefined }
  /** `coming`: on its way, or held up by a failure. `none`: the account cannot count them. */
  | { status: "coming" | "none" };

type Count = Async<{ population: Population; outside?: number; told?: Told }>;

/** The number that all charts share, of the first of them that has it. */
export function countedOf({ breakdowns, trend }: FiguresSetting): Counted {
  const all: Count[] = [...Object.values(breakdowns.charts), trend];
  for (const one of all) {
    if (one.status !== "ready" || one.data.population.kind !== "all") continue;
    const { population, outside = 0, told } = one.data;
    return { status: "known", count: population.count + outside, updating: one.updating, told };
  }
  return { status: all.some(({ status }) => status === "loading" || status === "failed") ? "coming" : "none" };
}

/** Counts that Twilio rounds or estimates are not written as if they were exact. */
function isAbout(told: Told | undefined): boolean {
  return inexactCounts(told) !== undefined || told?.near !== undefined;
}

/** A change between figures that lack something would be of what they lack. */
function held(told: Told | undefined, compared: Held): Held {
  return compared.change && told && hasLost({ told }) ? notCompared(t("charts.previous.unknown")) : compared;
}

function about(text: string, told: Told | undefined): string {
  return isAbout(told) ? `≈${text}` : text;
}

/** How many conversations match; a click shows them over time. */
export function conversationsFigure(setting: FiguresSetting, counted: Counted, previous: Previous): KeyFigure[] {
  if (counted.status === "none") return [];
  const { view, setView, trend, pin } = setting;
  const isKnown = counted.status === "known";
  const told = isKnown ? counted.told : undefined;
  const compared =
    isKnown && !counted.updating
      ? held(
          told,
          heldAgainst(previous.count, previous, (before) => volumeChange(counted.count, before)),
        )
      : { change: undefined, said: [] };
  const shown = view.cards ?? cardNames;
  const withTrend = shown.includes("trend") ? view : withCards(view, ["trend", ...shown]);
  return [
    {
      name: "conversations",
      label: t("figures.conversations"),
      value: isKnown ? about(formatCount(counted.count), told) : undefined,
      isFormer: isKnown && counted.updating,
      waitsFor: "charts",
      change: compared.change,
      line: trend.status === "ready" && !isUpdating(trend) ? lineOf(trend.data, "conversations", pin.at) : [],
      title: [
        ...(isKnown ? [t("figures.counted", { count: counted.count })] : []),
        ...compared.said,
        ...toldNotes(told),
        t("figures.toTrend"),
      ],
      onPress: () => setView(withLens(withTrend, "analysis")),
    },
  ];
}

/** The trend has the sentiments of the filter alone, and where rows could not be read, not all of them. */
function negativeLine({ view, trend, pin }: FiguresSetting): LinePoint[] {
  const isThere = trend.status === "ready" && !trend.updating && trend.data.keys.length > 0;
  return isThere && !trend.data.restUnknown && !usesRole(view, "sentiment")
    ? lineOf(trend.data, "negative", pin.at)
    : [];
}

/** The share of negative conversations of those that every other filter leaves; a click filters by them. */
export function negativeFigure(setting: FiguresSetting, previous: Previous): KeyFigure[] {
  const { view, setView, fields, columns, breakdowns } = setting;
  const state = breakdowns.facets.sentiment;
  const { sentiment } = fields.roles;
  if (!sentiment || state.status === "absent") return [];
  const data = state.status === "ready" ? state.data : undefined;
  // Of an account's own sentiments nobody knows which are negative.
  const isOwn = data && data.entries.length > 0 && !data.entries.some(({ key }) => asSentiment(key) !== undefined);
  if (isOwn || (data && data.population.kind !== "all")) return [];
  const negative = data?.entries.find(({ key }) => asSentiment(key) === "negative");
  const now = data && { part: negative?.count ?? 0, of: data.population.count };
  const isComparable = now !== undefined && now.of > 0 && !isUpdating(state);
  const compared = isComparable
    ? held(
        data?.told,
        heldAgainst(previous.negative, previous, (before) => shareChange(now, before, true)),
      )
    : { change: undefined, said: [] };
  const share = now && t("figures.share", now);
  const spellings = negative?.spellings ?? [];
  const filter = valueFilter(sentiment.field, { view, onView: setView, columns, fields });
  const pressed = view.chosen.sentiment.some((raw) => asSentiment(raw) === "negative");
  const toggled = spellings.length > 0 ? spellings : view.chosen.sentiment;
  return [
    {
      name: "negative",
      label: negativeLabel(view),
      value: now && about(formatShare(now.part, now.of), data.told),
      isFormer: isUpdating(state),
      waitsFor: "charts",
      change: compared.change,
      line: negativeLine(setting),
      title: [
        ...(share ? [data.notSet > 0 ? t("figures.withNotSet", { share }) : share] : []),
        ...compared.said,
        ...toldNotes(data?.told),
        t(pressed ? "figures.clear" : "figures.toNegative"),
      ],
      onPress: filter && (spellings.length > 0 || pressed) ? () => filter.onToggle(toggled) : undefined,
      pressed,
    },
  ];
}
