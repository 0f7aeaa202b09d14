import type { ExportColumn } from "../../../contract/export.ts";
import type { CellColumns } from "./cell-columns.ts";
import { ExactNumber } from "./exact.ts";

/** What the cells of a column are, as the narrowest kind that holds every one of them. */
export type ScalarKind = "none" | "boolean" | "integer" | "long" | "double" | "instant" | "text" | "mixed";
export type ColumnKind = { list: boolean; kind: ScalarKind };

/** An instant that microseconds hold exactly. */
const microInstant = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)$/;
const largest = 2n ** 63n;

function exactKind({ text }: ExactNumber): ScalarKind {
  if (/^-?\d+$/.test(text)) {
    const integer = BigInt(text);
    return text !== "-0" && integer < largest && integer >= -largest ? "long" : "mixed";
  }
  // 1.0 and 1e3 are doubles; what a double would round stays text.
  const significant = text.replace(/e.*$/i, "").replace(/^-?[0.]*|\.|0+$/g, "");
  return significant.length <= 15 ? "double" : "mixed";
}

const isMicros = (micros: bigint | number) => typeof micros === "bigint" || !Number.isNaN(micros);

function scalarKind(value: unknown, isTime: boolean): ScalarKind {
  if (value === null || value === undefined) return "none";
  if (typeof value === "string") {
    return isTime && microInstant.test(value) && isMicros(epochMicros(value)) ? "instant" : "text";
  }
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isSafeInteger(value) && !Object.is(value, -0) ? "integer" : "double";
  return value instanceof ExactNumber ? exactKind(value) : "mixed";
}

/** Two kinds that a third holds without losing a digit. A double does not hold every long. */
const widerPairs: Record<string, ScalarKind> = {
  "double integer": "double",
  "integer long": "long",
  "instant text": "text",
};

function wider(a: ScalarKind, b: ScalarKind): ScalarKind {
  if (a === b || b === "none") return a;
  if (a === "none") return b;
  return widerPairs[[a, b].sort().join(" ")] ?? "mixed";
}

const zoneAtEnd = /([Zz]|[+-]\d\d:\d\d)$/;
/** The minute of UTC that was asked for last, for rows come ordered by time more often than not. */
let minute = { text: "", micros: Number.NaN };

/** An instant in UTC whose seconds and fraction stand where they usually do. */
function usualMicros(text: string): number {
  const start = text.slice(0, 16);
  if (minute.text !== start) minute = { text: start, micros: Date.parse(`${start.replace(/[t ]/, "T")}:00Z`) * 1000 };
  const fraction = text.slice(20, -1);
  return minute.micros + Number(text.slice(17, 19)) * 1_000_000 + Number(fraction) * 10 ** (6 - fraction.length);
}

function anyMicros(text: string): bigint | number {
  const [whole = "", rest = ""] = text.split(".");
  const fraction = /^\d+/.exec(rest)?.[0] ?? "";
  const zone = zoneAtEnd.exec(text)?.[0] ?? "";
  const seconds = Date.parse(`${whole.replace(zoneAtEnd, "").replace(" ", "T")}${zone.toUpperCase()}`);
  return Number.isNaN(seconds) ? seconds : BigInt(seconds) * 1000n + BigInt(fraction.padEnd(6, "0"));
}

/** Microseconds since 1970 of an instant that `microInstant` matches; NaN where there is no such time. */
export function epochMicros(text: string): bigint | number {
  const end = text.charAt(text.length - 1);
  const isUsual = (end === "Z" || end === "z") && text.charAt(17) < "6" && !text.startsWith("24", 11);
  const micros = isUsual ? usualMicros(text) : Number.NaN;
  // A number holds them exactly until the year 2255.
  return Number.isSafeInteger(micros) ? micros : anyMicros(text);
}

/**
 * Kinds of the same group are written the same: what was written before a column became wider within its group is still
 * right, for nulls are nulls everywhere and text is text in a column of several kinds.
 */
const groups: Record<ScalarKind, string> = {
  none: "bytes",
  text: "bytes",
  mixed: "bytes",
  integer: "long",
  long: "long",
  boolean: "boolean",
  double: "double",
  instant: "instant",
};

/** Whether cells that were written as of the one kind stay right when the column turns out to be of the other. */
export function writtenAlike(one: ColumnKind, other: ColumnKind): boolean {
  return one.list === other.list && groups[one.kind] === groups[other.kind];
}

/** Learns the kinds of columns from their cells, some rows at a time; a list of cells for each column in its order. */
export type Profile = { add(cells: CellColumns): void; kinds(): ColumnKind[] };

export function profile(columns: readonly ExportColumn[]): Profile {
  const found = columns.map(({ type }) => ({
    isTime: type === "time",
    lists: 0,
    scalars: 0,
    kind: "none" as ScalarKind,
  }));
  function learn(column: (typeof found)[number], value: unknown): void {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) column.lists += 1;
    else column.scalars += 1;
    for (const one of Array.isArray(value) ? value : [value]) {
      column.kind = wider(column.kind, scalarKind(one, column.isTime));
    }
  }

  return {
    add(cells) {
      for (const [place, column] of found.entries()) for (const value of cells[place] ?? []) learn(column, value);
    },
    kinds: () =>
      found.map(({ lists, scalars, kind }) => {
        if (lists > 0 && scalars > 0) return { list: false, kind: "mixed" };
        return { list: lists > 0, kind };
      }),
  };
}
