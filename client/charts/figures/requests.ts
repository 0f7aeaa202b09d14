import { type FieldRoles, standsApart } from "../../../contract/fields.ts";
import { answererOf, type KeyFields } from "../../../contract/key-figures.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { usesRole } from "../../view/choose.ts";
import { conditionLeaves, countRequest } from "../../view/compile.ts";
import type { Window } from "../../view/range.ts";
import type { View } from "../../view/view.ts";

/** How the view is filtered by who answered: not at all, to AI alone, or otherwise. */
export type KindFilter = "none" | "ai" | "other";

export function kindFilterOf({ more }: View, kind: string | undefined): KindFilter {
  const own = more.filter(({ field }) => field === kind);
  if (own.length === 0) return "none";
  const isAi = own.every((filter) => filter.kind === "values" && !filter.exclude && filter.values.every(isAiValue));
  return isAi ? "ai" : "other";
}

function isAiValue(value: string): boolean {
  return answererOf(value) === "ai";
}

/** The measures of time that the account has. */
export function timeMeasures({ averageDuration, longestWait }: KeyFields): string[] {
  return [averageDuration, longestWait].flatMap((measure) => measure?.field ?? []);
}

function withMeasures(request: InsightsQueryRequest, measures: string[]): InsightsQueryRequest {
  return { ...request, query: { ...request.query, measures } };
}

/** What is asked for of one period: figures of the whole of it, and counts by what shares are of. At most these two. */
export type PeriodRequests = {
  whole: InsightsQueryRequest | undefined;
  split: InsightsQueryRequest | undefined;
};

/**
 * What the view's own period is asked for beside what the charts have. The share of AI ignores its own filter: without
 * one it is counted by who answered; where the view is of AI alone, all are counted whoever answered.
 */
export function ownRequests(view: View, fields: FieldRoles, key: KeyFields, window: Window): PeriodRequests {
  const measures = timeMeasures(key);
  const all = (by: string[], of = view) => countRequest(of, fields, window, by, { kind: "all" });
  const { agentKind } = key;
  const filter = kindFilterOf(view, agentKind);
  const wide = { ...view, more: view.more.filter(({ field }) => field !== agentKind) };
  const split = filter === "none" ? all(agentKind ? [agentKind] : []) : all([], wide);
  const isSplit = agentKind !== undefined && filter !== "other" && fields.roles.count !== undefined;
  return {
    whole: measures.length > 0 ? withMeasures(all([]), measures) : undefined,
    split: isSplit ? split : undefined,
  };
}

/** What the counts of the period before are by. */
export type SplitBy = { sentiment: boolean; kind: boolean };

/**
 * Both shares of the period before come of one query: by sentiment and by who answered, in which each is filtered by the
 * other here. What leaves sentiments out is only Twilio's to apply, and a sentiment of another cube is asked for alone.
 */
export function previousSplit(view: View, fields: FieldRoles, key: KeyFields): SplitBy {
  const { sentiment } = fields.roles;
  const filter = kindFilterOf(view, key.agentKind);
  const isApart = sentiment !== undefined && standsApart(sentiment, fields);
  const leavesOut = view.excluded.sentiment.length > 0 || view.notSet.includes("sentiment");
  const bySentiment = sentiment !== undefined && !(isApart && usesRole(view, "sentiment"));
  const isTogether = !bySentiment || !(isApart || leavesOut);
  return { sentiment: bySentiment, kind: key.agentKind !== undefined && filter === "none" && isTogether };
}

/** What the period before is asked for: its number of conversations among it, which the charts have of the view's own. */
export function previousRequests(view: View, fields: FieldRoles, key: KeyFields, window: Window): PeriodRequests {
  const { count, sentiment } = fields.roles;
  const measures = [...(count ? [count.field] : []), ...timeMeasures(key)];
  const by = previousSplit(view, fields, key);
  const dimensions = [by.sentiment ? sentiment?.field : undefined, by.kind ? key.agentKind : undefined];
  const asked = dimensions.filter((field) => field !== undefined);
  const scope = by.sentiment ? ({ kind: "except", role: "sentiment" } as const) : ({ kind: "all" } as const);
  const leaves = by.sentiment ? conditionLeaves(sentiment) : [];
  const whole = countRequest(view, fields, window, [], { kind: "all" });
  return {
    whole: measures.length > 0 ? withMeasures(whole, measures) : undefined,
    split: asked.length > 0 && count ? countRequest(view, fields, window, asked, scope, leaves) : undefined,
  };
}
