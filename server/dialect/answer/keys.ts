import { qualifierWords, splitGrain } from "../../../contract/field-words.ts";
import { entryOf } from "./readings.ts";

/** A name without what spellings differ in: case, and the signs between its words. */
export function bareName(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The bare names of a field with less and less of its qualifier: `conversationsummarychannels`, `summarychannels`, `channels`. */
function shorterNames(field: string): string[] {
  const { base } = splitGrain(field);
  const own = bareName(field.slice(base.lastIndexOf(".") + 1));
  const words = qualifierWords(field).split(" ").filter(Boolean);
  return [...new Set([...words.map((_, place) => words.slice(place).join("") + own), own])];
}

function grouped(pairs: readonly (readonly [name: string, item: string])[]): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [name, item] of pairs) groups.set(name, (groups.get(name) ?? new Set()).add(item));
  return groups;
}

/** Pairs a field with a key where they share a name, and each of them shares one with no other. */
function pairUp(
  fields: readonly (readonly [name: string, field: string])[],
  keys: readonly (readonly [name: string, key: string])[],
): [field: string, key: string][] {
  const byName = grouped(keys);
  const fitting = fields.flatMap(([name, field]) => [...(byName.get(name) ?? [])].map((key) => [field, key] as const));
  const fieldsOf = grouped(fitting.map(([field, key]) => [key, field]));
  return [...grouped(fitting)].flatMap(([field, [key, ...others]]) => {
    const isOnly = key !== undefined && others.length === 0 && fieldsOf.get(key)?.size === 1;
    return isOnly ? [[field, key] satisfies [string, string]] : [];
  });
}

/**
 * The keys that fields are known to stand under. None for a field whose key is also the name or the key of another field
 * that was asked for: then the rows cannot tell whose it is.
 */
export function knownKeys(fields: readonly string[], known: Readonly<Record<string, string>>): Map<string, string> {
  const asked = new Set(fields);
  const pairs = [...asked].flatMap((field) => {
    const key = entryOf(known, field);
    return key === undefined || asked.has(key) ? [] : [[field, key] as const];
  });
  const owners = grouped(pairs.map(([field, key]) => [key, field]));
  return new Map(pairs.filter(([, key]) => owners.get(key)?.size === 1));
}

/**
 * Finds the keys of fields that do not stand under their own name: another case, snake or camel case, without the cube's
 * name. Only where one key and one field fit each other and no third; of several that fit, none is taken. A field that was
 * asked for alone may stand under any key, if that is the only one.
 *
 * @param seen every key of the rows.
 * @param known keys that were found before.
 * @returns the keys of the fields that have another one, and the fields that no key fits.
 */
export function findKeys(
  fields: readonly string[],
  seen: ReadonlySet<string>,
  known: Readonly<Record<string, string>>,
): { keys: Map<string, string>; missing: string[] } {
  const asked = new Set(fields);
  const before = knownKeys(fields, known);
  const keys = new Map([...before].filter(([field, key]) => !seen.has(field) && seen.has(key)));
  let open = [...asked].filter((field) => !seen.has(field) && !keys.has(field));
  const whole = (name: string) => [bareName(name)];
  // A cube's name may be missing in the key, or in the field's own name.
  const ways = [
    [whole, whole],
    [shorterNames, whole],
    [whole, shorterNames],
  ] as const;
  for (const [fieldNames, keyNames] of ways) {
    const taken = new Set(keys.values());
    const free = [...seen].filter((key) => !asked.has(key) && !taken.has(key));
    const pairs = pairUp(
      open.flatMap((field) => fieldNames(field).map((name) => [name, field] as const)),
      free.flatMap((key) => keyNames(key).map((name) => [name, key] as const)),
    );
    for (const [field, key] of pairs) keys.set(field, key);
    open = open.filter((field) => !keys.has(field));
  }
  const [only, ...others] = seen;
  const [alone] = open;
  // What was asked for alone is what came alone, whatever its key.
  if (asked.size === 1 && alone !== undefined && only !== undefined && others.length === 0) {
    return { keys: new Map([[alone, only]]), missing: [] };
  }
  return { keys, missing: open };
}
