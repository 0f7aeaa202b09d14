import { Temporal } from "temporal-polyfill";
import { t } from "../../words/words.ts";
import type { Sheet } from "./figure.ts";

/** A time with its offset, so that no zone has to be guessed. */
export function timeCell(ms: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ timeZone: zone, smallestUnit: "second" });
}

/**
 * Adds what must be said of rows as a last column, which every program reads; where nothing must be said there is none.
 *
 * @param notes what is said of each row behind the head, in their order; a row may have several
 */
export function withNotes([head = [], ...rows]: Sheet, notes: readonly (readonly string[])[]): Sheet {
  if (notes.every((some) => some.length === 0)) return [head, ...rows];
  return [
    [...head, t("charts.columns.note")],
    ...rows.map((row, place) => [...row, notes[place]?.join("; ") || undefined]),
  ];
}
