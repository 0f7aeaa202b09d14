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

function isRow(row: unknown): row is Row {
  return typeof row === "object" && row !== null && !Array.isArray(row);
}

/**
 * Rows are looked at, not copied: whatever their cells hold is drawn as text. One check of the whole list, since one of
 * each row costs a page of them a tenth of its way to the screen.
 */
const rowsSchema = z
  .custom<Row[]>((items) => Array.isArray(items), "not a list of rows")
  .superRefine((items, { addIssue }) => {
    const place = items.findIndex((row) => !isRow(row));
    if (place >= 0) addIssue({ code: "custom", message: "not a row", path: [place], input: items[place] });
  });

/** One page of a query's result. Keys that Twilio adds later pass through. */
export const pageSchema = z.looseObject({
  domain: z.string().nullish(),
  items: rowsSchema,
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
