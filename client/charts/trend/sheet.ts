import type { Population } from "../../insights/breakdown.ts";
import { t } from "../../words/words.ts";
import { loadedNotes, type Sheet, timeCell, withNotes } from "../save/sheet.ts";
import { bucketNotes } from "../time/unfinished.ts";
import type { PreparedTrend } from "./prepare.ts";

/** What a trend counts, and the zone of its times. */
type TrendFrame = { zone: string; population: Population };

/** The rows of the trend's table; the last column says of a row what keeps its numbers from being the last ones. */
export function trendSheet(prepared: PreparedTrend, { zone, population }: TrendFrame): Sheet {
  const { rows, series, grain, hasSentiment, previousTotal } = prepared;
  const compared = previousTotal !== undefined;
  const layers = hasSentiment ? series : [];
  const sheet = [
    [
      t(`charts.trend.${grain}.name`),
      ...layers.map(({ label }) => label),
      ...(compared ? [t("charts.previous.column")] : []),
      t("charts.columns.all"),
    ],
    // What has not begun has empty cells and no zeros.
    ...rows.map(({ start, counts, previous, total, ahead }) => [
      timeCell(start, zone),
      ...(hasSentiment ? counts.map((count) => (ahead ? undefined : count)) : []),
      ...(compared ? [previous] : []),
      ahead ? undefined : total,
    ]),
  ];
  const loaded = loadedNotes(population);
  return withNotes(
    sheet,
    rows.map((row, place) => [...(place === 0 ? loaded : []), ...bucketNotes(row, grain)]),
  );
}
