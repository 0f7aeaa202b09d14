import type { Grain } from "../../../contract/field-words.ts";
import type { Row } from "../../../contract/page.ts";
import { readMicros } from "../time/instant.ts";
import { bucketOf } from "./bucket.ts";
import { cellOf, textOf } from "./cells.ts";

/** What is counted, in the names of the metadata. */
export type Counting = {
  dimensions: readonly string[];
  /** The measure that the counts stand under. */
  count: string;
  /** The field whose values are counted, each once in a group. */
  id: string;
  /** Of dimensions that are grains: the plain time in the rows that they are reckoned from. */
  grains: Readonly<Record<string, { time: string; grain: Grain; zone: string }>>;
  /** How many groups and how many ids in all groups together are held. */
  most?: { groups: number; ids: number };
};

export type Counter = {
  /** @throws TooManyError when the rows have more groups or ids than are held. */
  add(row: Row): void;
  /** A row for each group in the order in which the groups came; without dimensions one row, also when nothing came. */
  rows(): Row[];
};

/** The rows that were to be counted have more groups, or more ids in them, than Earshot holds. */
export class TooManyError extends Error {
  override readonly name = "TooManyError";
  readonly what: "groups" | "ids";
  constructor(what: "groups" | "ids", most: number) {
    super(`The rows have more than ${most} ${what}.`);
    this.what = what;
  }
}

const usualMost = { groups: 50_000, ids: 1_000_000 };

type Group = { cells: unknown[]; ids: Set<string> };

/** How a dimension's cell is had from a row: as it is, or as the bucket of a time; null where nothing is. */
function cellReader(field: string, { grains }: Counting): (row: Row) => unknown {
  const grain = Object.hasOwn(grains, field) ? grains[field] : undefined;
  if (!grain) return (row) => cellOf(row, field) ?? null;
  const bucket = bucketOf(grain.grain, grain.zone);
  return (row) => {
    const micros = readMicros(cellOf(row, grain.time));
    return micros === undefined ? null : bucket(micros / 1000);
  };
}

/**
 * Counts rows by dimensions as the count measure would: each id once in a group, however many rows it has; rows without
 * an id make a group, and add nothing to it. A list is one value of its own, as it is to the account.
 *
 * @throws RangeError when a grain's zone is not an IANA name that Node knows.
 */
export function counter(counting: Counting): Counter {
  const { dimensions, count, id, most = usualMost } = counting;
  const readers = dimensions.map((field) => cellReader(field, counting));
  const groups = new Map<string, Group>();
  let ids = 0;

  function groupOf(row: Row): Group {
    const cells = readers.map((read) => read(row));
    const key = JSON.stringify(cells);
    const known = groups.get(key);
    if (known) return known;
    if (groups.size >= most.groups) throw new TooManyError("groups", most.groups);
    const group = { cells, ids: new Set<string>() };
    groups.set(key, group);
    return group;
  }

  function rowOf({ cells, ids }: Pick<Group, "cells"> & { ids: { size: number } }): Row {
    return Object.fromEntries([...dimensions.map((field, place) => [field, cells[place]]), [count, ids.size]]);
  }

  return {
    add(row) {
      const group = groupOf(row);
      const one = cellOf(row, id);
      const before = group.ids.size;
      if (one !== undefined) group.ids.add(textOf(one));
      ids += group.ids.size - before;
      if (ids > most.ids) throw new TooManyError("ids", most.ids);
    },
    rows() {
      if (dimensions.length === 0 && groups.size === 0) return [rowOf({ cells: [], ids: new Set() })];
      return [...groups.values()].map(rowOf);
    },
  };
}
