import type { Env } from "./environment.ts";
import { knownVariables } from "./variables.ts";

/** Known to other programs: in small letters to Earshot as well, and of no use where every call is https. */
const ofAll = /^(https?_proxy|no_proxy|HTTP_PROXY)$/;

/** Shorter names are near too many words that mean something else: PORT and POST. */
const shortest = 6;

/** What of two words is left without the beginning and the end that they share. */
function difference(one: string, other: string): [string, string] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}

/** Whether two names differ by one letter that is missing, too much or another, or by two that changed places. */
function isNear(name: string, known: string): boolean {
  const [own, theirs] = difference(name.toUpperCase(), known);
  if (own === "" && theirs === "") return true;
  const isSwap = own.length === 2 && own[0] === theirs[1] && own[1] === theirs[0] && theirs.length === 2;
  return isSwap || (known.length >= shortest && own.length < 2 && theirs.length < 2);
}

/**
 * A sentence for each variable that is set, means nothing, and is one slip away from one that would: it would go
 * unheeded without a word. Values are not in it.
 */
export function misspelledVariables(env: Env): string[] {
  return Object.keys(env).flatMap((name) => {
    if (knownVariables.has(name) || ofAll.test(name) || !env[name]?.trim()) return [];
    const near = [...knownVariables.keys()].filter((known) => isNear(name, known));
    return near.length === 0 ? [] : [`${name} is not a setting of Earshot and has no effect; ${near.join(" or ")} is.`];
  });
}
