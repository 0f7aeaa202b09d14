import type { Page } from "../../../contract/page.ts";
import type { Account } from "../account.ts";
import type { Position } from "../compile/keyset.ts";
import { writeEnds } from "./ends.ts";
import type { PageRows } from "./read-page.ts";
import type { TokenContent } from "./token.ts";

/** A page of rows as Insights v3 writes it. */
export function writePage(
  account: Account,
  { items, before, after }: PageRows,
  domain: string,
  write: (direction: TokenContent["direction"], position: TokenContent["position"]) => string,
): Page {
  const token = (direction: TokenContent["direction"], position: Position | undefined) =>
    position ? write(direction, [...position]) : null;
  const ends = { previousToken: token("before", before), nextToken: token("after", after) };
  return {
    domain,
    items,
    meta: { key: "items", pageSize: items.length, ...writeEnds(account.catalogue.endToken, ends) },
  };
}
