import type { Grain } from "../../../contract/field-words.ts";
import type { Params } from "./params.ts";
import type { ZoneOffsets } from "./zone.ts";

const hour = 3_600_000_000;
const day = 24 * hour;

/** A value that changes at given moments, as a CASE over a column. */
function steps(column: string, moments: readonly string[], values: readonly string[]): string {
  if (moments.length === 0) return values[0] ?? "0";
  const cases = moments.map((moment, i) => `WHEN ${column} < ${moment} THEN ${values[i]}`);
  return `CASE ${cases.join(" ")} ELSE ${values[moments.length]} END`;
}

/** The start of the local day, week or month of a local time. Day 0 of 1970 was a Thursday. */
function localStart(grain: Exclude<Grain, "hour">, local: string): string {
  if (grain === "month") return `epoch_us(date_trunc('month', make_timestamp(${local})))`;
  if (grain === "day") return `(${local}) // ${day} * ${day}`;
  return `((((${local}) // ${day} + 3) // 7) * 7 - 3) * ${day}`;
}

/**
 * The instant at which a bucket of a grain begins in a zone.
 *
 * Days, weeks and months begin at the first instant of a local date, also where midnight is skipped or comes twice.
 * An hour that comes twice when clocks go back is two buckets, and no hour reaches over a change of offset.
 */
export function bucketStart(column: string, grain: Grain, zone: ZoneOffsets, params: Params): string {
  const moments = zone.changes.map((change) => params.integer(change.at));
  const offsets = [zone.first, ...zone.changes.map((change) => change.offset)].map((offset) => params.integer(offset));
  const local = `(${column} + ${steps(column, moments, offsets)})`;
  if (grain === "hour") {
    const start = `(${column} - ${local} % ${hour})`;
    return moments.length === 0 ? start : `greatest(${start}, ${steps(column, moments, ["0", ...moments])})`;
  }
  const start = `(${localStart(grain, local)})`;
  const localMoments = moments.map((moment, i) => `${moment} + ${offsets[i]}`);
  const instants = offsets.map((offset, i) =>
    i === 0 ? `${start} - ${offset}` : `greatest(${moments[i - 1]}, ${start} - ${offset})`,
  );
  return `(${steps(start, localMoments, instants)})`;
}
