import { queryOptions, type UseQueryResult, useQueries } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Row } from "../../contract/page.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { type FetchedRows, fetchAllPages } from "./all-pages.ts";

/** Everything that Insights tells of one conversation, as far as it is there. */
export type ConversationFields = {
  /** Undefined before it was asked for, while nothing is there yet, and where Insights has no such conversation. */
  row: Row | undefined;
  isAsking: boolean;
  /** Every query was answered, and none of them with a row. */
  isUnknown: boolean;
  /** Why some of the fields are missing; null where none is. */
  error: unknown;
  retry: () => void;
  /** The conversation has more combinations of values than were read, so that some values may be missing. */
  cut: boolean;
};

function isMissing(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === "";
}

/** The cells of one field in one: the cell itself where they are equal, else each member that any of them has, once. */
function joinCells(cells: readonly unknown[]): unknown {
  const different = new Map(cells.filter((cell) => !isMissing(cell)).map((cell) => [JSON.stringify(cell), cell]));
  if (different.size === 0) return cells[0];
  if (different.size === 1) return [...different.values()][0];
  const members = [...different.values()].flat();
  return [...new Map(members.map((member) => [JSON.stringify(member), member])).values()];
}

/**
 * One row of all rows of one conversation. An account may give it a row for each combination of its channels, languages
 * and participants: each field then has every value that any of the rows has.
 */
export function joinRows(rows: readonly Row[]): Row | undefined {
  if (rows.length === 0) return undefined;
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return Object.fromEntries(
    [...names].map((name) => [name, joinCells(rows.filter((row) => Object.hasOwn(row, name)).map((row) => row[name]))]),
  );
}

function join(answers: readonly UseQueryResult<FetchedRows>[]): ConversationFields {
  return {
    row: joinRows(answers.flatMap(({ data }) => data?.rows ?? [])),
    isAsking: answers.some(({ isFetching }) => isFetching),
    isUnknown: answers.length > 0 && answers.every(({ data }) => data?.rows.length === 0),
    error: answers.find(({ data, error }) => data === undefined && error)?.error ?? null,
    retry: () => {
      for (const answer of answers) if (answer.isError) void answer.refetch();
    },
    cut: answers.some(({ data }) => data?.cut === true),
  };
}

/** One of the queries of a conversation's fields. What was asked in one pin is not asked again in it. */
export function conversationFieldsQuery(request: InsightsQueryRequest, pinId: number) {
  return queryOptions({
    queryKey: ["conversation-fields", pinId, request],
    queryFn: ({ signal }) => fetchAllPages(request, signal, { mostPages: 1 }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/**
 * Asks for all fields of a conversation; each of its queries fails alone.
 *
 * @param requests its queries, see `conversationRequests`.
 * @param pinId what was asked in one pin is not asked again in it.
 */
export function useConversationFields(
  requests: readonly InsightsQueryRequest[],
  pinId: number,
  enabled: boolean,
): ConversationFields {
  const combine = useCallback((answers: UseQueryResult<FetchedRows>[]) => join(answers), []);
  return useQueries({
    queries: requests.map((request) => ({ ...conversationFieldsQuery(request, pinId), enabled })),
    combine,
  });
}
