import type { FieldRoles } from "../../../contract/fields.ts";
import { numbersLocale } from "../../browser/region.ts";
import { formatDecimal } from "../../format/decimal.ts";
import { formatDate, formatTime } from "../../format/time.ts";
import { notSetLabel, toldFromNotSet, valueKey } from "../../format/values.ts";
import { filterRoles } from "../../view/view.ts";
import { currentLocale, t } from "../../words/words.ts";
import { outsideNotes, roleLabel } from "../card/words.ts";
import { barColor } from "../marks/marks.ts";
import { type Drawn, type Figure, ink, muted, plotWidth, type Sheet } from "../save/figure.ts";
import { timeCell, withNotes } from "../save/sheet-rows.ts";
import {
  type BucketState,
  bucketNotes,
  bucketState,
  freshNote,
  partialNote,
  type TimeBucket,
} from "../time/unfinished.ts";
import type { Explored, ExploreEntry } from "./explore.ts";
import { lineParts, stretches } from "./line-parts.ts";

/** One bar or one point, with the measure as it is written on the chart and exactly. */
export type ExplorePoint = BucketState & {
  key: string;
  label: string;
  /** The spellings to filter by; undefined for what cannot be asked for: what is not set, and several values at once. */
  spellings: readonly string[] | undefined;
  start: number | undefined;
  /** Undefined is a gap and not zero. */
  value: number | undefined;
  short: string;
  exact: string;
};

function labelOf({ members, start }: ExploreEntry, { grain, zone }: Explored, name: (raw: string) => string): string {
  if (start !== undefined) return grain === "hour" ? formatTime(start, zone) : formatDate(start, zone);
  return members.length > 0 ? members.map(name).join(" + ") : notSetLabel();
}

/** The entries that are a stretch of time. */
function timeBuckets(entries: readonly ExploreEntry[]): TimeBucket[] {
  return entries.flatMap(({ start, end, partial }) =>
    start === undefined || end === undefined ? [] : [{ start, end, partial }],
  );
}

function stateOf(entry: ExploreEntry, at: number | undefined): BucketState {
  const [bucket] = timeBuckets([entry]);
  return bucket ? bucketState(bucket, at) : { partial: false, ahead: false, fresh: false };
}

/** The spellings of one value of a role stand apart here, and are chosen together as everywhere. */
function spellingsOf({ members }: ExploreEntry, { entries }: Explored, together: boolean): string[] | undefined {
  const [raw] = members;
  if (raw === undefined || members.length > 1) return undefined;
  if (!together) return [raw];
  const all = entries.flatMap((entry) => entry.members).filter((one) => valueKey(one) === valueKey(raw));
  return [...new Set(all)];
}

/**
 * A name for each entry that stays with it when the list is another one, as after a filter: what has the focus keeps it.
 * Only where two would have the same one, their places tell them apart.
 */
function keysOf(entries: readonly ExploreEntry[]): string[] {
  const used = new Set<string>();
  return entries.map(({ start, members }, place) => {
    const name = JSON.stringify(start ?? members);
    const key = used.has(name) ? `${name} ${place}` : name;
    used.add(name);
    return key;
  });
}

/** The values of a chart of one's own, in the order in which they are drawn. */
export function prepareExplored(
  explored: Explored,
  dimension: string,
  { roles }: FieldRoles,
  at?: number,
): ExplorePoint[] {
  const role = filterRoles.find((one) => roles[one]?.field === dimension);
  const name = (raw: string) => (role ? roleLabel(role, raw) : toldFromNotSet(raw));
  const rounded = new Intl.NumberFormat(numbersLocale(currentLocale()), { maximumFractionDigits: 2 });
  const keys = keysOf(explored.entries);
  return explored.entries.map(
    (entry, place): ExplorePoint => ({
      key: keys[place] ?? "",
      label: labelOf(entry, explored, name),
      spellings: spellingsOf(entry, explored, role !== undefined),
      start: entry.start,
      value: entry.value,
      ...stateOf(entry, at),
      short: entry.value === undefined ? "–" : rounded.format(entry.value),
      exact: entry.text === undefined ? "–" : formatDecimal(entry.text),
    }),
  );
}

/** The ends of an axis that holds every value, and zero. */
export function domainOf(points: readonly Pick<ExplorePoint, "value">[]): { min: number; max: number } {
  const values = points.flatMap(({ value }) => value ?? []);
  const [min, max] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [0, 0]);
  return min === max ? { min: 0, max: 1 } : { min, max };
}

/** Which ends of a line are not whole, and that the freshest conversations may be missing. */
function unfinishedNotes({ entries, grain, zone }: Explored, at: number | undefined): string[] {
  const buckets = timeBuckets(entries);
  const notes = grain ? [partialNote(grain, buckets), freshNote(buckets, at, zone)] : [];
  return notes.filter((note) => note !== undefined);
}

/** What must be said: that a list is cut, by what order, what is not whole, and what stands apart. */
export function exploreNotes(explored: Explored, measure: string, shown: number | undefined, at?: number): string[] {
  const { entries, grain, untimed, outside } = explored;
  const several = entries.some(({ members }) => members.length > 1);
  return [
    ...(shown !== undefined && grain === undefined && shown < entries.length
      ? [t("charts.explore.top", { shown, all: entries.length, measure })]
      : []),
    ...cutNotes(explored),
    ...unfinishedNotes(explored, at),
    ...(several ? [t("charts.explore.several")] : []),
    ...outsideNotes(outside, "buckets"),
    ...(untimed?.text === undefined
      ? []
      : [t("charts.explore.untimed", { measure, value: formatDecimal(untimed.text) })]),
  ];
}

function cutNotes({ cut, entries }: Explored): string[] {
  return cut ? [t("charts.explore.cut", { count: entries.length })] : [];
}

/** The rows of the table; where some of it is not whole or the list is cut, a last column says so. */
export function exploreSheet(explored: Explored, points: readonly ExplorePoint[], heads: readonly string[]): Sheet {
  const { entries, zone, untimed, grain } = explored;
  const sheet = [
    heads,
    ...points.map(({ label, start }, place) => [
      start === undefined ? label : timeCell(start, zone),
      entries[place]?.text,
    ]),
    ...(untimed ? [[notSetLabel(), untimed.text]] : []),
  ];
  const last = sheet.length - 2;
  const notes = sheet.slice(1).map((_, place) => {
    const point = points[place];
    // Behind the last value that was read there are more.
    return [...(point && grain ? bucketNotes(point, grain) : []), ...(place === last ? cutNotes(explored) : [])];
  });
  return withNotes(sheet, notes);
}

const labelWidth = 220;
const line = 26;
const plotHeight = 260;

/** Bars, or a line that breaks where a value is missing. */
export function exploreFigure(points: readonly ExplorePoint[], isTime: boolean): Figure {
  const { min, max } = domainOf(points);
  if (isTime) return lineFigure(points, min, max);
  const room = plotWidth - labelWidth - 100;
  const at = (value: number) => labelWidth + ((value - min) / (max - min)) * room;
  const marks = points.flatMap(({ label, value, short }, place): Drawn[] => {
    const y = place * line;
    const x = Math.min(at(0), at(value ?? 0));
    return [
      { kind: "text", x: 0, y: y + 16, text: label.slice(0, 34), color: ink },
      { kind: "rect", x, y: y + 4, width: Math.abs(at(value ?? 0) - at(0)), height: 16, color: barColor },
      { kind: "text", x: plotWidth, y: y + 16, text: short, color: ink, anchor: "end" },
    ];
  });
  return { height: points.length * line, marks, legend: [] };
}

function lineFigure(points: readonly ExplorePoint[], min: number, max: number): Figure {
  const left = 90;
  const place = new Map(points.map(({ key }, index) => [key, index]));
  const x = ({ key }: ExplorePoint) =>
    left + ((place.get(key) ?? 0) / Math.max(1, points.length - 1)) * (plotWidth - left);
  const y = (value: number) => plotHeight - ((value - min) / (max - min)) * plotHeight;
  const parts = lineParts(points);
  const line = (of: "solid" | "dashed") =>
    stretches(parts.map((point) => ({ ...point, value: point[of] }))).map(
      (stretch): Drawn => ({
        kind: "line",
        points: stretch.map((point) => [x(point), y(point.value ?? 0)]),
        color: barColor,
        dashed: of === "dashed",
      }),
    );
  const dots = points.flatMap((point): Drawn[] =>
    point.value === undefined
      ? []
      : [{ kind: "rect", x: x(point) - 2, y: y(point.value) - 2, width: 4, height: 4, color: barColor }],
  );
  const rounded = new Intl.NumberFormat(numbersLocale(currentLocale()), { maximumFractionDigits: 2 });
  const ends = [...new Set([min, 0, max])].flatMap((value): Drawn[] => [
    { kind: "rect", x: left, y: y(value), width: plotWidth - left, height: 1, color: "var(--chart-grid)" },
    { kind: "text", x: left - 8, y: y(value) + 4, text: rounded.format(value), color: muted, anchor: "end" },
  ]);
  const every = Math.max(1, Math.ceil(points.length / 5));
  const names = points
    .map((point): Drawn => ({ kind: "text", x: x(point), y: plotHeight + 18, text: point.label, color: muted }))
    .filter((_, index) => index % every === 0 && index < points.length - every / 2);
  return {
    height: plotHeight + 24,
    marks: [...ends, ...line("solid"), ...line("dashed"), ...dots, ...names],
    legend: [],
  };
}
