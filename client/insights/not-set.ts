import { queryOptions } from "@tanstack/react-query";
import type { FieldRoles } from "../../contract/fields.ts";
import { type FilterLeaf, notSetLeaf } from "../../contract/query.ts";
import { allPagesQuery } from "../api/all-pages.ts";
import { countRequest } from "../view/compile.ts";
import type { Pin } from "../view/pin.ts";
import type { View } from "../view/view.ts";
import { singleCount } from "./cube.ts";

/** What can be told apart: conversations with one of the known values, those with none of them, and all. */
export type NotSetCounts = { present: number; missing: number; all: number };

/** A field whose missing values are wanted, and every value of it, where all of them are known. */
export type NotSetField = {
  field: string;
  values: readonly string[] | undefined;
  /** What has to hold for the field to mean what it says. */
  condition: readonly FilterLeaf[];
  /** The view without any filter on the field. */
  others: View;
};

/**
 * How what is not set is asked for. `excluding`: every value is excluded, which comes to the same where excluding keeps
 * conversations without a value, as some accounts do. `rows`: Earshot reads the rows of the view and leaves out those
 * with a value, which takes longer.
 */
export type NotSetWay = "excluding" | "rows";

/**
 * Twilio has no operator for what is not there. Either way asks for it where those with a value and those without add up
 * to all of the same window, so all three are counted. Where not every value is known, those with one cannot be counted
 * on their own; then the server alone holds the rows against the count of all, and answers with a problem where they
 * differ.
 */
export function notSetQuery(
  { field, values, condition, others }: NotSetField,
  way: NotSetWay,
  fields: FieldRoles,
  pin: Pin,
) {
  const ask = (leaves: readonly FilterLeaf[]) =>
    allPagesQuery(countRequest(others, fields, pin.window, [], { kind: "all" }, [...condition, ...leaves]), pin.id);
  const queries = {
    present: values?.length ? ask([{ op: "IN", field, values: [...values] }]) : undefined,
    missing: ask(
      way === "rows" ? [notSetLeaf(field)] : (values ?? []).map((value) => ({ op: "NE", field, values: [value] })),
    ),
    all: ask([]),
  };
  return queryOptions({
    queryKey: ["not-set", ...Object.values(queries).map((query) => query?.queryKey)],
    queryFn: async ({ client }): Promise<NotSetCounts> => {
      const count = async (query: ReturnType<typeof ask>) =>
        singleCount((await client.fetchQuery(query)).rows, fields.roles);
      const [present, missing, all] = await Promise.all([
        queries.present && count(queries.present),
        count(queries.missing),
        count(queries.all),
      ]);
      return { present: present ?? all - missing, missing, all };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Whether what was asked for is exactly the conversations that have no value. */
export function tellsNotSet({ present, missing, all }: NotSetCounts): boolean {
  return missing > 0 && present + missing === all;
}
