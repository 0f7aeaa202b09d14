import { z } from "zod";
import { limits, listOf } from "./limits.ts";

/**
 * The operators of Twilio's enum. The specification uses one enum for groups and leaves and gives no meaning to a
 * comparison at group level or to AND/OR on a leaf, so Earshot accepts each where it has a meaning and nowhere else.
 */
export const groupOperators = ["AND", "OR"] as const;
export const leafOperators = ["EQ", "NE", "GT", "LT", "IN"] as const;

const fieldSchema = z.string().min(1).max(limits.field);

/** One comparison. Values are always strings upstream, numbers and times included. */
export const filterLeafSchema = z.strictObject({
  op: z.enum(leafOperators),
  field: fieldSchema,
  values: listOf(z.string(), limits.values).optional(),
});

/**
 * Asks for what has no value in a field: no cell, null, an empty text, an empty list. Twilio has no comparison for that,
 * so one with an empty list of values stands for it between browser and server, and Earshot leaves the rows out itself:
 * no account is ever sent one.
 */
export function notSetLeaf(field: string): FilterLeaf {
  return { op: "EQ", field, values: [] };
}

/** Whether a comparison is one of {@link notSetLeaf}. */
export function isNotSet({ op, values }: Pick<FilterLeaf, "op" | "values">): boolean {
  return op === "EQ" && values?.length === 0;
}

/**
 * A group of comparisons. A leaf has no `expressions`, so a filter is never deeper than these two levels. What is not set
 * is not one of several alternatives: rows could not be left out by it alone.
 */
export const filterGroupSchema = z
  .strictObject({
    op: z.enum(groupOperators).optional(),
    expressions: listOf(filterLeafSchema, limits.leaves, 1),
  })
  .refine(({ op, expressions }) => op !== "OR" || expressions.length === 1 || !expressions.some(isNotSet), {
    path: ["expressions"],
    message: "asks for what is not set beside an alternative",
    params: { sentence: "shapeNotSetOr" },
  });

export const orderBySchema = z.strictObject({
  field: fieldSchema,
  direction: z.enum(["ASC", "DESC"]).optional(),
});

export const queryDefinitionSchema = z
  .strictObject({
    measures: listOf(fieldSchema, limits.fields).optional(),
    dimensions: listOf(fieldSchema, limits.fields).optional(),
    filters: listOf(filterGroupSchema, limits.groups).optional(),
    orderBy: listOf(orderBySchema, limits.fields).optional(),
  })
  .refine((query) => (query.measures?.length ?? 0) + (query.dimensions?.length ?? 0) > 0, {
    message: "must name a measure or a dimension",
    params: { sentence: "shapeNothingAsked" },
  });

/**
 * The body of a query, as Twilio takes it. `properties.timezone` (any IANA zone, UTC when absent) is in Twilio's
 * documentation but not in its OpenAPI document; it decides where time grains such as `.day` begin.
 */
export const insightsQueryRequestSchema = z.strictObject({
  domain: z.string().min(1).optional(),
  properties: z.strictObject({ timezone: z.string().min(1).optional() }).optional(),
  query: queryDefinitionSchema,
});

export type FilterLeaf = z.infer<typeof filterLeafSchema>;
export type FilterGroup = z.infer<typeof filterGroupSchema>;
export type OrderBy = z.infer<typeof orderBySchema>;
export type QueryDefinition = z.infer<typeof queryDefinitionSchema>;
export type InsightsQueryRequest = z.infer<typeof insightsQueryRequestSchema>;
