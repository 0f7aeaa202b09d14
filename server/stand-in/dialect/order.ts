import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { Catalogue, Dimension } from "../catalogue/types.ts";
import { badRequest } from "../http/errors.ts";
import { dimensionNamed, isList, isPart } from "./fields.ts";
import type { Dialect, Hooks } from "./types.ts";

/** Refuses queries that are ordered by a dimension, or by a measure where the test is given none. */
function refuseOrder(is: (dimension: Dimension | undefined) => boolean): Hooks {
  return {
    refuse: ({ query }, catalogue) => {
      const found = query.orderBy?.find(({ field }) => is(dimensionNamed(catalogue, field)));
      if (found) throw badRequest(`Sorting by '${found.field}' is not supported`, { field: found.field });
    },
  };
}

function orderedBySelected({ query, ...rest }: InsightsQueryRequest, _catalogue: Catalogue): InsightsQueryRequest {
  const { orderBy, ...other } = query;
  if (!orderBy) return { ...rest, query };
  const selected = [...(query.dimensions ?? []), ...(query.measures ?? [])];
  return { ...rest, query: { ...other, orderBy: orderBy.filter(({ field }) => selected.includes(field)) } };
}

/** Rows by the last dimension that was asked for, which is the time of no table; groups by their first. */
function inOwnOrder({ query, ...rest }: InsightsQueryRequest, catalogue: Catalogue): InsightsQueryRequest {
  const { orderBy, dimensions = [] } = query;
  if (!orderBy) return { ...rest, query };
  const isTime = (field: string) => dimensionNamed(catalogue, field)?.kind === "time";
  const field = dimensions.toReversed().find((name) => !isTime(name));
  const { orderBy: _, ...other } = query;
  return { ...rest, query: field === undefined ? other : { ...other, orderBy: [{ field }] } };
}

/** What the account does not put in order. */
export const orders: readonly Dialect[] = [
  {
    name: "order-refused",
    does: "refuses `orderBy` altogether",
    hooks: {
      refuse: ({ query }) => {
        if (query.orderBy?.length) throw badRequest('Unrecognized field "orderBy"');
      },
    },
  },
  {
    name: "order-time-only",
    does: "refuses to order by anything but the conversation’s time",
    hooks: refuseOrder((one) => !(one && isPart("time", one))),
  },
  {
    name: "order-id-refused",
    does: "refuses to order by the conversation’s id",
    hooks: refuseOrder((one) => one !== undefined && isPart("id", one)),
  },
  {
    name: "order-grain-refused",
    does: "refuses to order by a grain of a time",
    hooks: refuseOrder((one) => one?.kind === "time" && one.grain !== undefined),
  },
  {
    name: "order-array-refused",
    does: "refuses to order by a field of lists",
    hooks: refuseOrder((one) => one !== undefined && isList(one)),
  },
  {
    name: "order-measure-refused",
    does: "refuses to order by a measure",
    hooks: refuseOrder((one) => one === undefined),
  },
  {
    name: "order-ignored",
    does: "takes `orderBy` and ignores it: rows come as the account likes, not by time",
    hooks: { rewrite: inOwnOrder },
  },
  {
    name: "order-desc-ignored",
    does: "takes DESC and puts rows in ascending order",
    hooks: {
      rewrite: ({ query, ...rest }) => {
        const { orderBy, ...other } = query;
        return { ...rest, query: orderBy ? { ...other, orderBy: orderBy.map(({ field }) => ({ field })) } : other };
      },
    },
  },
  {
    name: "order-unselected-ignored",
    does: "ignores an order by a field that is not selected",
    hooks: { rewrite: orderedBySelected },
  },
];
