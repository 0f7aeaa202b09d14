type Write = (value: string) => string;

/** `en-us` and `EN_US` as `en-US`: the usual form of a language tag. */
const asTag: Write = (value) =>
  value.replace(/^([a-z]{2,3})[-_]([a-z]{2})$/i, (_, language: string, region: string) => {
    return `${language.toLowerCase()}-${region.toUpperCase()}`;
  });

/** How filters may take a value that rows have in another spelling, the likeliest first. */
const spellings = {
  upper: (value) => value.toUpperCase(),
  lower: (value) => value.toLowerCase(),
  trimmed: (value) => value.trim(),
  capital: (value) => `${value.slice(0, 1).toUpperCase()}${value.slice(1).toLowerCase()}`,
  tag: asTag,
} satisfies Record<string, Write>;

export type ValueSpelling = keyof typeof spellings;

const names: readonly ValueSpelling[] = ["upper", "lower", "trimmed", "capital", "tag"];

/** Several spellings of one value at once: filters on the field take some values in one and others in another. */
export const anySpelling = "any";

/** Every other spelling of a value, each once. */
export function otherSpellings(value: string): { name: ValueSpelling; written: string }[] {
  const all = names.map((name) => ({ name, written: spellings[name](value) }));
  return all.filter(
    ({ written }, place) =>
      written !== value && written !== "" && all.findIndex((one) => one.written === written) === place,
  );
}

/**
 * The values of a filter as an account takes them.
 *
 * @param name what is known of the field: a spelling, or {@link anySpelling}; undefined or another text leaves them.
 */
export function spelledValues(values: readonly string[], name: string | undefined): string[] {
  if (name === anySpelling) {
    return [...new Set(values.flatMap((value) => [value, ...otherSpellings(value).map(({ written }) => written)]))];
  }
  const known = names.find((one) => one === name);
  return known ? [...new Set(values.map(spellings[known]))] : [...values];
}
