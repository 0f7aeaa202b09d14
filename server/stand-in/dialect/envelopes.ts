import { z } from "zod";
import type { Asked } from "../http/asked.ts";
import { askedOf } from "../http/asked.ts";
import type { Dialect, Hooks } from "./types.ts";

const pageSchema = z.looseObject({
  items: z.array(z.unknown()).optional(),
  meta: z.looseObject({ nextToken: z.string().nullish(), previousToken: z.string().nullish() }).optional(),
});
type Page = z.infer<typeof pageSchema>;

const pages: readonly Asked[] = ["query", "nextPage", "results"];

/** Pages in another shape. */
function paged(change: (page: Page) => unknown): Hooks {
  return {
    answer: (body, asked) => {
      const page = pages.includes(asked) ? pageSchema.safeParse(body) : undefined;
      return page?.success ? change(page.data) : body;
    },
  };
}

/** The address of a page as Twilio's older APIs write it. */
function address(token: string | null | undefined): string | null {
  return token ? `https://insights.twilio.com/v3/Query?PageSize=50&PageToken=${encodeURIComponent(token)}` : null;
}

/** A token that no account writes, of a page that is always empty. */
const emptyToken = "the-end";

const emptyLast: Hooks = {
  page: (page) => {
    const isLast = !page.meta?.nextToken && (page.items ?? []).length > 0;
    return isLast ? { ...page, meta: { ...page.meta, nextToken: emptyToken } } : page;
  },
  handler: () => (req, res, next) => {
    const asked = askedOf(req);
    const isAsked = (asked === "nextPage" || asked === "results") && req.query.pageToken === emptyToken;
    if (isAsked) res.json({ items: [], meta: { key: "items", pageSize: 0 } });
    else next();
  },
};

/** Where rows and tokens stand in an answer. */
export const envelopes: readonly Dialect[] = [
  { name: "page-empty-last", does: "says a token on the last page, too, of a page without rows", hooks: emptyLast },
  {
    name: "page-token-named",
    does: "says the next page’s token as `meta.nextPageToken`",
    hooks: paged(({ meta: { nextToken, previousToken: _, ...meta } = {}, ...page }) => ({
      ...page,
      meta: { ...meta, nextPageToken: nextToken ?? null },
    })),
  },
  {
    name: "page-token-top",
    does: "says the next page’s token beside the rows as `next_cursor`, and has no `meta`",
    hooks: paged(({ meta, ...page }) => ({ ...page, next_cursor: meta?.nextToken ?? "" })),
  },
  {
    name: "page-token-header",
    does: "says the next page’s token in a header, `X-Next-Token`, and has no `meta`",
    hooks: {
      answer: (body, asked, res) => {
        const page = pages.includes(asked) ? pageSchema.safeParse(body) : undefined;
        if (!page?.success) return body;
        const { meta, ...rest } = page.data;
        if (meta?.nextToken) res.set("X-Next-Token", meta.nextToken);
        return rest;
      },
    },
  },
  {
    name: "page-has-more",
    does: "says a token on the last page, too, one that leads nowhere, and `hasMore: false`",
    hooks: paged(({ meta = {}, ...page }) => ({
      ...page,
      meta: { ...meta, hasMore: Boolean(meta.nextToken), nextToken: meta.nextToken ?? "nowhere" },
    })),
  },
  {
    name: "page-token-null",
    does: "says the text `null` for the next page’s token on the last page",
    hooks: paged(({ meta = {}, ...page }) => ({ ...page, meta: { ...meta, nextToken: meta.nextToken ?? "null" } })),
  },
  {
    name: "page-next-url",
    does: "says the next page by its address alone, `meta.next_page_url`, as Twilio’s older APIs do",
    hooks: paged(({ meta, ...page }) => ({
      ...page,
      meta: {
        key: "items",
        page_size: 50,
        next_page_url: address(meta?.nextToken),
        previous_page_url: address(meta?.previousToken),
      },
    })),
  },
  {
    name: "shape-data",
    does: "says `data` for `items`, and no `meta.key`",
    hooks: paged(({ items, meta: { key: _, ...meta } = {}, ...page }) => ({ ...page, data: items, meta })),
  },
  {
    name: "shape-inside",
    does: 'puts every answer into another object: `{"data": {"items": …, "meta": …}}`',
    hooks: { answer: (body) => ({ data: body }) },
  },
  {
    name: "shape-code",
    does: 'puts every answer into another object, with a code that is none of an error: `{"code": 0, "message": "success", "data": …}`',
    hooks: { answer: (body) => ({ code: 0, message: "success", data: body }) },
  },
  {
    name: "shape-list",
    does: "answers with the list of rows alone, and says the next page in a Link header",
    hooks: {
      answer: (body, asked, res) => {
        const page = pages.includes(asked) ? pageSchema.safeParse(body) : undefined;
        if (!page?.success) return body;
        const next = address(page.data.meta?.nextToken);
        if (next) res.set("Link", `<${next}>; rel="next"`);
        return page.data.items ?? [];
      },
    },
  },
  {
    name: "shape-no-content",
    does: "answers 204 without a body where no row fits",
    hooks: {
      answer: (body, asked, res) => {
        const page = pages.includes(asked) ? pageSchema.safeParse(body) : undefined;
        if (page?.success && page.data.items?.length === 0) res.status(204);
        return body;
      },
    },
  },
];
