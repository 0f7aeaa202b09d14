import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { splitGrain } from "../../../contract/field-words.ts";
import type { FieldRoles } from "../../../contract/fields.ts";
import { totalOrder } from "../../../contract/order.ts";
import { allPagesQuery, type FetchedRows, fetchAllPages } from "../../api/all-pages.ts";
import { type Async, fromQuery } from "../../api/async.ts";
import { nothingTold, toldOfMembers } from "../../api/told.ts";
import { singleCount } from "../../insights/cube.ts";
import { readOnce } from "../../insights/read-once.ts";
import { countRequest } from "../../view/compile.ts";
import type { Pin } from "../../view/pin.ts";
import { type Explore, filterRoles, type View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { type Explored, type exploreFields, isCreatedTime, readExplored } from "./explore.ts";

/** A dimension may have as many values as there are conversations, so only this many pages of it are read. */
const mostPages = 10;

/** One measure by one dimension within the view; the highest come first, so that what is cut off is the end. */
function exploreRequest(view: View, fields: FieldRoles, pin: Pin, { measure, dimension }: Explore) {
  const roles = { ...fields.roles, count: { field: measure, label: measure, cube: "", how: "named" as const } };
  const request = countRequest(view, { ...fields, roles }, pin.window, [dimension], { kind: "all" });
  // Times are in their own order, as every count by them is.
  if (splitGrain(dimension, fields.grains).grain !== undefined) return request;
  const orderBy = [{ field: measure, direction: "DESC" as const }];
  return totalOrder({ ...request, query: { ...request.query, orderBy } });
}

const nothing: Explore = { measure: "", dimension: "" };

/**
 * The chart of a person's own. Undefined while nothing is picked.
 *
 * @param takenApart whether the account is known to answer lists member by member.
 */
export function useExplore(
  view: View,
  fields: FieldRoles,
  pin: Pin,
  choices: ReturnType<typeof exploreFields>,
  takenApart = false,
): Async<Explored> | undefined {
  const explore = view.explore ?? nothing;
  const { measure, dimension } = explore;
  const missing = [
    choices.measures.some(({ name }) => name === measure) ? undefined : measure,
    choices.dimensions.some(({ name }) => name === dimension) ? undefined : dimension,
  ].find((name) => name !== undefined);
  const enabled = view.explore !== undefined && missing === undefined;
  const request = exploreRequest(view, fields, pin, explore);
  const cellZone = request.properties?.timezone ?? "UTC";
  const window = isCreatedTime(dimension, fields) ? pin.window : undefined;
  const read = useMemo(
    () =>
      readOnce(
        ({ rows, cut, told }: FetchedRows): Explored => ({
          ...readExplored(rows, { measure, dimension, zone: view.zone, cellZone, window, known: fields.grains }),
          cut,
          told,
        }),
      ),
    [measure, dimension, view.zone, cellZone, window, fields.grains],
  );
  // The values before a filter stand there until those after it come, and what has the focus with them; but never those
  // of another measure, another dimension or another window.
  const formerOfSame = useCallback(
    (former: FetchedRows | undefined, query: { queryKey: readonly unknown[] } | undefined) =>
      [pin.id, measure, dimension].every((part, place) => query?.queryKey[place + 1] === part) ? former : undefined,
    [pin.id, measure, dimension],
  );
  const answer = useQuery({
    queryKey: ["explore", pin.id, measure, dimension, request],
    queryFn: ({ signal }) => fetchAllPages(request, signal, { mostPages }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: formerOfSame,
    select: read,
    enabled,
  });
  const all = useQuery({
    ...allPagesQuery(countRequest(view, fields, pin.window, [], { kind: "all" }), pin.id),
    enabled: enabled && fields.roles.count !== undefined,
  });
  if (!view.explore) return undefined;
  if (missing !== undefined) return { status: "absent", reason: t("charts.explore.noField", { field: missing }) };
  const state = fromQuery(answer);
  // The number of conversations is of the new filters at once: it must not stand over the values before them.
  if (state.status !== "ready" || state.updating || !all.data) return state;
  const count = singleCount(all.data.rows, fields.roles);
  const role = filterRoles.find((one) => fields.roles[one]?.field === dimension);
  const shown = state.data.entries.flatMap(({ members }) => members);
  const { told = nothingTold } = state.data;
  const saying = takenApart && role ? toldOfMembers(told, role, shown, view) : told;
  return { ...state, data: { ...state.data, told: saying, population: { kind: "all", count } } };
}
