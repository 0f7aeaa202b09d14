import * as z from "zod/mini";
import { limits, listOf } from "./limits.ts";

/**
 * The operators of Twilio's enum. The specification uses one enum for groups and leaves and gives no meaning to a
 * comparison at group level or to AND/OR on a leaf, so Earshot accepts each where it has a meaning and nowhere else.
 */
export const groupOperators = ["AND", "OR"] as const;
export const leafOperators = ["EQ", "NE", "GT", "LT", "IN"] as const;

const fieldSchema = z.string().check(z.minLength(1), z.maxLength(limits.field));

/** One comparison. Values are always strings upstream, numbers and times included. */
export const filterLeafSchema = z.strictObject({
  op: z.enum(leafOperators),
  field: fieldSchema,
  values: z.optional(listOf(z.string(), limits.values)),
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
    op: z.optional(z.enum(groupOperators)),
    expressions: listOf(filterLeafSchema, limits.leaves, 1),
  })
  .check(
    z.refine(({ op, expressions }) => op !== "OR" || expressions.length === 1 || !expressions.some(isNotSet), {
      path: ["expressions"],
      message: "asks for what is not set beside an alternative",
      params: { sentence: "shapeNotSetOr" },
    }),
  );

export const orderBySchema = z.strictObject({
  field: fieldSchema,
  direction: z.optional(z.enum(["ASC", "DESC"])),
});

export const queryDefinitionSchema = z
  .strictObject({
    measures: z.optional(listOf(fieldSchema, limits.fields)),
    dimensions: z.optional(listOf(fieldSchema, limits.fields)),
    filters: z.optional(listOf(filterGroupSchema, limits.groups)),
    orderBy: z.optional(listOf(orderBySchema, limits.fields)),
  })
  .check(
    z.refine((query) => (query.measures?.length ?? 0) + (query.dimensions?.length ?? 0) > 0, {
      message: "must name a measure or a dimension",
      params: { sentence: "shapeNothingAsked" },
    }),
  );

/**
 * The body of a query, as Twilio takes it. `properties.timezone` (any IANA zone, UTC when absent) is in Twilio's
 * documentation but not in its OpenAPI document; it decides where time grains such as `.day` begin.
 */
export const insightsQueryRequestSchema = z.strictObject({
  domain: z.optional(z.string().check(z.minLength(1))),
  properties: z.optional(z.strictObject({ timezone: z.optional(z.string().check(z.minLength(1))) })),
  query: queryDefinitionSchema,
});

export type FilterLeaf = z.infer<typeof filterLeafSchema>;
export type FilterGroup = z.infer<typeof filterGroupSchema>;
export type OrderBy = z.infer<typeof orderBySchema>;
export type QueryDefinition = z.infer<typeof queryDefinitionSchema>;
export type InsightsQueryRequest = z.infer<typeof insightsQueryRequestSchema>;
