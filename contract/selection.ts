import * as z from "zod/mini";
import type { InsightsQueryRequest } from "./query.ts";

/**
 * The most conversations that can be selected at once. Their ids all stand in the query: a thousand of them, each of the
 * 44 characters that Twilio's have, take a fifth of what the body of a query may be.
 */
export const mostSelected = 1000;

/** What an export of selected conversations says of itself. */
export const exportSelectionSchema = z.object({
  /** The field that holds the conversations' ids. */
  field: z.string().check(z.minLength(1)),
  /** How many conversations were selected. */
  chosen: z.int().check(z.positive()),
  /** How many of them have rows in the export; known when it is complete. */
  found: z.optional(z.int().check(z.nonnegative())),
});

export type ExportSelection = z.infer<typeof exportSelectionSchema>;

/** The ids that a query asks for by an IN leaf on the field, each once. */
export function selectedIds({ query }: InsightsQueryRequest, field: string): string[] {
  const leaves = (query.filters ?? []).flatMap(({ expressions }) => expressions);
  const own = leaves.filter((leaf) => leaf.op === "IN" && leaf.field === field);
  return [...new Set(own.at(-1)?.values ?? [])];
}
