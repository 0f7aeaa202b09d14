import { type core, parse } from "zod";
import type { Cut } from "../../contract/detail.ts";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import { type Listing, type ListPage, listPageSize } from "../twilio/listing.ts";
import { inSmallerPages } from "../twilio/smaller-pages.ts";

/** A list read to its end, or to the most that is read; then `cut` says so. */
export type WholeList<Item> = { items: Item[]; cut: Cut };

export type ListLimits = {
  /** The most items that are kept. */
  cap: number;
  /** The most that are read, for a list that lets in what does not belong to it; the cap unless given. */
  mostRead?: number;
};

/** A list of so many pages is no list of one conversation; without a bound, empty pages could go on for ever. */
const mostPages = 200;

/**
 * Reads every page of a list, in the upstream's order. Empty pages with a token are followed. A page that is too large is
 * asked for in smaller ones, and so are those behind it: a size travels beside each token.
 *
 * @param keep leaves out what does not belong to the conversation.
 * @throws ProblemError when a page fails, or when a token comes back a second time: following it would never end.
 */
export async function wholeList<Schema extends core.$ZodType>(
  schema: Schema,
  { cap, mostRead = cap }: ListLimits,
  ask: (page: ListPage) => Promise<Listing>,
  keep: (item: core.output<Schema>) => boolean = () => true,
): Promise<WholeList<core.output<Schema>>> {
  const items: core.output<Schema>[] = [];
  const seen = new Set<string>();
  let read = 0;
  let pageSize = listPageSize;
  const pageAt = (pageToken: string | undefined) =>
    inSmallerPages(pageSize, (size) => {
      pageSize = size;
      return ask({ pageSize, pageToken });
    });
  let page = await pageAt(undefined);
  for (;;) {
    read += page.items.length;
    items.push(...page.items.map((item) => parse(schema, item)).filter(keep));
    const { next } = page;
    if (items.length > cap) return { items: items.slice(0, cap), cut: { shown: cap, cap } };
    if (next === undefined) return { items, cut: undefined };
    if (items.length === cap || read >= mostRead || seen.size === mostPages) {
      return { items, cut: { shown: items.length, cap } };
    }
    if (seen.has(next)) throw earshotProblem("upstreamShape", sentence("twilioSameToken"));
    seen.add(next);
    page = await pageAt(next);
  }
}
