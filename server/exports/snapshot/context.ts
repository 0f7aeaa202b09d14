import type { ExportActivity } from "../../../contract/export-status.ts";
import type { TimeRole } from "../../../contract/fields.ts";
import type { Manifest } from "../../../contract/manifest.ts";
import type { Sentence } from "../../../contract/messages/sentence.ts";
import type { Clock } from "../../clock.ts";
import { ProblemError } from "../../messages/problem.ts";
import { sentence } from "../../messages/sentence.ts";
import type { Ask, Bulk } from "../../twilio/bulk.ts";
import type { WirePage } from "../../twilio/read-page.ts";
import type { PageSizes } from "./page-sizes.ts";
import type { RetryLimits } from "./with-retries.ts";

/** What one run of an export works with. */
export type RunContext = {
  /** The truth about the export. The run changes it and saves it. */
  manifest: Manifest;
  bulk: Bulk;
  sizes: PageSizes;
  signal: AbortSignal;
  clock: Clock;
  /** The field that tells a conversation's time in this account, if any. */
  timeRole(): Promise<TimeRole | undefined>;
  /** A field of this account that conversations can be counted by, if any. */
  groupField(): Promise<string | undefined>;
  save(): Promise<void>;
  onActivity(activity: ExportActivity): void;
  /** Makes one call until it is answered, or the limits are reached. */
  withRetries<Value>(call: (ask: Ask) => Promise<Value>, limits?: RetryLimits): Promise<Value>;
};

/** What a run needs of a page. */
export type WalkPage = Pick<WirePage, "rows" | "lost" | "nextToken" | "marks">;

/** One way to the rows of a result, page by page. */
export type Walk = {
  first(): Promise<WalkPage>;
  next(token: string): Promise<WalkPage>;
};

/** A reason to end a run as failed, with what a person can do about it. */
export class ExportFault extends Error {
  override readonly name = "ExportFault";
  readonly why: Sentence;
  readonly advice: Sentence;
  constructor(why: Sentence, advice: Sentence) {
    super(why.text);
    this.why = why;
    this.advice = advice;
  }
}

/** Rows changed places between pages, or changed themselves: what has been read so far is to be read anew. */
export class PagesShifted extends Error {
  override readonly name = "PagesShifted";
}

/** Whether an error is Twilio's answer with one of these statuses. */
export function hasStatus(error: unknown, ...statuses: number[]): error is ProblemError {
  return error instanceof ProblemError && statuses.includes(error.problem.httpStatusCode);
}

/** Counts items of Twilio's pages that were no rows, in one note of the manifest. */
export function noteLost({ notes }: Manifest, lost: number): void {
  if (lost === 0) return;
  const place = notes.findIndex(({ key }) => key === "noteLostRows");
  const count = lost + Number(notes[place]?.values?.count ?? 0);
  notes.splice(place < 0 ? notes.length : place, 1, sentence("noteLostRows", { count }));
}

/** Says of the same that no conversation is missing for them: they were none, or came when they were asked for again. */
export function noteNoneLost(manifest: Manifest): void {
  manifest.notes = manifest.notes.map((said) =>
    said.key === "noteLostRows" ? sentence("noteUnreadRows", { count: Number(said.values?.count ?? 0) }) : said,
  );
}

/** Writes a sentence into the manifest once. */
export function note(manifest: Manifest, said: Sentence): void {
  if (!manifest.notes.some(({ text }) => text === said.text)) manifest.notes.push(said);
}
