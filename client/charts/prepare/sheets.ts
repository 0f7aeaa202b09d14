import { Temporal } from "temporal-polyfill";
import type { Breakdown } from "../../insights/breakdown.ts";
import { t } from "../../words/words.ts";
import type { Bar } from "./bars.ts";
import type { PreparedCrossing } from "./crossing.ts";
import type { Sheet } from "./figure.ts";
import type { PreparedTrend } from "./trend.ts";
import { hourName, type PreparedWeek } from "./week.ts";
import { roleOne } from "./words.ts";

/** The rows of a breakdown's table. A share is left to the reader: it is one number divided by another. */
export function barsSheet({ role, population, overlap }: Breakdown, bars: readonly Bar[]): Sheet {
  const compared = bars.some(({ former }) => former !== undefined);
  return [
    [roleOne(role), t("charts.columns.conversations"), ...(compared ? [t("charts.former.column")] : [])],
    ...bars.map(({ label, count, former }) => [label, count, ...(compared ? [former] : [])]),
    [t(overlap ? "charts.columns.once" : "charts.columns.total"), population.count],
  ];
}

/** The rows of the trend's table; times with their offset, so that no zone has to be guessed. */
export function trendSheet({ rows, series, grain, hasSentiment, formerTotal }: PreparedTrend, zone: string): Sheet {
  const compared = formerTotal !== undefined;
  const layers = hasSentiment ? series : [];
  const time = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toString({ timeZone: zone, smallestUnit: "second" });
  return [
    [
      t(`charts.trend.${grain}.name`),
      ...layers.map(({ label }) => label),
      ...(compared ? [t("charts.former.column")] : []),
      t("charts.columns.all"),
    ],
    // What has not begun has empty cells and no zeros.
    ...rows.map(({ start, counts, former, total, ahead }) => [
      time(start),
      ...(hasSentiment ? counts.map((count) => (ahead ? undefined : count)) : []),
      ...(compared ? [former] : []),
      ahead ? undefined : total,
    ]),
  ];
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
