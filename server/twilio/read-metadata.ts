import { z } from "zod";
import { type Metadata, metadataSchema } from "../../contract/metadata.ts";
import { type Answer, readAnswer } from "./read-answer.ts";
import { errorInside } from "./read-error.ts";
import type { RawAnswer } from "./transport.ts";

/** What the list of cubes is called where it has another name, and the objects that all of it may be put into. */
const cubeLists = ["items", "results", "data", "metadata", "result", "response"];
/** What the fields of a cube are called. */
const fieldLists = ["measures", "dimensions"] as const;
/** The cube of fields that are listed without one. */
const onlyCube = "Conversations";

type Named = Record<string, unknown>;

function isObject(value: unknown): value is Named {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A list of named things: as it came, or from an object whose members have the names. A plain text is a name alone. */
function asList(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value.map((one: unknown) => (typeof one === "string" ? { name: one } : one));
  if (!isObject(value)) return undefined;
  return Object.entries(value).map(([name, one]) => ({ name, ...(isObject(one) ? one : {}) }));
}

function asCube(value: unknown): unknown {
  if (!isObject(value)) return value;
  const lists = fieldLists.map((name) => [name, asList(value[name]) ?? []]);
  return { ...value, ...Object.fromEntries(lists) };
}

function hasFields(value: unknown): boolean {
  return isObject(value) && fieldLists.some((name) => (asList(value[name]) ?? []).length > 0);
}

/** The cubes of an answer that is not built as documented; undefined where there are none to be found. */
function cubesIn(value: unknown, depth = 0): unknown[] | undefined {
  const list = Array.isArray(value) ? value : isObject(value) ? asList(value["cubes"]) : undefined;
  if (list?.some(hasFields)) return list.map(asCube);
  if (!isObject(value) || depth > 2) return undefined;
  for (const name of cubeLists) {
    const found = cubesIn(value[name], depth + 1);
    if (found) return found;
  }
  return hasFields(value) ? [asCube({ name: onlyCube, ...value })] : undefined;
}

/** An answer with the cubes where they belong; the same one where it is as documented. */
function withCubes(value: unknown): unknown {
  const read = metadataSchema.safeParse(value);
  const isUsual = read.success && read.data.cubes.some(hasFields);
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
