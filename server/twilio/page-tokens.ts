import type { RawAnswer } from "./transport.ts";

type Direction = "next" | "previous";

/** Where a page may say what comes before and after it, beside `meta`. */
const places = ["meta", "pagination", "paging", "page", "pageInfo", "links", "_links", "cursors"];

/** What the token of another page is called, in lower case and without the signs between words. */
const names: Record<Direction, readonly string[]> = {
  next: [
    "nexttoken",
    "nextpagetoken",
    "nextcursor",
    "nextpagecursor",
    "nextpageurl",
    "nexturl",
    "nexturi",
    "nextlink",
    "nextpage",
    "next",
  ],
  previous: [
    "previoustoken",
    "previouspagetoken",
    "previouscursor",
    "previouspageurl",
    "previousurl",
    "previouspage",
    "previous",
    "prevtoken",
    "prevpagetoken",
    "prevcursor",
    "prevpageurl",
    "prev",
  ],
};

/** The parameters of an address that name a page. */
const parameters = ["pagetoken", "nexttoken", "token", "cursor", "pagecursor", "nextcursor"];

const bare = (name: string) => name.toLowerCase().replace(/[^a-z]+/g, "");

/** The token in an address of another page. The address itself is never asked: it is the upstream's word. */
function tokenOf(address: string): string | undefined {
  const [, query = ""] = /\?([^#]*)/.exec(address) ?? [];
  for (const [name, value] of new URLSearchParams(query)) {
    if (parameters.includes(bare(name)) && value !== "") return value;
  }
  return undefined;
}

function isAddress(text: string): boolean {
  return /^(https?:\/\/|\/|\?)/i.test(text) && text.includes("?");
}

/** What some write where there is no other page. */
export function isNoToken(text: string): boolean {
  return /^\s*(null|nil|none|undefined|false)?\s*$/i.test(text);
}

/** A token as text. Some write it as a number, and addresses as objects. */
function readToken(name: string, value: unknown): string | undefined {
  if (typeof value === "number" && Number.isSafeInteger(value))
    return /token|cursor/.test(name) ? String(value) : undefined;
  if (typeof value === "object" && value !== null) {
    const href: unknown = Reflect.get(value, "href") ?? Reflect.get(value, "url");
    return typeof href === "string" ? tokenOf(href) : undefined;
  }
  if (typeof value !== "string" || isNoToken(value)) return undefined;
  if (isAddress(value)) return tokenOf(value);
  return /ur[li]|link/.test(name) ? undefined : value;
}

function tokenIn(holder: unknown, direction: Direction): string | undefined {
  if (typeof holder !== "object" || holder === null || Array.isArray(holder)) return undefined;
  const members: [string, unknown][] = Object.entries(holder);
  for (const wanted of names[direction]) {
    for (const [name, value] of members) {
      const token = bare(name) === wanted ? readToken(wanted, value) : undefined;
      if (token !== undefined) return token;
    }
  }
  return undefined;
}

/** A header may say the next page: `X-Next-Token: …`, or `Link: <…?pageToken=…>; rel="next"`. */
function inHeader({ headers }: RawAnswer, direction: Direction): string | undefined {
  const own = Object.entries(headers).find(
    ([name]) => /token|cursor/.test(name) && names[direction].includes(bare(name).replace(/^x/, "")),
  );
  if (typeof own?.[1] === "string" && !isNoToken(own[1])) return own[1];
  const link = Array.isArray(headers["link"]) ? headers["link"].join(",") : (headers["link"] ?? "");
  for (const [, address = "", rel = ""] of link.matchAll(/<([^>]*)>\s*;[^,]*?rel="?(\w+)"?/gi)) {
    if (rel.toLowerCase() === direction || (direction === "previous" && rel.toLowerCase() === "prev")) {
      return tokenOf(address);
    }
  }
  return undefined;
}

/** What says of a page whether another one comes behind it, in lower case and without the signs between words. */
const moreNames = ["hasmore", "hasnext", "hasnextpage", "morepages"];

function saysNoMore(holder: unknown): boolean {
  if (typeof holder !== "object" || holder === null || Array.isArray(holder)) return false;
  const members: [string, unknown][] = Object.entries(holder);
  return members.some(([name, value]) => (value === false || value === "false") && moreNames.includes(bare(name)));
}

/** Whether a page says in other words than a token that it is the last one. A token beside that leads nowhere. */
export function isLastPage(members: ReadonlyMap<string, unknown>): boolean {
  return saysNoMore(Object.fromEntries(members)) || places.some((place) => saysNoMore(members.get(place)));
}

/**
 * The token of the page after or before an answer's, wherever it says one: under the documented name, under another, in
 * the address of that page, beside the rows, or in a header.
 *
 * @param members what the answer holds beside its rows, by name; `meta` among it.
 */
export function pageToken(
  answer: RawAnswer,
  members: ReadonlyMap<string, unknown>,
  direction: Direction,
): string | undefined {
  for (const place of places) {
    const token = tokenIn(members.get(place), direction);
    if (token !== undefined) return token;
  }
  return tokenIn(Object.fromEntries(members), direction) ?? inHeader(answer, direction);
}
