import type { Page, PageMarks } from "../../contract/page.ts";
import { roles } from "../../contract/roles.ts";
import { valueKey } from "../format/values.ts";
import type { FilterRole, View } from "../view/view.ts";

/** What has to be said beside figures: how the answers that they come from differ from what was asked for. */
export type Told = PageMarks & {
  /** How many rows were of a group that had come already, also when all was read again. */
  repeated: number;
  /** Two counts of the same conversations that differ as estimates do. */
  near?: { found: number; counted: number } | undefined;
  /** Two counts of the same conversations that differ as estimates do not: what is drawn, and what Twilio counts. */
  off?: { found: number; counted: number } | undefined;
  /** A role of which only the values that are filtered by can be shown, although the conversations may have others. */
  onlyChosen?: FilterRole | undefined;
};

/** What is said of an answer that is just what was asked for. */
export const nothingTold: Told = { notes: [], notReturned: [], unsorted: [], lost: 0, repeated: 0 };

/** Whether anything was done to an answer so that it is what was asked for. */
export function hasMarks({ notes, notReturned, unsorted, lost }: PageMarks): boolean {
  return notes.length + notReturned.length + unsorted.length + lost > 0;
}

/** How counts are not exact: `rounded` to multiples of `most`, `near` to within `most`, or `capped`, so that none is above `most`. */
export type InexactCounts = { kind: "rounded" | "near" | "capped"; most: number };

const inexactKinds = { dialectRounded: "rounded", dialectNoisy: "near", dialectCapped: "capped" } as const;

/** What an answer says of its counts; undefined where it says nothing of the kind. */
export function inexactCounts(told: Told | undefined): InexactCounts | undefined {
  for (const [key, kind] of Object.entries(inexactKinds)) {
    const most = told?.notes.find((one) => one.key === key)?.values?.most;
    if (most !== undefined) return { kind, most: Number(most) };
  }
  return undefined;
}

/** The step by half of which such counts may be off. Where they end at a cap, nobody knows by how much. */
export function stepOf({ kind, most }: InexactCounts): number {
  if (kind === "capped") return Number.POSITIVE_INFINITY;
  return kind === "near" ? 2 * most : most;
}

/** The step by half of which each count of an answer may be off; undefined where nothing is said of it. */
export function roundingStep(told: Told | undefined): number | undefined {
  const inexact = inexactCounts(told);
  return inexact && stepOf(inexact);
}

/** By how much a sum of so many figures of an answer may be off because each of them is rounded; 0 where none is. */
export function roundingSlack(told: Told | undefined, figures: number): number {
  return ((roundingStep(told) ?? 0) / 2) * figures;
}

/**
 * Whether a count that is too low is so for rows that could not be read: nothing else of the account follows from it.
 *
 * @param told of the answers that were found to be `found` conversations.
 */
export function isLacking({ lost }: Told, { found, counted }: { found: number; counted: number }): boolean {
  return lost > 0 && found < counted;
}

/** Whether rows of what figures were made from could not be read. */
export function hasLost({ told }: { told?: Told | undefined }): boolean {
  return told !== undefined && told.lost > 0;
}

/** More notes than this say nothing that a person would read. */
const mostNotes = 12;

function union(...lists: (readonly string[])[]): string[] {
  return [...new Set(lists.flat())];
}

function joinTwo(one: Told, other: Told): Told {
  const notes = new Map([...one.notes, ...other.notes].map((note) => [note.text, note]));
  return {
    notes: [...notes.values()].slice(0, mostNotes),
    notReturned: union(one.notReturned, other.notReturned),
    unsorted: union(one.unsorted, other.unsorted),
    lost: Math.max(one.lost, other.lost),
    repeated: Math.max(one.repeated, other.repeated),
    near: one.near ?? other.near,
    off: one.off ?? other.off,
    onlyChosen: one.onlyChosen ?? other.onlyChosen,
  };
}

/** What has to be said of several answers together, each thing once. Counts are of the answer that has the most. */
export function joinTold(list: readonly (Told | undefined)[]): Told {
  return list.reduce<Told>((all, one) => (one && one !== nothingTold ? joinTwo(all, one) : all), nothingTold);
}

/** What is said of an answer with one page more: items that were lost add up. */
export function tellPage(told: Told, { earshot }: Page): Told {
  if (!earshot) return told;
  // Which fields are in no row is a mark, too, and said by that.
  const notes = earshot.notes.filter(({ key }) => key !== "dialectCells");
  return { ...joinTwo(told, { ...nothingTold, ...earshot, notes }), lost: told.lost + earshot.lost };
}

/**
 * What is said of figures by a role, of an account that takes lists apart: a filter by the role may leave only the members
 * that are chosen, of conversations that have others.
 *
 * @param shown the values that there are figures of, in any case.
 */
export function toldOfMembers(told: Told, role: FilterRole, shown: readonly string[], { chosen }: View): Told {
  const own = new Set(chosen[role].map(valueKey));
  const isHidden = roles[role].several && own.size > 0 && shown.every((one) => one === "" || own.has(valueKey(one)));
  return isHidden ? { ...told, onlyChosen: role } : told;
}
