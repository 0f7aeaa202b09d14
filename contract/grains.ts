import * as z from "zod/mini";
import { grains, type KnownGrains, qualifierWords, type SplitName, splitGrain } from "./field-words.ts";
import type { Dimension, Metadata } from "./metadata.ts";
import { plainWords } from "./plain-words.ts";

/** A grain whose name says nothing, found by its values: `field` is the time `of`, cut to a grain. */
export const foundGrainSchema = z.object({ field: z.string(), grain: z.enum(grains), of: z.string() });
export type FoundGrain = z.infer<typeof foundGrainSchema>;

/** A grain at the end of a name, in any case and behind any sign: `CreatedDateDay`, `created_date_day`, `Created (day)`. */
const loose =
  /^(.*?[\p{L}\p{N}])[^\p{L}\p{N}]*(?:by)?[^\p{L}\p{N}]*(second|minute|hour|day|week|month|quarter|year)\)?$/iu;

function isTime({ type }: Dimension): boolean {
  return /time|date/i.test(type ?? "");
}

/** A longer name is no field's; it must not keep the pattern busy. */
const longestName = 200;

function looseSplit(name: string): SplitName | undefined {
  const [, base, grain] = (name.length <= longestName && loose.exec(name)) || [];
  return base === undefined || grain === undefined ? undefined : { base, grain: grain.toLowerCase() };
}

/** What a time is of: `created_at`, `CreatedDate` and `created` are times of the same. */
function momentOf(name: string): string {
  return `${qualifierWords(name)}.${plainWords(name).replace(/( (at|on|date|time))+$/, "")}`;
}

/** The listed time that the rest of a name is, or is another word for: `created` of `created_day` beside `created_at`. */
function listedBase(base: string, plain: readonly string[]): string | undefined {
  if (plain.includes(base)) return base;
  const same = plain.filter((name) => momentOf(name) === momentOf(base));
  return same.length === 1 ? same[0] : undefined;
}

/**
 * The grains of an account that are written otherwise than `X.day`. The end of a name is taken for one only where it can
 * be nothing else: the dimension is a time, and the rest of its name is another time, or the rest of several such names.
 * `Birthday` alone is none.
 *
 * @param found those that were found by their values; one counts where its time is listed beside it.
 */
export function grainsOf({ cubes }: Metadata, found: readonly FoundGrain[] = []): KnownGrains {
  const known = new Map<string, SplitName>();
  for (const { dimensions } of cubes) {
    const times = dimensions.filter(isTime);
    const loosely = times.flatMap(({ name }) => {
      const split = splitGrain(name).grain === undefined ? looseSplit(name) : undefined;
      return split ? [{ name, ...split }] : [];
    });
    const isLoose = (name: string) => loosely.some((one) => one.name === name);
    const plain = [...new Set(times.map(({ name }) => splitGrain(name).base))].filter((name) => !isLoose(name));
    const splits = loosely.map((one) => ({ ...one, base: listedBase(one.base, plain) ?? one.base }));
    for (const { name, base, grain } of splits) {
      const beside = splits.filter((other) => other.base === base);
      const isClear = new Set(beside.map((other) => other.grain)).size === beside.length;
      if (isClear && (plain.includes(base) || beside.length > 1)) known.set(name, { base, grain });
    }
    const isListed = (field: string) => dimensions.some(({ name }) => name === field);
    for (const { field, grain, of } of found) {
      if (isListed(field) && isListed(of) && !known.has(field)) known.set(field, { base: of, grain });
    }
  }
  return known;
}
