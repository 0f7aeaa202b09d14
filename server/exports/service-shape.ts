import type { NewExport } from "../../contract/export.ts";
import type { ExportEvent, ExportPage, ExportStatus } from "../../contract/export-status.ts";
import type { Accounts } from "../accounts/accounts.ts";
import type { Clock } from "../clock.ts";
import type { Context } from "../context/context.ts";
import type { Log } from "../twilio/guarded.ts";
import type { Entry } from "./entry.ts";
import type { LockTimes } from "./keep/lock.ts";
import type { Renderings } from "./render/render-file.ts";

/** How many there may be at once. */
export type ExportLimits = {
  /** Exports that are kept, whatever became of them. */
  kept: number;
  running: number;
  /** Screens that follow the events. */
  followers: number;
};

export type ExportSettings = {
  /** Each export is a folder in here. */
  folder: string;
  /** How long a finished export is kept. */
  retentionMs: number;
  /** How far apart the two looks are that an expired export is removed by. */
  secondLookMs: number;
  /** Bytes that all exports together may take. */
  quotaBytes: number;
  limits: ExportLimits;
  lockTimes: LockTimes;
  /** What runs wait for Twilio by. */
  clock: Clock;
};

export type ExportService = {
  /** @throws ProblemError when there is no room, or another server has the folder. */
  create(context: Context, order: NewExport): Promise<string>;
  /** Newest first, at most so many, from behind the page that ended with `after`. */
  page(limit: number, after?: string): ExportPage;
  status(id: string): ExportStatus;
  /** @throws ProblemError 404 for an id that is not an export's. */
  entry(id: string): Entry;
  /** @throws ProblemError 409, where the rows on the disk are not those that the manifest counts. */
  prove(id: string): Promise<void>;
  renderings: Pick<Renderings, "file">;
  cancel(id: string): Promise<void>;
  resume(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Screens that may follow the events at once. */
  mostFollowers: number;
  listen(listener: (event: ExportEvent) => void): () => void;
  /** Ends all runs where they are; the next start goes on with them. */
  close(): Promise<void>;
};

export type ServiceOptions = ExportSettings & { accounts: Accounts; log: Log };
