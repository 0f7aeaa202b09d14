import type { Sentence } from "../../contract/messages/sentence.ts";
import { type FilterLeaf, isNotSet, type QueryDefinition } from "../../contract/query.ts";
import { sentence } from "../messages/sentence.ts";
import { keptGroups } from "./count-plan.ts";
import type { Shape } from "./shape.ts";
import type { Known } from "./split-filters.ts";

function fieldsOf(leaves: readonly FilterLeaf[]): string[] {
  return [...new Set(leaves.map(({ field }) => field))];
}

/**
 * Sentences on what is done instead of what was asked.
 *
 * @param left what rows are left out by here.
 * @param parts how many queries stand for the one.
 * @param dropped the fields that the rows are not put in order by.
 */
export function notesOf(left: readonly FilterLeaf[], parts: number, dropped: readonly string[]): Sentence[] {
  return [
    ...fieldsOf(left.filter((leaf) => !isNotSet(leaf))).map((field) => sentence("dialectFilter", { field })),
    ...fieldsOf(left.filter(isNotSet)).map((field) => sentence("dialectNotSet", { field })),
    ...(parts > 1 ? [sentence("dialectParts", { count: parts })] : []),
    ...dropped.slice(0, 1).map((field) => sentence("dialectOrder", { field })),
  ];
}

/**
 * Why a figure has to be counted from rows; undefined where the account gives it.
 *
 * @param isMisread whether the account does not take the figure's time zone.
 * @param isBundled whether the account does not count small groups apart.
 */
export function whyCounted(leaf: FilterLeaf | undefined, isMisread: boolean, isBundled: boolean): Sentence | undefined {
  if (leaf) return sentence(isNotSet(leaf) ? "dialectNoNotSet" : "dialectNoFilter", { field: leaf.field });
  if (isBundled) return sentence("dialectGroups");
  return isMisread ? sentence("dialectZone") : undefined;
}

/** Says of counts that they are rounded, off or end at a number, or that groups are left out that nothing else brings. */
export function countNotes(
  { measures = [], dimensions = [] }: QueryDefinition,
  known: Known,
  { roles }: Shape,
): Sentence[] {
  if (!measures.some((one) => one === roles.count?.field)) return [];
  const most = known.find("count-step")?.most;
  const noise = known.find("count-noise")?.most;
  const cap = known.find("count-cap")?.most;
  const isKept = known.find("small-groups")?.value === keptGroups && dimensions.length > 0;
  return [
    ...(most === undefined ? [] : [sentence("dialectRounded", { most })]),
    ...(noise === undefined ? [] : [sentence("dialectNoisy", { most: Math.ceil(noise / 2) })]),
    ...(cap === undefined ? [] : [sentence("dialectCapped", { most: cap })]),
    ...(isKept ? [sentence("dialectGroupsKept")] : []),
  ];
}
