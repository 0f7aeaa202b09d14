import { z } from "zod";

/** One page of a list of Twilio's: the items, as yet unread, and the token of the next page. */
export type Listing = { items: unknown[]; next: string | undefined };

/**
 * The page of a list whose items stand under the given key. Conversations v2 names the key after the items,
 * Intelligence v3 says `items`. The end is a token that is null, "" or missing, or no `meta` at all.
 */
export function listingSchema(key: string): z.ZodType<Listing> {
  return z
    .looseObject({
      [key]: z.array(z.unknown()),
      meta: z.looseObject({ nextToken: z.string().nullish() }).nullish(),
    })
    .transform((page) => ({ items: z.array(z.unknown()).parse(page[key]), next: nextOf(page.meta) }));
}

function nextOf(meta: unknown): string | undefined {
  return z.looseObject({ nextToken: z.string().min(1) }).safeParse(meta).data?.nextToken;
}

/** The largest page that Twilio documents for all of these lists; it saves calls, which are what is limited. */
export const listPageSize = 1000;

/** Which page of a list: of how many items, and its token, unless it is the first. */
export type ListPage = { pageSize: number; pageToken: string | undefined };

/** `path` with the parameters of a list's page. */
export function listPath(path: string, { pageSize, pageToken }: ListPage, filter: Record<string, string> = {}): string {
  const token = pageToken === undefined ? {} : { pageToken };
  return `${path}?${new URLSearchParams({ ...filter, pageSize: String(pageSize), ...token })}`;
}
