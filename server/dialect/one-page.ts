import type { Row } from "../../contract/page.ts";
import type { Sentence } from "../../contract/sentence.ts";
import { type WirePage, writePage } from "../twilio/read-page.ts";

/** Rows that were made here, as the only page of an answer, with what is said of how they were made. */
export function onePage(rows: readonly Row[], note: Sentence): WirePage {
  const page = {
    rows: rows.map((row) => Buffer.from(JSON.stringify(row))),
    nextToken: undefined,
    previousToken: undefined,
    domain: undefined,
  };
  const marks = { notes: [note], notReturned: [], unsorted: [], lost: 0 };
  return { ...page, lost: 0, asDocumented: true, bytes: writePage(page, marks), marks };
}
