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
import { type Explored, type ExploreField, type exploreFields, isCreatedTime, readExplored } from "./explore.ts";
import { isSplit, readSplit, type Split } from "./split/split.ts";

/** A dimension may have as many values as there are conversations, so only this many pages of it are read. */
const mostPages = 10;

/** One measure by one dimension or two within the view; the highest come first, so that what is cut off is the end. */
function exploreRequest(view: View, fields: FieldRoles, pin: Pin, { measure, dimension, split }: Explore) {
  const roles = { ...fields.roles, count: { field: measure, label: measure, cube: "", how: "named" as const } };
  const request = countRequest(view, { ...fields, roles }, pin.window, [dimension, ...(split ? [split] : [])], {
    kind: "all",
  });
  // Times are in their own order, as every count by them is.
  if (splitGrain(dimension, fields.grains).grain !== undefined) return request;
  const orderBy = [{ field: measure, direction: "DESC" as const }];
  return totalOrder({ ...request, query: { ...request.query, orderBy } });
}

/** The fields that can split a dimension: times are told apart beneath one another alone. */
export function splitsOf(dimensions: readonly ExploreField[], first: string | undefined): ExploreField[] {
  return dimensions.filter(({ name, grain }) => name !== first && grain === undefined);
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
): Async<Explored | Split> | undefined {
  const explore = view.explore ?? nothing;
  const { measure, dimension, split } = explore;
  const adds = choices.measures.find(({ name }) => name === measure)?.adds === true;
  const missing = [
    choices.measures.some(({ name }) => name === measure) ? undefined : measure,
    choices.dimensions.some(({ name }) => name === dimension) ? undefined : dimension,
    split === undefined || splitsOf(choices.dimensions, dimension).some(({ name }) => name === split)
      ? undefined
      : split,
  ].find((name) => name !== undefined);
  const enabled = view.explore !== undefined && missing === undefined;
  const request = exploreRequest(view, fields, pin, explore);
  const cellZone = request.properties?.timezone ?? "UTC";
  const window = isCreatedTime(dimension, fields) ? pin.window : undefined;
  const read = useMemo(
    () =>
      readOnce(({ rows, cut, told }: FetchedRows): Explored | Split => {
        const frame = { measure, dimension, zone: view.zone, cellZone, window, known: fields.grains };
        const figures = split ? readSplit(rows, { ...frame, split, adds }) : readExplored(rows, frame);
        return { ...figures, cut, told };
      }),
    [measure, dimension, split, adds, view.zone, cellZone, window, fields.grains],
  );
  // The values before a filter stand there until those after it come, and what has the focus with them; but never those
  // of another measure, another dimension or another window.
  const formerOfSame = useCallback(
    (former: FetchedRows | undefined, query: { queryKey: readonly unknown[] } | undefined) =>
      [pin.id, measure, dimension, split].every((part, place) => query?.queryKey[place + 1] === part)
        ? former
        : undefined,
    [pin.id, measure, dimension, split],
  );
  const answer = useQuery({
    queryKey: ["explore", pin.id, measure, dimension, split, request],
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
  const values = isSplit(state.data) ? state.data.groups : state.data.entries;
  const shown = values.flatMap(({ members }) => members);
  const { told = nothingTold } = state.data;
  const saying = takenApart && role ? toldOfMembers(told, role, shown, view) : told;
  return { ...state, data: { ...state.data, told: saying, population: { kind: "all", count } } };
}
