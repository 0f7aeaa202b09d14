import { z } from "zod";

const tokenSchema = z.string().nullish();

/**
 * What stands beside the rows of a page. `pageSize` is the number of rows in this page, not the number asked for;
 * there is no total. Tokens are opaque.
 */
const pageMetaSchema = z.looseObject({
  key: z.string().optional(),
  pageSize: z.number().optional(),
  previousToken: tokenSchema,
  nextToken: tokenSchema,
});

/** A row is looked at, not copied cell by cell: whatever its cells hold is drawn as text. */
const rowSchema = z.custom<Row>((row) => typeof row === "object" && row !== null && !Array.isArray(row), "not a row");

/** One page of a query's result. Keys that Twilio adds later pass through. */
export const pageSchema = z.looseObject({
  domain: z.string().nullish(),
  items: z.array(rowSchema),
  meta: pageMetaSchema,
});

/** One row: the selected dimensions and measures by name. A cell may be an array, null or missing. */
export type Row = Record<string, unknown>;
export type Page = z.infer<typeof pageSchema>;

/** The token of the page after this one, or undefined at the end. Twilio writes the end as null, as "" or not at all. */
export function nextToken(page: Page): string | undefined {
  return page.meta.nextToken || undefined;
}

/** The token of the page before this one, or undefined at the start. */
export function previousToken(page: Page): string | undefined {
  return page.meta.previousToken || undefined;
}
