import type { Row } from "../../../contract/page.ts";
import { findKeys } from "./keys.ts";
import { learnTime } from "./learn-time.ts";
import { readListColumn } from "./list-column.ts";
import { type Asked, entryOf, type ListReading, type Readings, type TimeReading } from "./readings.ts";

/** More keys than this are no row's of Twilio's; what is behind them is not looked at. */
const mostKeys = 2000;

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseRow(row: Buffer): Row {
  const parsed: unknown = JSON.parse(row.toString("utf8"));
  return isRow(parsed) ? parsed : {};
}

function keysOf(rows: readonly Row[]): Set<string> {
  const keys = new Set<string>();
  for (const row of rows) {
    for (const key of Object.keys(row)) keys.add(key);
    if (keys.size > mostKeys) break;
  }
  return keys;
}

/** The cells of a key that say something. */
function cellsOf(rows: readonly Row[], key: string): unknown[] {
  return rows
    .map((row) => (Object.hasOwn(row, key) ? row[key] : undefined))
    .filter((cell) => cell !== undefined && cell !== null && cell !== "");
}

/** The record with some entries set, and those left out that are undefined. The same record where nothing changes. */
function merged<T extends string>(
  record: Readonly<Record<string, T>>,
  entries: ReadonlyMap<string, T | undefined>,
): Readonly<Record<string, T>> {
  const changes = [...entries].filter(([field, value]) => entryOf(record, field) !== value);
  if (changes.length === 0) return record;
  const all = new Map<string, T>(Object.entries(record));
  for (const [field, value] of changes) {
    if (value === undefined) all.delete(field);
    else all.set(field, value);
  }
  return Object.fromEntries(all);
}

/**
 * Looks at the rows of an answer and says what they show of how the account writes, beyond what is known. It reads each
 * row once. What is known stays until cells rule it out, so that a page that shows nothing takes nothing back.
 *
 * @param rows rows as they came, each a JSON object of its own.
 * @returns `missing`: fields that no row has a cell of, under any key that can only be theirs, and that are not known to
 * be not returned. `changed`: whether `readings` differ from `known`; they are the same object otherwise.
 */
export function learn(
  rows: readonly Buffer[],
  asked: Asked,
  known: Readings,
): { readings: Readings; missing: string[]; changed: boolean } {
  if (rows.length === 0) return { readings: known, missing: [], changed: false };
  const parsed = rows.map(parseRow);
  const seen = keysOf(parsed);
  const { keys, missing } = findKeys(asked.fields, seen, known.keys);
  const times = new Map<string, TimeReading | undefined>();
  const lists = new Map<string, ListReading | undefined>();
  const gone = new Set(missing);
  for (const field of asked.fields) {
    if (gone.has(field)) continue;
    const cells = cellsOf(parsed, keys.get(field) ?? field);
    if (asked.times.has(field) || asked.grains.has(field)) times.set(field, learnTime(field, cells, asked, known));
    else lists.set(field, readListColumn(cells, asked.several.has(field)) ?? entryOf(known.lists, field));
  }
  const ownKeys = asked.fields.map((field): [string, string | undefined] => [
    field,
    keys.get(field) ?? (seen.has(field) ? undefined : entryOf(known.keys, field)),
  ]);
  const still = known.notReturned.filter((field) => gone.has(field) || !asked.fields.includes(field));
  const readings: Readings = {
    keys: merged(known.keys, new Map(ownKeys)),
    times: merged(known.times, times),
    lists: merged(known.lists, lists),
    notReturned: still.length === known.notReturned.length ? known.notReturned : still,
  };
  const changed =
    readings.keys !== known.keys ||
    readings.times !== known.times ||
    readings.lists !== known.lists ||
    readings.notReturned !== known.notReturned;
  const unknown = missing.filter((field) => !known.notReturned.includes(field));
  return { readings: changed ? readings : known, missing: unknown, changed };
}
