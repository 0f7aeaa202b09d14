import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { Knowledge } from "../accounts/knowledge.ts";
import type { Clock } from "../clock.ts";
import type { WirePage } from "../twilio/read-page.ts";
import { clockNotes } from "./clocks/known-clocks.ts";
import type { ReadAll } from "./complete.ts";
import type { CountPlan } from "./count-plan.ts";
import { countRows } from "./count-rows.ts";
import { holdNotSet, holdsGroups } from "./hold-not-set.ts";
import type { KnownShape } from "./known-shape.ts";
import type { Lane } from "./lane.ts";
import { readRow } from "./leave-out.ts";
import { noted } from "./one-page.ts";
import { keepTables, type Table } from "./tables.ts";
import type { SmallGroups } from "./values/small-groups.ts";
import { wholeTable } from "./whole-table.ts";

type Options = { knowledge: Knowledge; clock: Clock; shape: KnownShape["shape"]; groups: SmallGroups };

/** How the account is asked: as everything else is, with all its retreats. */
type Ways = {
  first(request: InsightsQueryRequest, lane: Lane, signal: AbortSignal): Promise<WirePage>;
  readAll(lane: Lane, signal: AbortSignal, onCall: () => void): ReadAll;
};

const longestMs = 5 * 60_000;

/** Figures that are counted from the rows of a query, which are read once for all figures of a screen. */
export function countedFromRows({ knowledge, clock, shape, groups }: Options, { first, readAll }: Ways) {
  const tables = keepTables(clock);

  return async function counted(plan: CountPlan, lane: Lane, signal: AbortSignal): Promise<WirePage> {
    // Not the asker's signal: others may count from the same rows.
    const own = AbortSignal.timeout(longestMs);
    const read = (request: InsightsQueryRequest) =>
      tables.of(request, async (): Promise<Table> => {
        let calls = 0;
        const { rows, ...lacks } = await readAll(lane.until(own), own, () => {
          calls += 1;
        })(request, 1000);
        return { rows: rows.map(readRow), calls, ...lacks };
      });
    const known = await shape(signal);
    const table = await wholeTable(plan, known, read);
    const ask = (request: InsightsQueryRequest) => first(request, lane.until(own), own);
    await holdNotSet(plan, table, known, ask);
    const held = await holdsGroups(plan, table, known, ask);
    if ("notes" in held) {
      const notes = [...held.notes, ...clockNotes(new Set(plan.rows.query.dimensions), knowledge)];
      return noted(countRows(plan, table, known), notes);
    }
    groups.giveUp(held);
    return await first(plan.canonical, lane, signal);
  };
}
