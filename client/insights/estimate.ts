import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import { mayBeEstimates } from "../../contract/checks.ts";
import type { FieldRoles } from "../../contract/fields.ts";
import { allPagesQuery, type FetchedRows, fetchAllPages } from "../api/all-pages.ts";
import { isRefused } from "../api/errors.ts";
import { countRequest, type FilterScope } from "../view/compile.ts";
import type { Pin } from "../view/pin.ts";
import type { Window } from "../view/range.ts";
import type { View } from "../view/view.ts";
import { readCube, totalOf } from "./cube.ts";

/**
 * How many conversations Twilio counts at once, and how many in parts, where that proves an estimate. `by` are the
 * dimensions of the parts; none where they are parts of the window.
 */
export type Estimate = { found: number; counted: number; by: readonly string[] };

/** Whether accounts count the ends of a range in, and heed fractions of seconds, differs: so near to an end is doubtful. */
const edgeMs = 2000;
const shortestMs = 60_000;
/** Accounts estimate small counts better, or not at all. */
const mostOfHalves = 500;

type Parts = Pick<Estimate, "found" | "by"> & { doubtful: number };

/** Counts the parts of a window, and what is at the instants between them and may be in two parts or in none. */
async function countParts(
  { from, to }: Window,
  number: number,
  count: (window: Window) => Promise<number>,
): Promise<Parts> {
  const inner = Array.from({ length: number - 1 }, (_, place) => from + ((place + 1) * (to - from)) / number);
  const edges = inner.map((ms) => Math.round(ms / 1000) * 1000);
  const parts = [...edges, to].map((end, place) => ({ from: edges[place - 1] ?? from, to: end }));
  const between = edges.map((ms) => ({ from: ms - edgeMs, to: ms + edgeMs }));
  const sumOf = async (windows: readonly Window[]) =>
    (await Promise.all(windows.map(count))).reduce((sum, one) => sum + one, 0);
  const [found, doubtful] = await Promise.all([sumOf(parts), sumOf(between)]);
  return { found, by: [], doubtful };
}

/** A count of which rows could not be read, or came twice, proves nothing. */
class Unread extends Error {}

function sumOf({ rows, told }: FetchedRows, fields: FieldRoles): number {
  if (told.lost + told.repeated > 0) throw new Unread();
  return totalOf(readCube(rows, fields.roles));
}

/**
 * Asks whether the count of a view is an estimate: whether it is another number than its parts add up to, each a smaller
 * count. No conversation has two days, so the parts are the days, in one query; where the account has none, or refuses
 * them, two or four parts of the window. What arrives meanwhile would be in the parts alone, so the whole is counted again then.
 *
 * @returns null where nothing proves an estimate. Figures that differ by more than estimates are off prove none.
 */
export function estimateQuery(view: View, fields: FieldRoles, pin: Pin, scope: FilterScope) {
  const requestOf = (by: readonly string[], window = pin.window) => countRequest(view, fields, window, by, scope);
  const grain = fields.roles.time?.grains.day ?? fields.roles.time?.grains.hour;
  const sum = async (client: QueryClient, ...of: Parameters<typeof requestOf>) =>
    sumOf(await client.fetchQuery(allPagesQuery(requestOf(...of), pin.id)), fields);

  async function partsOf(counted: number, client: QueryClient): Promise<Parts | undefined> {
    try {
      if (grain !== undefined) return { found: await sum(client, [grain]), by: [grain], doubtful: 0 };
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
    const isLong = pin.window.to - pin.window.from >= shortestMs;
    if (!fields.roles.time || !isLong) return undefined;
    return countParts(pin.window, counted > mostOfHalves ? 4 : 2, (window) => sum(client, [], window));
  }

  return queryOptions({
    queryKey: ["estimate", pin.id, grain, requestOf([])],
    queryFn: async ({ client, signal }): Promise<Estimate | null> => {
      try {
        const counted = await sum(client, []);
        const parts = await partsOf(counted, client);
        if (!parts || !mayBeEstimates(parts.found, counted)) return null;
        if (Math.abs(parts.found - counted) <= parts.doubtful) return null;
        const again = sumOf(await fetchAllPages(requestOf([]), signal), fields);
        return again === counted ? { found: parts.found, counted, by: parts.by } : null;
      } catch (error) {
        if (error instanceof Unread || isRefused(error)) return null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Whether so few are counted that an estimate would be the same number. */
export function isTooFew(counted: number): boolean {
  return !mayBeEstimates(counted + 1, counted);
}

/** Whether a list that ended with almost as many conversations as are counted has them all, the count being an estimate. */
export function useIsEstimate(
  view: View,
  fields: FieldRoles,
  pin: Pin,
  { found, counted }: { found: number | undefined; counted: number | undefined },
): boolean {
  const enabled = found !== undefined && counted !== undefined && mayBeEstimates(found, counted);
  const { data } = useQuery({ ...estimateQuery(view, fields, pin, { kind: "all" }), enabled });
  return enabled && data !== undefined && data !== null;
}
