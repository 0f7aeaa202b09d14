import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { InsightsError } from "../insights/errors.ts";
import { rowPages } from "../insights/pages.ts";
import type { RowBounds } from "../insights/row-bounds.ts";
import type { Sort } from "../view/view.ts";
import { refuseSort } from "./refused-sorts.ts";
import type { Rows } from "./use-rows.ts";

/** Whether Twilio found something wrong with the query, of which the order is a part. */
function isRefusal(error: unknown): boolean {
  const problem = error instanceof InsightsError ? error.problem : undefined;
  return problem?.source === "twilio" && (problem.httpStatusCode === 400 || problem.httpStatusCode === 422);
}

/**
 * Finds out whether a refused query was refused for its order: then the same query in the usual order is taken, which is
 * mostly there already. What Twilio says in its message is not promised, so it is not read. Until that is known, the
 * rows count as being on their way. Where the server found it out, the page says that its rows are not so sorted.
 */
export function useSortRefusal(
  rows: Rows,
  sort: Sort | undefined,
  usual: { request: InsightsQueryRequest; bounds: RowBounds | undefined },
  pinId: number,
): Rows {
  const isSuspect = sort !== undefined && isRefusal(rows.error);
  const proof = useQuery({
    queryKey: ["sort", sort?.field, usual.request, pinId],
    queryFn: async ({ client }) => {
      await client.fetchInfiniteQuery(rowPages(usual.request, pinId, { bounds: usual.bounds }));
      return true;
    },
    enabled: isSuspect,
    retry: false,
    networkMode: "always",
  });
  const isUnsorted = sort !== undefined && !rows.isUpdating && rows.told.unsorted.includes(sort.field);
  const field = (isSuspect && proof.isSuccess) || isUnsorted ? sort.field : undefined;
  useEffect(() => {
    if (field !== undefined) refuseSort(field);
  }, [field]);
  return isSuspect && !proof.isError ? { ...rows, error: null, isFirstLoad: rows.count === 0 } : rows;
}
