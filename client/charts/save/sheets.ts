import type { Breakdown, Population } from "../../insights/breakdown.ts";
import { t } from "../../words/words.ts";
import type { Bar } from "../breakdown/prepare.ts";
import { populationText, roleOne } from "../card/words.ts";
import type { PreparedCrossing } from "../crossing/prepare.ts";
import { bucketNotes } from "../time/unfinished.ts";
import type { PreparedTrend } from "../trend/prepare.ts";
import { hourName, type PreparedWeek } from "../week/prepare.ts";
import type { Sheet } from "./figure.ts";
import { timeCell, withNotes } from "./sheet-rows.ts";

/** That numbers are of the loaded rows alone: a file must say so, as the card does. */
function loadedNotes(population: Population): string[] {
  return population.kind === "loaded" ? [populationText(population)] : [];
}

/** The rows of a breakdown's table. A share is left to the reader: it is one number divided by another. */
export function barsSheet({ role, population, overlap }: Breakdown, bars: readonly Bar[]): Sheet {
  const compared = bars.some(({ former }) => former !== undefined);
  const total = t(overlap ? "charts.columns.once" : "charts.columns.total");
  const sheet = [
    [roleOne(role), t("charts.columns.conversations"), ...(compared ? [t("charts.former.column")] : [])],
    ...bars.map(({ label, count, former }) => [label, count, ...(compared ? [former] : [])]),
    [total, population.count, ...(compared ? [undefined] : [])],
  ];
  return withNotes(sheet, [...bars.map(() => []), loadedNotes(population)]);
}

/** What a trend counts, and the zone of its times. */
type TrendFrame = { zone: string; population: Population };

/** The rows of the trend's table; the last column says of a row what keeps its numbers from being the last ones. */
export function trendSheet(prepared: PreparedTrend, { zone, population }: TrendFrame): Sheet {
  const { rows, series, grain, hasSentiment, formerTotal } = prepared;
  const compared = formerTotal !== undefined;
  const layers = hasSentiment ? series : [];
  const sheet = [
    [
      t(`charts.trend.${grain}.name`),
      ...layers.map(({ label }) => label),
      ...(compared ? [t("charts.former.column")] : []),
      t("charts.columns.all"),
    ],
    // What has not begun has empty cells and no zeros.
    ...rows.map(({ start, counts, former, total, ahead }) => [
      timeCell(start, zone),
      ...(hasSentiment ? counts.map((count) => (ahead ? undefined : count)) : []),
      ...(compared ? [former] : []),
      ahead ? undefined : total,
    ]),
  ];
  const loaded = loadedNotes(population);
  return withNotes(
    sheet,
    rows.map((row, place) => [...(place === 0 ? loaded : []), ...bucketNotes(row, grain)]),
  );
}

/** The rows of the crossing's table. */
export function crossingSheet({ marks, bars }: PreparedCrossing): Sheet {
  return [
    [roleOne("channel"), ...marks.map(({ label }) => label), t("charts.columns.all")],
    ...bars.map(({ label, segments, total }) => [label, ...segments.map(({ count }) => count), total]),
  ];
}

/** The rows of the heat map's table; an hour that is not in the range has an empty cell and no zero. */
export function weekSheet({ days }: PreparedWeek): Sheet {
  return [
    [t("charts.trend.hour.name"), ...days.map(({ long }) => long)],
    ...Array.from({ length: 24 }, (_, hour) => [
      hourName(hour),
      ...days.map(({ cells }) => (cells[hour]?.shade === undefined ? undefined : cells[hour]?.count)),
    ]),
  ];
}
