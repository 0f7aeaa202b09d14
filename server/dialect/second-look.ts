import type { FilterLeaf, InsightsQueryRequest } from "../../contract/query.ts";
import type { Knowledge } from "../accounts/knowledge.ts";
import { refusalOf } from "../twilio/refusals.ts";
import { plainest } from "./ladder.ts";
import { type Lane, shared } from "./lane.ts";
import { leavesOf } from "./split-filters.ts";
import { hasMarked } from "./value-marks.ts";

/** Looks once more into filters that were refused with one value, when a query has another one. */
export type SecondLook = (request: InsightsQueryRequest, lane: Lane) => Promise<void>;

/**
 * A comparison that an account refused may have been refused for its value alone. So what is known of the field is tried
 * once, in one plain call, with the first other value that somebody filters by.
 */
export function secondLook(knowledge: Knowledge): SecondLook {
  const running = new Map<string, Promise<void>>();

  async function look(request: InsightsQueryRequest, { field, values = [] }: FilterLeaf, lane: Lane): Promise<void> {
    const finding = knowledge.find("no-filter", field);
    if (finding?.value === undefined) return;
    const { value: marks, at: _, ...known } = finding;
    const { query } = plainest({ request, pageSize: undefined }).request;
    const filters = [{ expressions: [{ op: "EQ" as const, field, values: values.slice(0, 1) }] }];
    try {
      await lane.first({ request: { query: { ...query, filters } }, pageSize: undefined });
      knowledge.forget("no-filter", field);
      const before = knowledge.find("no-value", field)?.value;
      const value = before === undefined ? marks : `${before} ${marks}`;
      knowledge.learn({ ...known, kind: "no-value", value });
    } catch (error) {
      // Without the marks it is the field, whatever the value. What is no refusal teaches nothing.
      if (refusalOf(error)) knowledge.learn(known);
    }
  }

  return async (request, lane) => {
    for (const leaf of leavesOf(request)) {
      const { op, field, values = [] } = leaf;
      const marks = knowledge.find("no-filter", field)?.value;
      if (op === "GT" || op === "LT" || marks === undefined || values.length === 0) continue;
      if (hasMarked(marks, field, values)) continue;
      const own = running.get(field) ?? look(request, leaf, shared(lane)).finally(() => running.delete(field));
      running.set(field, own);
      await own;
    }
  };
}
