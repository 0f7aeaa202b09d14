import { jsonScanner } from "../../json/json-scan.ts";
import { rowSpans } from "../../json/row-spans.ts";
import { wallClock } from "../time/wall-clock.ts";
import { knownKeys } from "./keys.ts";
import { writeList } from "./list-cell.ts";
import { type Asked, entryOf, type Readings } from "./readings.ts";
import { cellsZone, movedBack, timeWriter } from "./time-cell.ts";

/** What changes in the cells of one field. */
type Change = {
  field: string;
  /** The key that its cells stand under in the rows, if it is not its name. */
  key: string | undefined;
  /** Writes a cell, given as JSON, anew as JSON; undefined where it stays. */
  cell: ((json: string) => string | undefined) | undefined;
};

type Splice = { from: number; to: number; text: string };

/** The text of a JSON string, or the digits of a JSON number. */
function textOf(json: string): string {
  if (!json.startsWith('"')) return json;
  return json.includes("\\") ? String(JSON.parse(json)) : json.slice(1, -1);
}

/** Lists that are remembered as they are written anew: most accounts have a few dozen combinations. */
const mostLists = 2000;

function remembered(write: (json: string) => string | undefined): (json: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (json) => {
    if (known.has(json)) return known.get(json);
    if (known.size >= mostLists) known.clear();
    const fresh = write(json);
    known.set(json, fresh);
    return fresh;
  };
}

function cellChange(field: string, asked: Asked, readings: Readings): Change["cell"] {
  const time = entryOf(readings.times, field);
  const isGrain = asked.grains.has(field);
  if (isGrain || asked.times.has(field)) {
    const ends = isGrain ? asked.ends?.get(field) : undefined;
    if (time === undefined && ends === undefined) return undefined;
    const kind = isGrain ? "grain" : "plain";
    const clock = wallClock(cellsZone(kind, asked));
    const spelled = time === undefined ? (text: string) => text : timeWriter(time, kind, clock);
    const write = ends === undefined ? spelled : movedBack(spelled, ends, asked.zone);
    return (json) => {
      const text = write(textOf(json));
      return text === undefined ? undefined : JSON.stringify(text);
    };
  }
  const list = entryOf(readings.lists, field);
  if (list === undefined) return undefined;
  return remembered((json) => {
    const cell: unknown = JSON.parse(json);
    return writeList(list, cell);
  });
}

function changesOf(asked: Asked, readings: Readings): Change[] {
  const keys = knownKeys(asked.fields, readings.keys);
  return [...new Set(asked.fields)].flatMap((field) => {
    const change = { field, key: keys.get(field), cell: cellChange(field, asked, readings) };
    return change.key !== undefined || change.cell ? [change] : [];
  });
}

function spliced(row: Buffer, splices: Splice[]): Buffer {
  const grown = splices.reduce((sum, { from, to, text }) => sum + Buffer.byteLength(text) - (to - from), 0);
  const out = Buffer.allocUnsafe(row.length + grown);
  let read = 0;
  let written = 0;
  for (const { from, to, text } of splices.sort((a, b) => a.from - b.from)) {
    written += row.copy(out, written, read, from);
    written += out.write(text, written);
    read = to;
  }
  row.copy(out, written, read);
  return out;
}

/** A cell in its new form, as a splice; undefined where it stays. */
function cellSplice(row: Buffer, from: number, to: number, write: Change["cell"]): Splice | undefined {
  if (!write) return undefined;
  const old = row.toString("utf8", from, to);
  const text = write(old);
  return text === undefined || text === old ? undefined : { from, to, text };
}

/**
 * Makes what brings one row after another into the form that the rest of Earshot reads. Only the bytes of keys and cells
 * that change are written anew; a row in which nothing changes is returned as it is, and so is a cell that is not written
 * as its reading says.
 *
 * @returns undefined where nothing that is known concerns what was asked: then the rows go on untouched.
 */
export function rewriter(asked: Asked, readings: Readings): ((row: Buffer) => Buffer) | undefined {
  const changes = changesOf(asked, readings);
  if (changes.length === 0) return undefined;
  const spans = rowSpans([...changes.map(({ field }) => field), ...changes.map(({ field, key }) => key ?? field)]);
  const names = changes.map(({ field }) => JSON.stringify(field));
  const isThere = (place: number) => (spans.from[place] ?? -1) >= 0;
  return (row) => {
    spans.read(row, jsonScanner(row), 0);
    const splices: Splice[] = [];
    changes.forEach(({ key, cell }, index) => {
      // A row that has the field under its own name, too, needs no other key.
      const isRenamed = key !== undefined && !isThere(index);
      const place = key !== undefined && !isRenamed ? index : changes.length + index;
      if (!isThere(place)) return;
      const keyFrom = spans.keyFrom[place] ?? 0;
      const keyEnd = keyFrom + (spans.keyLength[place] ?? 0);
      if (isRenamed) splices.push({ from: keyFrom, to: keyEnd, text: names[index] ?? "" });
      const change = cellSplice(row, spans.from[place] ?? 0, spans.to[place] ?? 0, cell);
      if (change) splices.push(change);
    });
    return splices.length === 0 ? row : spliced(row, splices);
  };
}
