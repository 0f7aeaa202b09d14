import type { Sentence } from "../../contract/messages/sentence.ts";
import { type FilterLeaf, isNotSet } from "../../contract/query.ts";
import { sentence } from "../messages/sentence.ts";

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

/** Why a figure has to be counted from rows; undefined where the account gives it. */
export function whyCounted(leaf: FilterLeaf | undefined, isMisread: boolean): Sentence | undefined {
  if (leaf) return sentence(isNotSet(leaf) ? "dialectNoNotSet" : "dialectNoFilter", { field: leaf.field });
  return isMisread ? sentence("dialectZone") : undefined;
}
