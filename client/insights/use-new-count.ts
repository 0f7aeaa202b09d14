import { useQuery } from "@tanstack/react-query";
import type { FieldRoles } from "../../contract/fields.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { allPagesQuery, fetchAllPages } from "../api/all-pages.ts";
import type { Async } from "../api/async.ts";
import { hasLost, type Told } from "../api/told.ts";
import { serverNow } from "../browser/server-clock.ts";
import { countRequest } from "../view/compile.ts";
import type { Pin } from "../view/pin.ts";
import type { View } from "../view/view.ts";
import type { Population } from "./breakdown.ts";
import { singleCount } from "./cube.ts";

/** What is known of how many conversations the screen shows: it may be on its way, or nothing on it may tell. */
export type OnScreen = { kind: "counted"; count: number } | { kind: "coming" } | { kind: "untold" };

type Counted = Async<{ population: Population; outside?: number; told?: Told }>;

/**
 * How many conversations the screen shows.
 *
 * @param counted what tells it, the best first: the trend is asked for together with the rows of the same filters.
 */
export function onScreen(counted: readonly Counted[]): OnScreen {
  for (const one of counted) {
    if (one.status === "loading" || (one.status === "ready" && one.updating)) return { kind: "coming" };
    // What is lacking because it could not be read has not come since.
    const isWhole = one.status === "ready" && !hasLost(one.data);
    if (isWhole && one.data.population.kind === "all") {
      // A count cannot tell what was sent beside the window from the rest.
      return { kind: "counted", count: one.data.population.count + (one.data.outside ?? 0) };
    }
  }
  return { kind: "untold" };
}

/** Whether the end of the view's time was the moment of the pin, so that new conversations can belong to it. */
function movesAlong({ at, window }: Pin): boolean {
  return window.to === at;
}

/**
 * How many more conversations there are than the screen shows. Twilio's data comes late, so what was created before the
 * pin counts as well, if it was not there yet when the screen was filled. Each look counts from the beginning of the
 * pinned time: what has become too old since would hide as many new ones. Nothing else on the screen changes. Not asked
 * while the tab is hidden.
 *
 * @param shown how many the screen shows; where nothing on it tells, they are counted when looking begins.
 * @param every milliseconds between two looks; undefined for none.
 */
export function useNewCount(
  view: View,
  fields: FieldRoles,
  pin: Pin,
  shown: OnScreen,
  every: number | undefined,
): number {
  const until = (to: number): InsightsQueryRequest =>
    countRequest(view, fields, { from: pin.window.from, to }, [], { kind: "all" });
  const before = until(pin.at);
  const enabled = every !== undefined && shown.kind !== "coming" && fields.roles.count !== undefined && movesAlong(pin);
  const query = useQuery({
    queryKey: ["new-count", pin.id, before, shown],
    queryFn: async ({ signal, client }) => {
      const then =
        shown.kind === "counted"
          ? shown.count
          : singleCount((await client.ensureQueryData(allPagesQuery(before, pin.id))).rows, fields.roles);
      const { rows } = await fetchAllPages(until(serverNow()), signal);
      return Math.max(0, singleCount(rows, fields.roles) - then);
    },
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: every ?? false,
    refetchIntervalInBackground: false,
  });
  return enabled ? (query.data ?? 0) : 0;
}
