import type { ExportColumn } from "../../../../contract/export.ts";
import { ExactNumber, isDouble } from "../cells/exact.ts";

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
  return isDouble(text) ? "double" : "mixed";
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
let minute = { text: "none yet", micros: Number.NaN };

/** The number that some digits of a text are, without a text of their own: there are millions of them. */
function numberAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - 0x30;
  return value;
}

/** An instant in UTC whose seconds and fraction stand where they usually do. */
function usualMicros(text: string): number {
  if (!text.startsWith(minute.text)) {
    const start = text.slice(0, 16);
    minute = { text: start, micros: Date.parse(`${start.replace(/[t ]/, "T")}:00Z`) * 1000 };
  }
  // Behind the point stand up to six digits and the Z; without a fraction, the Z stands where the point would.
  const end = text.length - 1;
  const fraction = end > 20 ? numberAt(text, 20, end) * 10 ** (26 - end) : 0;
  return minute.micros + numberAt(text, 17, 19) * 1_000_000 + fraction;
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

/** Learns the kinds of columns from their values; a column is told by its place. */
export type Profile = { learn(place: number, value: unknown): void; kinds(): ColumnKind[] };

export function profile(columns: readonly ExportColumn[]): Profile {
  const found = columns.map(({ type }) => ({
    isTime: type === "time",
    lists: 0,
    scalars: 0,
    kind: "none" as ScalarKind,
  }));

  return {
    learn(place, value) {
      const column = found[place];
      if (!column || value === null || value === undefined) return;
      const widen = (one: unknown) => {
        column.kind = wider(column.kind, scalarKind(one, column.isTime));
      };
      if (Array.isArray(value)) {
        column.lists += 1;
        value.forEach(widen);
      } else {
        column.scalars += 1;
        widen(value);
      }
    },
    kinds: () =>
      found.map(({ lists, scalars, kind }) => {
        if (lists > 0 && scalars > 0) return { list: false, kind: "mixed" };
        return { list: lists > 0, kind };
      }),
  };
}
