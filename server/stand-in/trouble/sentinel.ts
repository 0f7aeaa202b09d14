import { z } from "zod";
import { type FaultOrder, readFaultOrder } from "./fault-order.ts";

const prefix = "fault:";

const bodySchema = z.looseObject({
  query: z.looseObject({
    filters: z.array(
      z.looseObject({ expressions: z.array(z.looseObject({ values: z.array(z.string()).optional() })) }),
    ),
  }),
});

/**
 * Finds a fault among the values of a query's filters, where it is written as `fault:500`, and takes it out: what is
 * left is the query as it would be without it. A comparison, or a group, that has nothing left is taken out, too.
 */
export function takeSentinel(body: unknown): { wanted: FaultOrder | undefined; body: unknown } {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return { wanted: undefined, body };
  let wanted: FaultOrder | undefined;
  const isOrdinary = (value: string) => {
    const found = value.startsWith(prefix) ? readFaultOrder(value.slice(prefix.length)) : undefined;
    wanted ??= found;
    return found === undefined;
  };
  const filters = parsed.data.query.filters.flatMap((group) => {
    const expressions = group.expressions.flatMap((leaf) => {
      const values = leaf.values?.filter(isOrdinary);
      return values?.length === 0 && leaf.values?.length !== 0 ? [] : [values ? { ...leaf, values } : leaf];
    });
    return expressions.length === 0 ? [] : [{ ...group, expressions }];
  });
  // What has no fault in it goes on exactly as it came.
  return { wanted, body: wanted ? { ...parsed.data, query: { ...parsed.data.query, filters } } : body };
}

/** Finds a fault in the id of a conversation: `fault-500`. */
export function idSentinel(path: string, conversationId: unknown): FaultOrder | undefined {
  const [, id] = /^\/v[23]\/Conversations\/(?:fault-)([a-z0-9-]+)/.exec(path) ?? [];
  const inQuery = typeof conversationId === "string" ? /^fault-([a-z0-9-]+)$/.exec(conversationId)?.[1] : undefined;
  return readFaultOrder(id ?? inQuery ?? "");
}
