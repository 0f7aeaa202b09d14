/** The values that each factor may have. */
export type Factors<Factor extends string> = Readonly<Record<Factor, readonly string[]>>;

/** A value for each factor. */
export type Combination<Factor extends string> = Record<Factor, string>;

/** Values for some of the factors. */
export type Part<Factor extends string> = Partial<Record<Factor, string>>;

/** All pairs of values that stand together in a part, each as one text. */
function pairsIn<Factor extends string>(names: readonly Factor[], part: Part<Factor>): string[] {
  const chosen = names.filter((name) => part[name] !== undefined).map((name) => [name, part[name]]);
  return chosen.flatMap((one, at) => chosen.slice(at + 1).map((other) => JSON.stringify([one, other])));
}

/** A whole combination with the values of a part, by the best values for the rest; undefined where there is none. */
function complete<Factor extends string>(
  factors: Factors<Factor>,
  names: readonly Factor[],
  part: Part<Factor>,
  isAllowed: (part: Part<Factor>) => boolean,
  gainOf: (part: Part<Factor>) => number,
): Combination<Factor> | undefined {
  const isWhole = (one: Part<Factor>): one is Combination<Factor> => names.every((name) => one[name] !== undefined);
  if (isWhole(part)) return part;
  const open = names.find((name) => part[name] === undefined);
  const next = open ? factors[open].map((value) => ({ ...part, [open]: value })).filter(isAllowed) : [];
  const best = next.map((one) => ({ one, gain: gainOf(one) })).sort((a, b) => b.gain - a.gain);
  for (const { one } of best) {
    const whole = complete(factors, names, one, isAllowed, gainOf);
    if (whole) return whole;
  }
  return undefined;
}

/** A part for each pair of values that some whole combination has, by the pair's text. */
function possiblePairs<Factor extends string>(
  factors: Factors<Factor>,
  names: readonly Factor[],
  isAllowed: (part: Part<Factor>) => boolean,
): Map<string, Part<Factor>> {
  const pairs = names.flatMap((name, at) =>
    names
      .slice(at + 1)
      .flatMap((other) =>
        factors[name].flatMap((one) => factors[other].map((two): Part<Factor> => partOf([name, one], [other, two]))),
      ),
  );
  const possible = pairs.filter((part) => isAllowed(part) && complete(factors, names, part, isAllowed, () => 0));
  return new Map(possible.map((part) => [pairsIn(names, part)[0] ?? "", part]));
}

function partOf<Factor extends string>(...choices: readonly (readonly [Factor, string])[]): Part<Factor> {
  const part: Part<Factor> = {};
  for (const [name, value] of choices) part[name] = value;
  return part;
}

/**
 * Few combinations in which all pairs of values occur that may stand together: what goes wrong nearly always goes wrong
 * by two things that meet. Greedy: each combination begins with a pair that is missing, and takes of every other factor
 * the value that brings most of the missing pairs.
 *
 * @param isAllowed whether values may stand together; is asked of parts, too, and may not allow more when one grows.
 */
export function pairwise<Factor extends string>(
  factors: Factors<Factor>,
  isAllowed: (part: Part<Factor>) => boolean,
): Combination<Factor>[] {
  const names: Factor[] = [];
  for (const name in factors) names.push(name);
  const missing = possiblePairs(factors, names, isAllowed);
  const taken = new Map<string, number>();
  const timesTaken = (pair: string) => taken.get(pair) ?? 0;
  const gainOf = (part: Part<Factor>) => {
    const pairs = pairsIn(names, part);
    // Among equals, the one whose pairs were seen least: else the first values meet again and again.
    const seen = pairs.reduce((sum, pair) => sum + timesTaken(pair), 0);
    return pairs.filter((pair) => missing.has(pair)).length - seen / (1 + seen);
  };
  const combinations: Combination<Factor>[] = [];
  for (const part of missing.values()) {
    const whole = complete(factors, names, part, isAllowed, gainOf);
    if (!whole) continue;
    combinations.push(whole);
    for (const pair of pairsIn(names, whole)) {
      missing.delete(pair);
      taken.set(pair, timesTaken(pair) + 1);
    }
  }
  return combinations;
}
