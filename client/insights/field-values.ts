import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { FieldRoles, Roles } from "../../contract/fields.ts";
import type { Row } from "../../contract/page.ts";
import type { FilterLeaf, InsightsQueryRequest } from "../../contract/query.ts";
import { fetchAllPages } from "../api/all-pages.ts";
import { cellMembers } from "../format/values.ts";
import { countRequest } from "../view/compile.ts";
import type { Pin } from "../view/pin.ts";
import type { View } from "../view/view.ts";
import { readCount } from "./cube.ts";

/** One raw value of a field and how many conversations of the view have it. */
export type FieldValue = { value: string; count: number };

/**
 * The most frequent values of a field; `more` says that there are others behind them or in rows that could not be read, `least` that they come in
 * combinations of which not all were read, so that a value may have more conversations than its count.
 */
export type FieldValues = {
  values: readonly FieldValue[];
  /** Conversations of rows without a value. Accounts may have none for empty lists. */
  notSet: number;
  more: boolean;
  least: boolean;
};

/** Enough to choose from by eye; values beyond are found by typing. */
const size = 200;

function readValues(rows: readonly Row[], field: string, { count }: Roles): FieldValue[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const number = count ? readCount(row, count.field) : 0;
    // An account may answer a whole array as one value: each of its members is one to choose.
    for (const member of cellMembers(row[field])) counts.set(member, (counts.get(member) ?? 0) + number);
  }
  return [...counts].map(([value, total]) => ({ value, count: total }));
}

function valuesRequest(
  view: View,
  fields: FieldRoles,
  pin: Pin,
  field: string,
  leaves: FilterLeaf[],
): InsightsQueryRequest {
  // Its own filter would hide every value that can still be added to it.
  const others = { ...view, more: view.more.filter((filter) => filter.field !== field) };
  const request = countRequest(others, fields, pin.window, [field], { kind: "all" }, leaves);
  const { count } = fields.roles;
  const order = count ? [{ field: count.field, direction: "DESC" as const }] : [];
  return { ...request, query: { ...request.query, orderBy: [...order, { field, direction: "ASC" }] } };
}

/** The values of any field within the view's other filters, most frequent first. The first page only. */
export function fieldValuesQuery(view: View, fields: FieldRoles, pin: Pin, field: string) {
  const request = valuesRequest(view, fields, pin, field, []);
  return queryOptions({
    queryKey: ["field-values", pin.id, request],
    queryFn: async ({ signal }): Promise<FieldValues> => {
      const { rows, cut, told } = await fetchAllPages(request, signal, { mostPages: 1, size });
      const least = cut && rows.some((row) => Array.isArray(row[field]));
      const unset = rows.filter((row) => cellMembers(row[field]).length === 0);
      const { count } = fields.roles;
      const notSet = count ? unset.reduce((sum, row) => sum + readCount(row, count.field), 0) : 0;
      return { values: readValues(rows, field, fields.roles), notSet, more: cut || told.lost > 0, least };
    },
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}

/**
 * Whether any conversation has exactly this value. Twilio's operators cannot look for a part of a text, so a value that
 * is not among the most frequent is found by its whole name only. An answer that is no longer wanted is cancelled.
 */
export function oneValueQuery(view: View, fields: FieldRoles, pin: Pin, field: string, text: string) {
  const request = valuesRequest(view, fields, pin, field, [{ op: "IN", field, values: [text] }]);
  return queryOptions({
    queryKey: ["field-value", pin.id, request],
    queryFn: async ({ signal }): Promise<readonly FieldValue[]> => {
      const { rows } = await fetchAllPages(request, signal);
      return readValues(rows, field, fields.roles).filter(({ value }) => value === text);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
