import { useQuery } from "@tanstack/react-query";
import type { FieldRoles } from "../../contract/fields.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { countRequest } from "../view/compile.ts";
import type { Pin } from "../view/pin.ts";
import type { View } from "../view/view.ts";
import { singleCount } from "./cube.ts";
import { readRows, wholeQuery } from "./whole.ts";

/** Twilio's data comes late: what was created before the pin may be there only after it. */
const lateness = 60 * 60_000;

/** Whether the end of the view's time was the moment of the pin, so that new conversations can belong to it. */
function movesAlong({ at, window }: Pin): boolean {
  return window.to === at;
}

/**
 * How many conversations of the view have come since it was pinned: two counts over the last hour, of which only the
 * second is asked again. Nothing else on the screen changes. Not asked while the tab is hidden.
 *
 * @param every milliseconds between two looks; undefined for none.
 */
export function useNewCount(view: View, fields: FieldRoles, pin: Pin, every: number | undefined): number {
  const from = Math.max(pin.window.from, pin.at - lateness);
  const until = (to: number): InsightsQueryRequest => countRequest(view, fields, { from, to }, [], { kind: "all" });
  const before = until(pin.at);
  const enabled = every !== undefined && fields.roles.count !== undefined && movesAlong(pin);
  const query = useQuery({
    queryKey: ["new-count", pin.id, before],
    queryFn: async ({ signal, client }) => {
      const then = singleCount(await client.ensureQueryData(wholeQuery(before, pin.id)), fields.roles);
      const { rows } = await readRows(until(Date.now()), signal);
      return Math.max(0, singleCount(rows, fields.roles) - then);
    },
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: every ?? false,
    refetchIntervalInBackground: false,
  });
  return enabled ? (query.data ?? 0) : 0;
}
