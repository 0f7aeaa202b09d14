import * as z from "zod/mini";
import { sentenceSchema } from "./messages/sentence.ts";

const tokenSchema = z.nullish(z.string());

/**
 * What stands beside the rows of a page. `pageSize` is the number of rows in this page, not the number asked for;
 * there is no total. Tokens are opaque.
 */
const pageMetaSchema = z.looseObject({
  key: z.optional(z.string()),
  pageSize: z.optional(z.number()),
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
  .check(
    z.check(({ value, issues }) => {
      const place = value.findIndex((row) => !isRow(row));
      if (place >= 0) issues.push({ code: "custom", message: "not a row", path: [place], input: value[place] });
    }),
  );

/**
 * What Earshot had to do to a page so that it is what was asked for. A page whose bytes went on as they came has no marks.
 */
export const pageMarksSchema = z.object({
  /** What was done instead of what was asked, in sentences for the person who reads the rows. */
  notes: z._default(z.array(sentenceSchema), []),
  /** Fields that were asked for and of which no row had a cell, also when they were asked for alone. */
  notReturned: z._default(z.array(z.string()), []),
  /** Fields that the rows are not in order of although they were asked to be. */
  unsorted: z._default(z.array(z.string()), []),
  /** Items of the answer that were no rows; they are not among `items`. */
  lost: z._default(z.int().check(z.nonnegative()), 0),
});

/** One page of a query's result. Keys that Twilio adds later pass through. */
export const pageSchema = z.looseObject({
  domain: z.nullish(z.string()),
  items: rowsSchema,
  meta: pageMetaSchema,
  earshot: z.optional(pageMarksSchema),
});

/** One row: the selected dimensions and measures by name. A cell may be an array, null or missing. */
export type Row = Record<string, unknown>;
export type Page = z.infer<typeof pageSchema>;
export type PageMarks = z.infer<typeof pageMarksSchema>;

/** The token of the page after this one, or undefined at the end. Twilio writes the end as null, as "" or not at all. */
export function nextToken(page: Page): string | undefined {
  return page.meta.nextToken || undefined;
}

/** The token of the page before this one, or undefined at the start. */
export function previousToken(page: Page): string | undefined {
  return page.meta.previousToken || undefined;
}
