import type { Sentence } from "../../contract/messages/sentence.ts";
import type { PageMarks, Row } from "../../contract/page.ts";
import { sentence } from "../messages/sentence.ts";
import { type WirePage, writePage } from "../twilio/read-page.ts";

/** What was missing in the rows that a page was made from. */
export type Lacks = Pick<PageMarks, "notReturned" | "lost">;

export const nothingMissing: Lacks = { notReturned: [], lost: 0 };

/** Says for each field that came in no row that it did. */
export function notReturnedNotes(notReturned: readonly string[]): Sentence[] {
  return notReturned.map((field) => sentence("dialectCells", { field }));
}

/** The marks of a page with what was missing in the rows that were joined to it. */
export function withLacks(marks: PageMarks, { notReturned, lost }: Lacks): PageMarks {
  const fresh = [...new Set(notReturned)].filter((field) => !marks.notReturned.includes(field));
  return {
    ...marks,
    notes: [...marks.notes, ...notReturnedNotes(fresh)],
    notReturned: [...marks.notReturned, ...fresh],
    lost: marks.lost + lost,
  };
}

/**
 * Rows that were made here, as the only page of an answer.
 *
 * @param note how they were made.
 */
export function onePage(rows: readonly Row[], note: Sentence, { notReturned, lost }: Lacks): WirePage {
  const page = {
    rows: rows.map((row) => Buffer.from(JSON.stringify(row))),
    nextToken: undefined,
    previousToken: undefined,
    domain: undefined,
  };
  const marks = withLacks({ notes: [note], notReturned: [], unsorted: [], lost: 0 }, { notReturned, lost });
  return { ...page, lost, asDocumented: true, bytes: writePage(page, marks), marks };
}

/** A page with more to be said beside it; the same page where that is nothing. */
export function noted(page: WirePage, notes: readonly Sentence[]): WirePage {
  if (notes.length === 0) return page;
  const before = page.marks ?? { notes: [], notReturned: [], unsorted: [], lost: page.lost };
  const marks = { ...before, notes: [...before.notes, ...notes] };
  return { ...page, marks, bytes: writePage(page, marks) };
}
