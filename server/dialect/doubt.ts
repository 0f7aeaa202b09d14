import { grains as grainNames } from "../../contract/field-words.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { Knowledge } from "../accounts/knowledge.ts";
import type { WirePage } from "../twilio/read-page.ts";
import { readRow } from "./leave-out.ts";
import type { Shape } from "./shape.ts";
import { windowOf } from "./split-filters.ts";
import { readMicros } from "./time/instant.ts";
import { startsDay, wallClock } from "./time/wall-clock.ts";
import { areInexact } from "./values/inexact.ts";

/** The longest that a bucket of a grain can be. */
const longestMs = { hour: 3_600_000, day: 26 * 3_600_000, week: 8 * 86_400_000, month: 32 * 86_400_000 };
const mostTotals = 100;
/** A few more or less are conversations that have just come, or estimates. */
const tolerance = 0.02;

/** Holds figures of one account against each other, to find out that it does not take a time zone as it is meant. */
export type Doubt = {
  /** Remembers the count of a query without dimensions. */
  total(request: InsightsQueryRequest, rows: readonly Buffer[], shape: Shape): void;
  /**
   * Whether counts by days of a zone show days of another one. Rows that could not be read are missing in their sum, which
   * then shows nothing.
   */
  isOfOtherZone(request: InsightsQueryRequest, page: Pick<WirePage, "rows" | "lost">, shape: Shape): boolean;
};

function nameOf({ query }: InsightsQueryRequest): string {
  return JSON.stringify(query.filters ?? []);
}

/** @param knowledge of the account, whose counts may not add up for another reason. */
export function createDoubt(knowledge: Pick<Knowledge, "find">): Doubt {
  const totals = new Map<string, number>();
  return {
    total(request, rows, { roles }) {
      const { dimensions = [], measures = [] } = request.query;
      const [first] = rows;
      const [measure, ...others] = measures;
      if (!first || measure === undefined || measure !== roles.count?.field) return;
      if (dimensions.length + others.length > 0) return;
      totals.set(nameOf(request), Number(readRow(first)[measure]));
      const [oldest] = totals.keys();
      if (totals.size > mostTotals && oldest !== undefined) totals.delete(oldest);
    },
    isOfOtherZone(request, { rows, lost }, { roles, grains }) {
      const { dimensions = [], measures = [] } = request.query;
      const zone = request.properties?.timezone ?? "UTC";
      const field = dimensions.find((name) => grains.has(name));
      const grain = grainNames.find((one) => roles.time?.grains[one] === field);
      const window = windowOf(request);
      const clock = wallClock(zone);
      if (zone === "UTC" || !field || !grain || !window || !clock) return false;
      const read = rows.map(readRow);
      const isOutside = read.some((row) => {
        const micros = readMicros(row[field], clock);
        if (micros === undefined) return false;
        const ms = micros / 1000;
        return (grain !== "hour" && !startsDay(clock, ms)) || ms >= window.to || ms + longestMs[grain] <= window.from;
      });
      if (isOutside) return true;
      if (areInexact(knowledge)) return false;
      const [count] = measures;
      const total = totals.get(nameOf(request));
      if (dimensions.length !== 1 || count === undefined || total === undefined || lost > 0) return false;
      const sum = read.reduce((all, row) => all + Number(row[count]), 0);
      return Math.abs(sum - total) > total * tolerance;
    },
  };
}
