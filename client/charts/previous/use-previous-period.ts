import { useMemo } from "react";
import type { FieldRoles } from "../../../contract/fields.ts";
import { perCubeRole } from "../../../contract/roles.ts";
import type { Async } from "../../api/async.ts";
import type { Breakdown } from "../../insights/breakdown.ts";
import { useBreakdowns } from "../../insights/use-breakdowns.ts";
import type { Pin } from "../../view/pin.ts";
import type { FilterRole, View } from "../../view/view.ts";
import { trendGrain } from "../time/buckets.ts";
import type { Trend } from "../trend/trend.ts";
import { useTrend } from "../trend/use-trend.ts";
import { type PreviousPeriod, previousPeriod } from "./previous-period.ts";

/** The charts of the period before. */
export type PreviousCharts = {
  period: PreviousPeriod;
  breakdowns: Record<FilterRole, Breakdown | undefined>;
  trend: Trend | undefined;
};

// Loaded rows are of the view's own period: of the one before, nothing is loaded.
const notLoaded = { status: "absent", reason: "" } as const;
const noneLoaded = perCubeRole(() => notLoaded);

function ofNow<T>(state: Async<T>): T | undefined {
  return state.status === "ready" && !state.updating ? state.data : undefined;
}

/**
 * The same charts of the period before, where the view compares. Where it does not, the hooks ask for the view's own
 * period, which is asked for already: that costs nothing.
 */
export function usePreviousPeriod(view: View, fields: FieldRoles, pin: Pin): PreviousCharts | undefined {
  const { id, at, window } = pin;
  const period = useMemo(
    () => (view.compare && fields.roles.time ? previousPeriod(view.range, view.zone, window, at) : undefined),
    [view.compare, fields.roles.time, view.range, view.zone, window, at],
  );
  // An id of its own: answers of one period must never stand in for those of another.
  const previousPin = useMemo(() => (period ? { id: -id, at, window: period.window } : pin), [period, id, at, pin]);
  const { charts } = useBreakdowns(view, fields, previousPin, noneLoaded);
  // The previous period may be shorter, e.g. cut to what has passed of this one; its bars must still be as long.
  const trend = useTrend(view, fields, previousPin, notLoaded, {
    sentiment: charts.sentiment,
    grain: trendGrain(window),
  });
  return period && { period, breakdowns: perCubeRole((role) => ofNow(charts[role])), trend: ofNow(trend) };
}
