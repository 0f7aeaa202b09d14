import { notSetLabel } from "../../format/values.ts";
import { type Sheet, timeCell, withNotes } from "../save/sheet.ts";
import { bucketNotes } from "../time/unfinished.ts";
import type { Explored } from "./explore.ts";
import { cutNotes } from "./notes.ts";
import type { ExplorePoint } from "./prepare.ts";

/** The rows of the table; where some of it is not whole or the list is cut, a last column says so. */
export function exploreSheet(explored: Explored, points: readonly ExplorePoint[], heads: readonly string[]): Sheet {
  const { entries, zone, untimed, grain } = explored;
  const sheet = [
    heads,
    ...points.map(({ label, start }, place) => [
      start === undefined ? label : timeCell(start, zone),
      entries[place]?.text,
    ]),
    ...(untimed ? [[notSetLabel(), untimed.text]] : []),
  ];
  const last = sheet.length - 2;
  const notes = sheet.slice(1).map((_, place) => {
    const point = points[place];
    // Behind the last value that was read there are more.
    return [...(point && grain ? bucketNotes(point, grain) : []), ...(place === last ? cutNotes(explored) : [])];
  });
  return withNotes(sheet, notes);
}
