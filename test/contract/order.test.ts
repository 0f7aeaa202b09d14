import fc from "fast-check";
import { expect, test } from "vitest";
import { opposite, totalOrder } from "../../contract/order.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";

test("each dimension that a query is not ordered by yet follows, ascending and once", () => {
  const query = { dimensions: ["Id", "Time", "Channel"], orderBy: [{ field: "Time", direction: "DESC" as const }] };
  expect(totalOrder({ domain: "Conversations", query })).toEqual({
    domain: "Conversations",
    query: {
      ...query,
      orderBy: [
        { field: "Time", direction: "DESC" },
        { field: "Id", direction: "ASC" },
        { field: "Channel", direction: "ASC" },
      ],
    },
  });
});

test("what was asked for comes first, nothing is ordered by twice, and a total order stays the very same", () => {
  const field = fc.constantFrom("A", "B", "C", "D");
  const order = fc.record({ field, direction: fc.constantFrom("ASC" as const, "DESC" as const) });
  const property = fc.property(
    fc.array(field),
    fc.uniqueArray(order, { selector: ({ field }) => field }),
    (dims, by) => {
      const request: InsightsQueryRequest = { query: { measures: ["Count"], dimensions: dims, orderBy: by } };
      const total = totalOrder(request);
      const fields = (total.query.orderBy ?? []).map((one) => one.field);
      expect(total.query.orderBy?.slice(0, by.length)).toEqual(by);
      expect(new Set(fields).size).toBe(fields.length);
      expect(new Set(fields)).toEqual(new Set([...dims, ...by.map((one) => one.field)]));
      expect(totalOrder(total)).toBe(total);
    },
  );
  fc.assert(property);
});

test("a query without dimensions has one row and needs no order", () => {
  const request: InsightsQueryRequest = { query: { measures: ["Count"] } };
  expect(totalOrder(request)).toBe(request);
});

test("the opposite of a query's order is every field of it the other way round, and of no order there is none", () => {
  const query = {
    measures: ["Count"],
    dimensions: ["Id", "Time"],
    orderBy: [{ field: "Time", direction: "DESC" as const }, { field: "Id" }],
  };
  expect(opposite({ domain: "Conversations", query })).toEqual({
    domain: "Conversations",
    query: {
      ...query,
      orderBy: [
        { field: "Time", direction: "ASC" },
        { field: "Id", direction: "DESC" },
      ],
    },
  });
  expect(opposite({ query: { dimensions: ["Id"] } })).toBeUndefined();
});
