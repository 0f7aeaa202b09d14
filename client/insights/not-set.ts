import { queryOptions } from "@tanstack/react-query";
import type { FieldRoles } from "../../contract/fields.ts";
import type { FilterLeaf } from "../../contract/query.ts";
import { countRequest } from "../view/compile.ts";
import type { Pin } from "../view/pin.ts";
import type { View } from "../view/view.ts";
import { singleCount } from "./cube.ts";
import { wholeQuery } from "./whole.ts";

/** What can be told apart: conversations with one of the known values, those with none of them, and all. */
export type NotSetCounts = { present: number; missing: number; all: number };

/** A field whose missing values are wanted, and every value of it that is known. */
export type NotSetField = {
  field: string;
  values: readonly string[];
  /** What has to hold for the field to mean what it says. */
  condition: readonly FilterLeaf[];
  /** The view without any filter on the field. */
  others: View;
};

/**
 * Twilio has no operator for what is not there. Excluding every value comes to the same where excluding keeps
 * conversations without a value, which differs between accounts, and where every value is known. Both hold where those
 * with a value and those without add up to all of the same window, so all three are counted.
 */
export function notSetQuery({ field, values, condition, others }: NotSetField, fields: FieldRoles, pin: Pin) {
  const ask = (leaves: readonly FilterLeaf[]) =>
    wholeQuery(countRequest(others, fields, pin.window, [], { kind: "all" }, [...condition, ...leaves]), pin.id);
  const queries = {
    present: ask([{ op: "IN", field, values: [...values] }]),
    missing: ask(values.map((value) => ({ op: "NE", field, values: [value] }))),
    all: ask([]),
  };
  return queryOptions({
    queryKey: ["not-set", ...Object.values(queries).map(({ queryKey }) => queryKey)],
    queryFn: async ({ client }): Promise<NotSetCounts> => {
      const count = async (query: ReturnType<typeof ask>) =>
        singleCount((await client.fetchQuery(query)).rows, fields.roles);
      const [present, missing, all] = await Promise.all([
        count(queries.present),
        count(queries.missing),
        count(queries.all),
      ]);
      return { present, missing, all };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Whether excluding every value asks for exactly the conversations that have none. */
export function tellsNotSet({ present, missing, all }: NotSetCounts): boolean {
  return missing > 0 && present + missing === all;
}
