import { askedOf } from "../http/asked.ts";
import { badRequest, TwilioError } from "../http/errors.ts";
import { putParameter } from "../http/parameter.ts";
import type { Dialect, Hooks, MeasuredDialect } from "./types.ts";

/** What happens to a page that is larger than the account allows. Without a size, pages are as large as it allows. */
function limited(most: number, beyond: "clamp" | (() => TwilioError)): Hooks {
  return {
    handler: () => (req, _res, next) => {
      const asked = askedOf(req);
      if (asked !== "query" && asked !== "results") return next();
      const { pageSize } = req.query;
      const isLarge = typeof pageSize === "string" && Number(pageSize) > most;
      if (isLarge && beyond !== "clamp") throw beyond();
      // The usual account's own default may be larger, too.
      if (isLarge || (pageSize === undefined && req.query.pageToken === undefined)) {
        putParameter(req, "pageSize", String(Math.min(most, 50)));
      }
      if (isLarge) putParameter(req, "pageSize", String(most));
      next();
    },
  };
}

/** One of so many tokens is taken for one that has expired; whoever reads anew comes by at the next. */
function dying(every: number): Hooks {
  return {
    handler: () => {
      let pages = 0;
      return (req, _res, next) => {
        if (req.query.pageToken !== undefined) pages += 1;
        if (req.query.pageToken === undefined || pages % every !== 0) return next();
        throw new TwilioError(410, "The page token has expired");
      };
    },
  };
}

/** How large pages may be, and what stands in them when the query goes on. */
export const pagings: readonly (Dialect | MeasuredDialect)[] = [
  {
    name: "page-limit",
    does: "refuses pages of more than 100 rows, without a word about their size",
    usual: 100,
    hooks: (most) => limited(most, () => badRequest("The request is not valid")),
  },
  {
    name: "page-limit-500",
    does: "answers 500 to pages of more than 100 rows",
    usual: 100,
    hooks: (most) => limited(most, () => new TwilioError(500, "An internal server error has occurred")),
  },
  {
    name: "page-limit-silent",
    does: "gives pages of at most 100 rows, whatever is asked",
    usual: 100,
    hooks: (most) => limited(most, "clamp"),
  },
  {
    name: "ties-shuffled",
    does: "pages by a number of rows, and puts rows that are equal in the order asked for in another order on each page",
    hooks: { paging: { shuffled: true } },
  },
  {
    name: "pages-shift",
    does: "pages by a number of rows, and lets a conversation arrive before each further page",
    hooks: { paging: { arriving: true } },
  },
  {
    name: "tokens-gone",
    does: "answers 410, as to a token that has expired, to one page token of 10",
    usual: 10,
    hooks: dying,
  },
  {
    name: "row-cap",
    does: "gives at most 10000 rows of a query or a job, without a word",
    usual: 10_000,
    hooks: (cap) => ({ paging: { cap } }),
  },
];
