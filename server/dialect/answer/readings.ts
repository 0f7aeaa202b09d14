import type { Grain } from "../../../contract/field-words.ts";
import { type TimeForm, timeForms } from "../time/forms.ts";

/** What was asked, in the form that the browser and exports use. */
export type Asked = {
  /** Dimensions and measures, by the names of the metadata. */
  fields: readonly string[];
  /** Those that are plain instants, by the metadata's type. */
  times: ReadonlySet<string>;
  /** Those that are grains of a time: each cell is where a bucket of the zone begins. */
  grains: ReadonlySet<string>;
  /** Of grains whose names do not tell them: names that would. */
  telling: ReadonlyMap<string, string>;
  /** Those that may have several values in one row. */
  several: ReadonlySet<string>;
  /** `properties.timezone` of the query as it was sent; UTC where nothing was sent. */
  zone: string;
  /** The zone whose clocks plain cells show, where the account writes them in one of its own, whatever zone is asked. */
  ownZone?: string | undefined;
  /** Those of `grains` whose cells are where a bucket ends, and how long their buckets are. */
  ends?: ReadonlyMap<string, Grain> | undefined;
  /** The window that the filter leaves on a time, in milliseconds since 1970; `to` is not in it. */
  window?: { field: string; from: number; to: number } | undefined;
};

/**
 * What a cell's clock shows.
 *
 * `stated`: what the cell says itself, by Z, an offset, or by counting since 1970. `false`: the cell says UTC, and it is
 * wall-clock time of the zone that was asked, or of the account's own. `asked`, `utc`: the cell says nothing, and it is the zone that was asked,
 * or UTC. `open`: the cell says nothing, and it is not known which of the two; it is read as the zone that was asked.
 */
export const timeFrames = ["stated", "false", "open", "asked", "utc"] as const;
export type TimeFrame = (typeof timeFrames)[number];

/** How an account writes the cells of a time: `iso:open`, `epoch-ms:stated`, `month-first:utc`. */
export type TimeReading = `${TimeForm}:${TimeFrame}`;

const readingParts = new Map<string, { form: TimeForm; frame: TimeFrame }>(
  timeForms.flatMap((form) => timeFrames.map((frame) => [`${form}:${frame}`, { form, frame }] as const)),
);

export function isTimeReading(text: string): text is TimeReading {
  return readingParts.has(text);
}

/** The form and the frame that a reading names; undefined for a text that is none. */
export function partsOfReading(text: string | undefined): { form: TimeForm; frame: TimeFrame } | undefined {
  return text === undefined ? undefined : readingParts.get(text);
}

/**
 * How an account writes lists otherwise than as JSON arrays.
 *
 * `json-text`: a text that is a JSON array. `quoted-text`: `['A','B']`, as ClickHouse casts arrays. `braces-text`:
 * `{A,"B C"}`, as Postgres does. `comma-text`, `semicolon-text`, `pipe-text`: members joined by a sign. `prose-text`:
 * `A, B and C`. `objects`: `[{"name":"A"}]`. `flags`: `{"A":true,"B":false}`.
 * `places`: `{"0":"A","1":"B"}` or `{}`, alone or among JSON arrays.
 */
export const listReadings = [
  "json-text",
  "quoted-text",
  "braces-text",
  "comma-text",
  "semicolon-text",
  "pipe-text",
  "slash-text",
  "plus-text",
  "ampersand-text",
  "blank-text",
  "prose-text",
  "objects",
  "flags",
  "places",
] as const;
export type ListReading = (typeof listReadings)[number];

export function isListReading(text: string): text is ListReading {
  return listReadings.some((one) => one === text);
}

/**
 * What is known of how an account writes its rows, by the names of the metadata. A field that is not there is written as
 * the rest of Earshot reads it.
 */
export type Readings = {
  /** The keys of fields that stand under another key. */
  keys: Readonly<Record<string, string>>;
  /** How times and grains are written. */
  times: Readonly<Record<string, TimeReading>>;
  lists: Readonly<Record<string, ListReading>>;
  /** Fields that were asked for alone, and no cell came. */
  notReturned: readonly string[];
};

export const nothingKnown: Readings = { keys: {}, times: {}, lists: {}, notReturned: [] };

/** The entry of a field. An account may name a field `constructor`, which every object seems to have. */
export function entryOf<T>(record: Readonly<Record<string, T>>, field: string): T | undefined {
  return Object.hasOwn(record, field) ? record[field] : undefined;
}
