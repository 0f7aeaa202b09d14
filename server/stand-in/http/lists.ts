import type { Request } from "express";
import type { Catalogue } from "../catalogue/types.ts";
import { writeEnds } from "../paging/ends.ts";
import type { TokenContent, Tokens } from "../paging/token.ts";
import { readPageSize, readPageToken } from "./body.ts";
import { badRequest } from "./errors.ts";

export type AskedPage = {
  size: number;
  direction: TokenContent["direction"];
  position: TokenContent["position"] | undefined;
};

/** Which page of a list is asked for: `pageSize` and `pageToken`, which has to be of the same list. */
export function readAskedPage(req: Request, tokens: Tokens, list: string): AskedPage {
  if (req.query.pageToken === undefined) {
    return { size: readPageSize(req), direction: "after", position: undefined };
  }
  const { query, size, direction, position } = tokens.read(readPageToken(req));
  if (query !== list) throw badRequest("pageToken is not of this list", { pageToken: "of another list" });
  return { size: req.query.pageSize === undefined ? size : readPageSize(req), direction, position };
}

/** A parameter of the query string that may be given once. */
export function readOnce(req: Request, name: string): string | undefined {
  const value = req.query[name];
  if (value === undefined || typeof value === "string") return value;
  throw badRequest(`${name} can be given once only`, { [name]: String(value) });
}

/** What stands beside a page of a list; the next one begins at `next`. Outside Insights a token is never null. */
export function writeListMeta(
  tokens: Tokens,
  page: { list: string; key: string; size: number; count: number; next: TokenContent["position"] | undefined },
  endToken: Catalogue["endToken"] = "missing",
): Record<string, unknown> {
  const { list, key, size, count, next } = page;
  const nextToken = next ? tokens.write({ query: list, size, direction: "after", position: next }) : null;
  return { key, pageSize: count, ...writeEnds(endToken, { previousToken: null, nextToken }) };
}

/** A page of a list that is at hand as a whole, under the key that the list's API uses. */
export function pageOfList<Item>(
  req: Request,
  tokens: Tokens,
  { list, key, items }: { list: string; key: string; items: readonly Item[] },
): Record<string, unknown> {
  const { size, position } = readAskedPage(req, tokens, list);
  const from = Number(position?.[0] ?? 0);
  const page = items.slice(from, from + size);
  const next = from + size < items.length ? [from + size] : undefined;
  return { [key]: page, meta: writeListMeta(tokens, { list, key, size, count: page.length, next }) };
}
