import { type Grain, grains as grainNames } from "../../contract/field-words.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { Knowledge } from "../accounts/knowledge.ts";
import type { Clock } from "../clock.ts";
import { ProblemError } from "../messages/problem.ts";
import type { WirePage } from "../twilio/read-page.ts";
import { readRow } from "./leave-out.ts";
import { bucketOf } from "./local/bucket.ts";
import { numberOf } from "./local/cells.ts";
import { misreadsZone } from "./regrain.ts";
import type { Shape } from "./shape.ts";
import { windowOf } from "./split-filters.ts";
import { readMicros } from "./time/instant.ts";
import { wallClock } from "./time/wall-clock.ts";

/** Finds out whether an account labels its hours, days, weeks and months by where they end. */
export type GrainEnds = {
  /**
   * Whether the buckets of a page are labelled so, which is remembered. One bucket is counted alone, at most once a day, and
   * only where something is odd: one is labelled by the end of the window or by a time behind it and none by its beginning,
   * or the account does not take zones as they are meant, so that its hours are all there is.
   *
   * @param ask the first page of a request.
   */
  shownIn(page: GrainPage, ask: (request: InsightsQueryRequest) => Promise<Pick<WirePage, "rows">>): Promise<boolean>;
};

type GrainPage = {
  request: InsightsQueryRequest;
  page: Pick<WirePage, "rows" | "lost" | "nextToken">;
  shape: Shape;
};

const dayMs = 24 * 3_600_000;
/** A few more or less are conversations that have just come, or estimates. */
const tolerance = 0.02;

type Frame = {
  field: string;
  grain: Grain;
  count: string;
  time: string;
  zone: string;
  window: { from: number; to: number };
};

function frameOf(request: InsightsQueryRequest, { roles, grains }: Shape): Frame | undefined {
  const { dimensions = [], measures = [] } = request.query;
  const field = dimensions.find((name) => grains.has(name));
  const grain = grainNames.find((one) => roles.time?.grains[one] === field);
  const window = windowOf(request);
  const [count] = measures;
  if (field === undefined || !grain || !roles.time || !roles.count || count !== roles.count.field) return undefined;
  if (window?.field !== roles.time.field) return undefined;
  return { field, grain, count, time: roles.time.field, zone: request.properties?.timezone ?? "UTC", window };
}

/** Where the bucket that ends at an instant begins, in milliseconds since 1970; undefined where none ends there. */
export function startBefore(grain: Grain, zone: string, endMs: number): number | undefined {
  const bucket = bucketOf(grain, zone);
  const start = Date.parse(bucket(endMs - 1));
  return Date.parse(bucket(endMs)) === endMs && start < endMs ? start : undefined;
}

/**
 * How many conversations each label has, by its instant; undefined where one is no time. The last one of a page that is cut
 * may have more.
 */
function labelled(
  { field, count, zone }: Frame,
  { rows, nextToken }: GrainPage["page"],
): Map<number, number> | undefined {
  const clock = wallClock(zone);
  const labels = new Map<number, number>();
  let last = Number.NaN;
  for (const row of rows.map(readRow)) {
    const micros = readMicros(row[field], clock);
    const counted = numberOf(row[count]);
    if (micros === undefined || counted === undefined) return undefined;
    last = micros / 1000;
    labels.set(last, (labels.get(last) ?? 0) + counted);
  }
  if (nextToken !== undefined) labels.delete(last);
  return labels;
}

/** A bucket of the window if labels are ends, with its count, and with the count that it has if they are not. */
type Telling = { from: number; to: number; asEnd: number; asStart: number };

/** The bucket whose count differs most from that of the bucket before it. */
function mostTelling({ grain, zone, window }: Frame, labels: ReadonlyMap<number, number>): Telling | undefined {
  const difference = ({ asEnd, asStart }: Telling) => Math.abs(asEnd - asStart);
  const all = [...labels].flatMap(([to, asEnd]): Telling[] => {
    const from = startBefore(grain, zone, to);
    if (from === undefined || from <= window.from || to > window.to) return [];
    return [{ from, to, asEnd, asStart: labels.get(from) ?? 0 }];
  });
  const [first] = all.toSorted((a, b) => difference(b) - difference(a));
  return first && difference(first) > 0 ? first : undefined;
}

/** Whether labels can only be ends: one at the end of the window, or behind it by less than a bucket, none at its start. */
function seemEnds({ grain, zone, window }: Frame, labels: ReadonlyMap<number, number>): boolean {
  const all = [...labels.keys()];
  const isEnd = (ms: number) => {
    const start = startBefore(grain, zone, ms);
    return start !== undefined && start < window.to && ms > window.from + 1;
  };
  return all.some((ms) => ms >= window.to) && all.every(isEnd);
}

/** The request for the count of a part of its window. */
function countIn(
  request: InsightsQueryRequest,
  { count, time }: Frame,
  from: number,
  to: number,
): InsightsQueryRequest {
  const { query, ...around } = request;
  const bounds = { GT: new Date(from - 1).toISOString(), LT: new Date(to).toISOString() };
  const filters = (query.filters ?? []).map((group) => ({
    ...group,
    expressions: group.expressions.map((leaf) =>
      leaf.field === time && (leaf.op === "GT" || leaf.op === "LT") ? { ...leaf, values: [bounds[leaf.op]] } : leaf,
    ),
  }));
  return { ...around, query: { measures: [count], filters } };
}

export function grainEnds({ knowledge, clock }: { knowledge: Knowledge; clock: Clock }): GrainEnds {
  let asked = Number.NEGATIVE_INFINITY;
  return {
    async shownIn({ request, page, shape }, ask) {
      const frame = frameOf(request, shape);
      if (!frame || page.lost > 0 || clock.now() - asked < dayMs) return false;
      if (knowledge.find("grain-ends", frame.time)) return false;
      const labels = labelled(frame, page);
      const isAllThereIs = frame.grain === "hour" && misreadsZone(knowledge);
      if (!labels || !(isAllThereIs || seemEnds(frame, labels))) return false;
      const bucket = mostTelling(frame, labels);
      if (!bucket) return false;
      const before = asked;
      asked = clock.now();
      let row: Buffer | undefined;
      try {
        [row] = (await ask(countIn(request, frame, bucket.from, bucket.to))).rows;
      } catch (error) {
        // Nothing was found out: the next page may ask, and this one stands as it came.
        asked = before;
        if (error instanceof ProblemError) return false;
        throw error;
      }
      const counted = row && numberOf(readRow(row)[frame.count]);
      const isNear = (count: number) => counted !== undefined && Math.abs(counted - count) <= count * tolerance;
      if (!isNear(bucket.asEnd) || isNear(bucket.asStart)) return false;
      knowledge.learn({ kind: "grain-ends", field: frame.time, how: "seen" });
      return true;
    },
  };
}
