import { z } from "zod";
import { type Cube, type Metadata, metadataSchema } from "../../contract/metadata.ts";
import { type Answer, readAnswer } from "./read-answer.ts";
import { errorInside } from "./read-error.ts";
import type { RawAnswer } from "./transport.ts";

/** What the list of cubes is called where it has another name, and the objects that all of it may be put into. */
const cubeLists = ["items", "results", "data", "metadata", "result", "response"];
/** What the fields of a cube are called. */
const fieldLists = ["measures", "dimensions"] as const;
/** What a list is called that has both kinds of fields, each with a word that tells which it is. */
const mixedLists = ["fields", "members", "columns"];
const kindKeys = ["kind", "role", "memberType", "fieldType", "category", "type"];
/** Where a field or a cube says its name, if not as `name`. */
const nameKeys = ["field", "id", "key", "member"];
/** The cube of fields that are listed without one. */
const onlyCube = "Conversations";

type Named = Record<string, unknown>;

function isObject(value: unknown): value is Named {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The same with keys that begin with a small letter: some write `Name` and `Measures`. */
function smallKeys(value: Named): Named {
  const small = (key: string) => `${key.charAt(0).toLowerCase()}${key.slice(1)}`;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [small(key), one]));
}

function asNamed(value: unknown): unknown {
  if (typeof value === "string") return { name: value };
  if (!isObject(value)) return value;
  const own = smallKeys(value);
  const other = nameKeys.map((key) => own[key]).find((name) => typeof name === "string");
  return other === undefined ? own : { name: other, ...own };
}

/** A list of named things: as it came, or from an object whose members have the names. A plain text is a name alone. */
function asList(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value.map(asNamed);
  if (!isObject(value)) return undefined;
  return Object.entries(value).map(([name, one]) => ({ name, ...(isObject(one) ? one : {}) }));
}

/** The fields of one kind, from the list of their own or from one of both kinds. */
function fieldsOf(cube: Named, kind: (typeof fieldLists)[number]): unknown[] {
  const own = asList(cube[kind]) ?? [];
  if (own.length > 0) return own;
  const isOfKind = (field: unknown) =>
    isObject(field) && kindKeys.some((key) => `${String(field[key]).toLowerCase()}s` === kind);
  return mixedLists.flatMap((name) => asList(cube[name]) ?? []).filter(isOfKind);
}

function asCube(value: unknown): unknown {
  if (!isObject(value)) return value;
  return { ...value, ...Object.fromEntries(fieldLists.map((kind) => [kind, fieldsOf(value, kind)])) };
}

function hasFields(value: unknown): boolean {
  return isObject(value) && fieldLists.some((kind) => fieldsOf(value, kind).length > 0);
}

/** The cubes of an answer that is not built as documented; undefined where there are none to be found. */
function cubesIn(given: unknown, depth = 0): unknown[] | undefined {
  const value = isObject(given) ? smallKeys(given) : given;
  const list = asList(isObject(value) ? value["cubes"] : Array.isArray(value) ? value : undefined);
  if (list?.some(hasFields)) return list.map(asCube);
  if (depth > 2) return undefined;
  // Cubes may stand in folders.
  const inner = list?.flatMap((one) => cubesIn(one, depth + 1) ?? []) ?? [];
  if (inner.length > 0) return inner;
  if (!isObject(value)) return undefined;
  for (const name of cubeLists) {
    const found = cubesIn(value[name], depth + 1);
    if (found) return found;
  }
  return hasFields(value) ? [asCube({ name: onlyCube, ...value })] : undefined;
}

/** Whether a cube has fields where they are documented to be, and under that name. */
function hasOwnFields({ measures, dimensions }: Cube): boolean {
  return measures.length + dimensions.length > 0;
}

/** An answer with the cubes where they belong; the same one where it is as documented. */
function withCubes(value: unknown): unknown {
  const read = metadataSchema.safeParse(value);
  const isUsual = read.success && read.data.cubes.some(hasOwnFields);
  const cubes = isUsual ? undefined : cubesIn(value);
  return cubes ? { ...(isObject(value) && !Array.isArray(value) ? { domain: value["domain"] } : {}), cubes } : value;
}

/**
 * What an account can be asked for. Since nothing in the answer is required, an error that came with a status of 200
 * would pass for an account without a single field. Cubes that stand under another name, or in objects instead of lists,
 * are brought to where they belong; fields without a cube are of one.
 *
 * @throws ProblemError for such an error, for every status but those of 200, and for what is no JSON object.
 */
export function readMetadata(answer: RawAnswer): Answer<Metadata> {
  const { value, bytes } = readAnswer(answer, anySchema);
  const usual = withCubes(value);
  const metadata = usual === value ? readAnswer(answer, metadataSchema).value : metadataSchema.parse(usual);
  const error = metadata.cubes.length === 0 ? errorInside(answer, value) : undefined;
  if (error) throw error;
  return { bytes: usual === value ? bytes : Buffer.from(JSON.stringify(metadata)), value: metadata };
}

const anySchema = z.unknown();
