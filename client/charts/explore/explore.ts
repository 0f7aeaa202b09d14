import { Temporal } from "temporal-polyfill";
import type { DurationUnit } from "../../../contract/durations.ts";
import {
  fieldLabel,
  type Grain,
  grainOf,
  type KnownGrains,
  splitGrain,
  wholeLabel,
} from "../../../contract/field-words.ts";
import type { FieldRoles } from "../../../contract/fields.ts";
import type { Metadata } from "../../../contract/metadata.ts";
import type { Row } from "../../../contract/page.ts";
import { columnRoles } from "../../../contract/roles.ts";
import { InsightsError } from "../../api/errors.ts";
import type { Told } from "../../api/told.ts";
import { parseTime } from "../../format/time.ts";
import { cellMembers } from "../../format/values.ts";
import type { Population } from "../../insights/breakdown.ts";
import { labelInUnit, unitOf } from "../../view/columns.ts";
import type { Window } from "../../view/range.ts";
import { reachesInto } from "../../view/reach-of-bucket.ts";
import { t } from "../../words/words.ts";

/** A measure or dimension that can be picked. */
export type ExploreField = {
  name: string;
  label: string;
  cube: string;
  grain: Grain | undefined;
  /** The unit of a measure's numbers, where its label does not say it. */
  unit?: DurationUnit | undefined;
  /** Whether a measure of different values may be added up: a sum or a count, and no average. */
  adds?: boolean;
  /** The account's own name of a field that goes by the words of its role. */
  own: string | undefined;
};

/** One value of the dimension. Measures may be averages: they are never added up. */
export type ExploreEntry = {
  /** The members of the cell; several where it is an array, none where it is not set. */
  members: readonly string[];
  /** When the bucket begins and when it is over, for a time. */
  start: number | undefined;
  end: number | undefined;
  /** The window begins or ends inside this bucket, so that it holds less than a whole one. */
  partial: boolean;
  /** How many values this stands for, where it is all that are not among the first. */
  others?: number;
  /** The measure exactly as it was sent; undefined where there is none, which is not zero. */
  text: string | undefined;
  value: number | undefined;
};

export type Explored = {
  population?: Population;
  grain: Grain | undefined;
  zone: string;
  /** The highest first, those without a measure last; times in their order, without a hole. */
  entries: readonly ExploreEntry[];
  /** Of a time: those that have none, which have no place on the line. */
  untimed: ExploreEntry | undefined;
  /** Buckets of the created time that were sent although they are not of the window; they are not among the entries. */
  outside: number;
  /** There were more values than are read; these are the first in the order asked for. */
  cut: boolean;
  /** How many values are not among the entries, of which nobody knows what they hold together. */
  hidden?: number;
  /** How many values were read, where not all of them are among the entries. */
  read?: number;
  told?: Told;
};

/** Gives fields that would be called the same their whole names; those of a role keep its words. */
function toldApart(list: readonly ExploreField[]): ExploreField[] {
  const isShared = (field: ExploreField) => list.some((one) => one !== field && one.label === field.label);
  return list.map((field) => (!field.own && isShared(field) ? { ...field, label: wholeLabel(field.name) } : field));
}

/** Whether a dimension is a grain of the time that the view's range is on. */
export function isCreatedTime(dimension: string, { roles, grains: known }: FieldRoles): boolean {
  const { time } = roles;
  return time !== undefined && splitGrain(dimension, known).base === splitGrain(time.field, known).base;
}

/**
 * The words that the screen has for a field of a role: an account may call its sentiment `Value`. A role that holds only
 * under a condition keeps the account's name, since all values of the field are charted here.
 */
function roleWords(name: string, fields: FieldRoles): string | undefined {
  const { roles } = fields;
  if (name === roles.count?.field) return t("charts.columns.conversations");
  const grain = grainOf(name, fields.grains);
  if (grain && isCreatedTime(name, fields)) return t(`view.createdBy.${grain}`);
  const role = columnRoles.find((one) => one !== "time" && roles[one]?.field === name && !roles[one].condition);
  return role && t(`view.roles.${role}`);
}

/**
 * What can be charted: every measure, and every dimension but those that have a value of their own for each
 * conversation, such as its id and its exact time.
 */
export function exploreFields({ cubes }: Metadata, fields: FieldRoles) {
  const added = new Set(
    cubes.flatMap(({ measures }) =>
      measures.flatMap(({ name, aggregation }) => (/^(sum|count)$/i.test(aggregation?.trim() ?? "") ? name : [])),
    ),
  );
  const list = (kind: "measures" | "dimensions") => {
    const all = cubes.flatMap((cube) =>
      cube[kind].map(
        ({ name, description }): ExploreField => ({
          name,
          label: fieldLabel(name),
          unit: kind === "measures" ? unitOf(name, description) : undefined,
          cube: cube.name,
          adds: kind === "measures" && (added.has(name) || name === fields.roles.count?.field),
          grain: grainOf(name, fields.grains),
          own: undefined,
        }),
      ),
    );
    // Told apart by the account's names first: beside a count of conversations, “Count” would not say of what.
    const apart = toldApart(all.filter((one, place) => all.findIndex(({ name }) => name === one.name) === place));
    const named = toldApart(
      apart.map((field) => {
        const words = roleWords(field.name, fields);
        return words ? { ...field, label: words, own: field.name } : field;
      }),
    );
    return named.map((field) => ({ ...field, label: labelInUnit(field) }));
  };
  const single = [fields.roles.id?.field, fields.roles.time?.field];
  const coarse = ({ name, grain }: ExploreField) =>
    splitGrain(name, fields.grains).grain === undefined || grain !== undefined;
  return {
    measures: list("measures"),
    dimensions: list("dimensions").filter((field) => !single.includes(field.name) && coarse(field)),
  };
}

export function readMeasure(cell: unknown, name: string): Pick<ExploreEntry, "text" | "value"> {
  if (cell === null || cell === undefined || cell === "") return { text: undefined, value: undefined };
  const text = typeof cell === "number" || typeof cell === "string" ? String(cell).trim() : "";
  const value = Number(text);
  if (text === "" || !Number.isFinite(value))
    throw new InsightsError("contract", () => t("errors.detail.number", { name }));
  return { text, value };
}

/** The bucket after one; of a day, week or month as the calendar of the zone has it. */
function nextStart(start: number, grain: Grain, zone: string): number {
  const time = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
  if (grain === "hour") return time.add({ hours: 1 }).epochMilliseconds;
  return time.add({ [`${grain}s`]: 1 }).startOfDay().epochMilliseconds;
}

type Bucket = Pick<ExploreEntry, "start" | "end" | "partial">;

const noBucket: Bucket = { start: undefined, end: undefined, partial: false };

function bucketOf(start: number, grain: Grain, zone: string, window: Window | undefined): Bucket {
  const end = nextStart(start, grain, zone);
  return { start, end, partial: window !== undefined && (start < window.from || end > window.to) };
}

const mostBuckets = 5000;

/** The buckets in their order, and between them those that the answer leaves out: gaps, and not zeros. */
function withGaps(entries: readonly ExploreEntry[], grain: Grain, zone: string): ExploreEntry[] {
  const sorted = [...entries].sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  const full: ExploreEntry[] = [];
  for (const entry of sorted) {
    let next = full.length > 0 ? nextStart(full.at(-1)?.start ?? 0, grain, zone) : undefined;
    while (next !== undefined && next < (entry.start ?? 0)) {
      full.push({ members: [], ...bucketOf(next, grain, zone, undefined), text: undefined, value: undefined });
      // A line with too many points to hold every gap in full still breaks at each gap.
      next = full.length < mostBuckets ? nextStart(next, grain, zone) : undefined;
    }
    full.push(entry);
  }
  return full;
}

function byValue(a: ExploreEntry, b: ExploreEntry): number {
  if (a.value === undefined || b.value === undefined)
    return Number(a.value === undefined) - Number(b.value === undefined);
  return b.value - a.value;
}

/**
 * What a chart is read in. `cellZone` is that of time cells without an offset; `window` cuts the buckets of the time
 * that it is a window of, and of no other time.
 */
export type ExploreFrame = {
  measure: string;
  dimension: string;
  zone: string;
  cellZone: string;
  window?: Window | undefined;
  /** The account's grains that are written otherwise than `X.day`. */
  known?: KnownGrains;
};

/**
 * Reads the measure of every value of the dimension. Spellings and combinations of values stay apart: an average of
 * two groups cannot be made from theirs.
 *
 * @throws InsightsError when a measure or a time cannot be read: a chart must not guess.
 */
export function readExplored(
  rows: readonly Row[],
  { measure, dimension, zone, cellZone, window, known }: ExploreFrame,
): Omit<Explored, "cut" | "population" | "told" | "hidden" | "read"> {
  const grain = grainOf(dimension, known);
  const entries = rows.map((row): ExploreEntry => {
    const cell = row[dimension];
    const start = grain === undefined ? undefined : parseTime(cell, cellZone);
    const members = cellMembers(cell);
    if (grain && start === undefined && members.length > 0)
      throw new InsightsError("contract", () => t("errors.detail.time", { cell: String(cell) }));
    const bucket = grain === undefined || start === undefined ? noBucket : bucketOf(start, grain, zone, window);
    return { members, ...bucket, ...readMeasure(row[measure], measure) };
  });
  if (grain === undefined) return { grain, zone, entries: entries.sort(byValue), untimed: undefined, outside: 0 };
  const timed = entries.filter(({ start }) => start !== undefined);
  const inside = timed.filter(({ start = 0 }) => window === undefined || reachesInto(window, start, grain, zone));
  const untimed = entries.find(({ start }) => start === undefined);
  return { grain, zone, entries: withGaps(inside, grain, zone), untimed, outside: timed.length - inside.length };
}
