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

/** A token as text. Some write it as a number, and addresses as objects. */
function readToken(name: string, value: unknown): string | undefined {
  if (typeof value === "number" && Number.isSafeInteger(value))
    return /token|cursor/.test(name) ? String(value) : undefined;
  if (typeof value === "object" && value !== null) {
    const href: unknown = Reflect.get(value, "href") ?? Reflect.get(value, "url");
    return typeof href === "string" ? tokenOf(href) : undefined;
  }
  if (typeof value !== "string" || value === "") return undefined;
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

/** Of a list alone, a header may say the next page: `<…?pageToken=…>; rel="next"`. */
function inHeader({ headers }: RawAnswer, direction: Direction): string | undefined {
  const link = Array.isArray(headers["link"]) ? headers["link"].join(",") : (headers["link"] ?? "");
  for (const [, address = "", rel = ""] of link.matchAll(/<([^>]*)>\s*;[^,]*?rel="?(\w+)"?/gi)) {
    if (rel.toLowerCase() === direction || (direction === "previous" && rel.toLowerCase() === "prev")) {
      return tokenOf(address);
    }
  }
  return undefined;
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
