import { type Grain, grains as grainNames } from "../../contract/field-words.ts";
import type { Row } from "../../contract/page.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { sentence } from "../messages/sentence.ts";
import type { WirePage } from "../twilio/read-page.ts";
import { bucketOf } from "./local/bucket.ts";
import { ordered } from "./local/ordered.ts";
import { type Lacks, onePage } from "./one-page.ts";
import type { Shape } from "./shape.ts";
import { type Known, spellingOf, windowOf } from "./split-filters.ts";
import { readMicros } from "./time/instant.ts";
import { wallClock } from "./time/wall-clock.ts";

/**
 * Counts by days, weeks or months of a zone, asked for by hours of UTC and added up here: an account that does not take
 * the zone as it is meant says the same of those.
 */
export type RegrainPlan = {
  canonical: InsightsQueryRequest;
  /** The same counts by hours, in UTC. */
  hours: InsightsQueryRequest;
  /** The dimension that is asked for by hours, and what it shall be. */
  field: string;
  grain: Grain;
  zone: string;
  hour: string;
  count: string;
};

const hourMs = 3_600_000;
/** Spellings of an instant that say their zone; the others are read in the zone that a query asks for by some APIs. */
const zoned: readonly string[] = ["milliseconds", "seconds", "offset", "epoch-milliseconds", "epoch-seconds"];

/** Whether a query in another zone than UTC may be misread by the account. */
export function misreadsZone(known: Known): boolean {
  if (known.find("no-properties") || known.find("no-zone")) return true;
  return !zoned.includes(spellingOf(known));
}

/** Zones keep a time for longer than this. */
const stepMs = 14 * 24 * hourMs;

/** Whether the zone's clocks stand at whole hours from UTC's all through a window. */
export function hasWholeHours(zone: string, request: InsightsQueryRequest): boolean {
  const [clock, window] = [wallClock(zone), windowOf(request)];
  if (!clock || !window) return false;
  const isWhole = (ms: number) => clock.offsetAt(ms).milliseconds % hourMs === 0;
  for (let ms = window.from; ms < window.to; ms += stepMs) if (!isWhole(ms)) return false;
  return isWhole(window.to);
}

/** Undefined where the counts cannot be had so: they are averages, or the account has no hours. */
export function regrainPlan(canonical: InsightsQueryRequest, { roles, grains }: Shape): RegrainPlan | undefined {
  const { query, properties } = canonical;
  const { time, count } = roles;
  const zone = properties?.timezone ?? "UTC";
  const [measure, ...others] = query.measures ?? [];
  const field = (query.dimensions ?? []).find((name) => grains.has(name));
  const grain = grainNames.find((one) => time?.grains[one] === field);
  const hour = time?.grains.hour;
  const isCount = measure !== undefined && measure === count?.field && others.length === 0;
  if (!isCount || !field || !grain || grain === "hour" || !hour || !hasWholeHours(zone, canonical)) return undefined;
  const instead = (name: string) => (name === field ? hour : name);
  const { orderBy = [], dimensions = [] } = query;
  return {
    canonical,
    hours: {
      ...canonical,
      properties: { timezone: "UTC" },
      query: {
        ...query,
        dimensions: dimensions.map(instead),
        ...(orderBy.length > 0 ? { orderBy: orderBy.map((one) => ({ ...one, field: instead(one.field) })) } : {}),
      },
    },
    field,
    grain,
    zone,
    hour,
    count: measure,
  };
}

/** Adds hours up. @returns one page with every group. */
export function regrained(
  { canonical, field, grain, zone, hour, count }: RegrainPlan,
  rows: readonly Row[],
  { notReturned, lost }: Lacks,
): WirePage {
  const bucket = bucketOf(grain, zone);
  const groups = new Map<string, Row>();
  for (const { [hour]: cell, [count]: counted, ...rest } of rows) {
    const micros = readMicros(cell, wallClock("UTC"));
    const row: Row = { ...rest, [field]: micros === undefined ? (cell ?? null) : bucket(micros / 1000) };
    const key = JSON.stringify(row);
    const before = groups.get(key)?.[count];
    groups.set(key, { ...row, [count]: Number(before ?? 0) + Number(counted) });
  }
  const { query } = canonical;
  const sorted = ordered([...groups.values()], query.orderBy ?? [], {
    times: new Set([field]),
    numbers: new Set([count]),
  });
  const absent = notReturned.map((one) => (one === hour ? field : one));
  return onePage(sorted, sentence("dialectHours"), { notReturned: absent, lost });
}
