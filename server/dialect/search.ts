import type { Part, SentQuery } from "./ladder.ts";
import { partsOf, withParts } from "./ladder.ts";

/** Whether the API takes a request. Throws what is no answer to that: limits, outages, refused credentials. */
export type IsTaken = (sent: SentQuery) => Promise<boolean>;

/** A refused part, with the parts that were taken beside it, and those that could not be told apart from it. */
export type Refused = { part: Part; taken: readonly Part[]; alike: readonly Part[] };

/** Which of the parts a refusal speaks of by its name; undefined where it names none or several. */
function namedIn(words: string, parts: readonly Part[]): Part | undefined {
  const text = words.toLowerCase();
  const hints: Record<Part["kind"], (part: Part) => string[]> = {
    dimension: (part) => ("field" in part ? [part.field] : []),
    measure: (part) => ("field" in part ? [part.field] : []),
    filter: (part) => ("field" in part ? [part.field] : []),
    order: () => ["orderby", "order by", "sort"],
    domain: () => ["domain"],
    properties: () => ["properties", "timezone"],
    "group-op": () => [],
    "page-size": () => ["pagesize", "page size", "page_size"],
  };
  const named = parts.filter((part) => hints[part.kind](part).some((hint) => text.includes(hint.toLowerCase())));
  const [only] = named;
  return named.length === 1 ? only : undefined;
}

/**
 * Finds the first part with which a refused request is refused. A request that is refused stays refused with more in it,
 * so halving finds it. What the refusal says is only a hint of where to look first.
 *
 * @param words what the refusal said, and what it named.
 * @param calls how many calls may be made.
 * @returns undefined where the search shows no part: the refusal was of a moment.
 */
export async function findRefused(
  sent: SentQuery,
  words: string,
  takes: IsTaken,
  calls: { left: number },
): Promise<Refused | undefined> {
  const all = partsOf(sent);
  const ask = (parts: readonly Part[]): Promise<boolean> => {
    calls.left -= 1;
    return takes(withParts(sent, parts));
  };

  const hinted = namedIn(words, all);
  if (hinted) {
    const others = all.filter((part) => part !== hinted);
    if (await ask(others)) return { part: hinted, taken: others, alike: [hinted] };
  }

  // Taken with the first `low` of them, refused with the first `high`. The order and the size of pages come last and are
  // refused most often, so it is split before them first.
  let [low, high] = [0, all.length];
  const bare = all.findIndex(({ kind }) => kind === "order" || kind === "page-size");
  for (let first = bare; high - low > 1 && calls.left > 0; first = 0) {
    const middle = first > 0 ? first : Math.floor((low + high) / 2);
    if (await ask(all.slice(0, middle))) low = middle;
    else high = middle;
  }
  const part = all[low];
  return part && { part, taken: all.slice(0, low), alike: all.slice(low, high) };
}
