import type { FieldRoles } from "../../../contract/fields.ts";
import { numbersLocale } from "../../browser/region.ts";
import { formatDecimal } from "../../format/decimal.ts";
import { formatDate, formatTime } from "../../format/time.ts";
import { notSetLabel, roleValueLabel, toldFromNotSet, valueKey } from "../../format/values.ts";
import { filterRoles } from "../../view/view.ts";
import { currentLocale, t } from "../../words/words.ts";
import { type BucketState, bucketState, type TimeBucket } from "../time/unfinished.ts";
import type { Explored, ExploreEntry } from "./explore.ts";

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

type Named = Pick<ExploreEntry, "members" | "start" | "others">;

/** What a value is called on a chart: its time, its members, or how many it stands for. */
export function entryLabel(
  { members, start, others }: Named,
  { grain, zone }: Pick<Explored, "grain" | "zone">,
  name: (raw: string) => string,
): string {
  if (others !== undefined) return t("charts.explore.othersOf", { count: others });
  if (start !== undefined) return grain === "hour" ? formatTime(start, zone) : formatDate(start, zone);
  return members.length > 0 ? members.map(name).join(" + ") : notSetLabel();
}

/** What one raw value of a dimension is called: by the words of the role that it plays, else as it is. */
export function nameIn(dimension: string, { roles }: FieldRoles): (raw: string) => string {
  const role = filterRoles.find((one) => roles[one]?.field === dimension);
  return (raw) => (role ? roleValueLabel(role, raw) : toldFromNotSet(raw));
}

/** The entries that are a stretch of time. */
export function timeBuckets(entries: readonly Pick<ExploreEntry, "start" | "end" | "partial">[]): TimeBucket[] {
  return entries.flatMap(({ start, end, partial }) =>
    start === undefined || end === undefined ? [] : [{ start, end, partial }],
  );
}

/** How a stretch of time stands at the moment of the view; of another value there is nothing to say. */
export function stateOf(entry: Pick<ExploreEntry, "start" | "end" | "partial">, at: number | undefined): BucketState {
  const [bucket] = timeBuckets([entry]);
  return bucket ? bucketState(bucket, at) : { partial: false, ahead: false, fresh: false };
}

/** The spellings of one value of a role stand apart here, and are chosen together as everywhere. */
export function spellingsIn(
  members: readonly string[],
  list: readonly Pick<ExploreEntry, "members">[],
  together: boolean,
): string[] | undefined {
  const [raw] = members;
  if (raw === undefined || members.length > 1) return undefined;
  if (!together) return [raw];
  const all = list.flatMap((entry) => entry.members).filter((one) => valueKey(one) === valueKey(raw));
  return [...new Set(all)];
}

/**
 * A name for each entry that stays with it when the list is another one, as after a filter: what has the focus keeps it.
 * Only where two would have the same one, their places tell them apart.
 */
function keysOf(entries: readonly ExploreEntry[]): string[] {
  const used = new Set<string>();
  return entries.map(({ start, members, others }, place) => {
    const name = others === undefined ? JSON.stringify(start ?? members) : "others";
    const key = used.has(name) ? `${name} ${place}` : name;
    used.add(name);
    return key;
  });
}

/** The values of a chart of one's own, in the order in which they are drawn. */
export function prepareExplored(
  explored: Explored,
  dimension: string,
  fields: FieldRoles,
  at?: number,
): ExplorePoint[] {
  const role = filterRoles.find((one) => fields.roles[one]?.field === dimension);
  const name = nameIn(dimension, fields);
  const rounded = new Intl.NumberFormat(numbersLocale(currentLocale()), { maximumFractionDigits: 2 });
  const keys = keysOf(explored.entries);
  return explored.entries.map(
    (entry, place): ExplorePoint => ({
      key: keys[place] ?? "",
      label: entryLabel(entry, explored, name),
      spellings:
        entry.others === undefined ? spellingsIn(entry.members, explored.entries, role !== undefined) : undefined,
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
