import { totalOrder } from "../../../contract/order.ts";
import { ProblemError } from "../../messages/problem.ts";
import { ofIds } from "../check/of-ids.ts";
import { windowSieve } from "../check/window.ts";
import { PagesShifted, type RunContext, type WalkPage } from "./context.ts";
import { type SeenRows, seenRows } from "./seen-rows.ts";
import type { Spool } from "./spool.ts";

/** Pages that may be written but not yet counted by a checkpoint on disk, when Twilio is faster than the disk. */
const mostUnsaved = 8;

/** Puts the rows that come into the spool, each once, and moves the checkpoint on. */
export type Taker = {
  seen: SeenRows;
  /** Whether a row may be in the file: its time is within the window, or not known. */
  within(row: Buffer): boolean;
  /**
   * Writes what is new of the next page of the result; how many rows that is.
   *
   * @throws PagesShifted where a row has the id of an earlier one and other cells, the first time.
   */
  take(page: WalkPage): Promise<number>;
  /** Writes what is new of rows that a further query brought behind the end; how many rows that is. */
  add(rows: readonly Buffer[]): Promise<number>;
};

export async function openTaker(context: RunContext, spool: Spool): Promise<Taker> {
  const { manifest } = context;
  const { checkpoint, check, request } = manifest;

  /** Asks for one conversation alone: the rows of an answer are of one moment. */
  async function hasSeveral(id: Buffer): Promise<boolean> {
    const asked = check && ofIds(request, check.id, [id]);
    if (!asked) return false;
    try {
      const { rows } = await context.withRetries((how) => context.bulk.firstPage(totalOrder(asked), undefined, how));
      return new Set(rows.map(String)).size > 1;
    } catch (error) {
      if (error instanceof ProblemError) return false;
      throw error;
    }
  }

  const seen = await seenRows(spool, check?.id, hasSeveral);
  const window = windowSieve(check, request);
  let savedPages = checkpoint.pages;

  async function write(fresh: readonly Buffer[], repeated: number, nextToken: string | null): Promise<number> {
    await spool.append(fresh);
    const { rows, bytes, sha256 } = spool.extent;
    const repeats = checkpoint.repeats + repeated;
    Object.assign(checkpoint, { pages: checkpoint.pages + 1, rows, bytes, sha256, nextToken, repeats });
    const { pages } = checkpoint;
    savedPages = Math.min(savedPages, pages - 1);
    const saved = context.save().then(() => {
      savedPages = Math.max(savedPages, pages);
    });
    if (pages - savedPages >= mostUnsaved) await saved;
    else saved.catch(() => undefined);
    return fresh.length;
  }

  return {
    seen,
    within: window.within,
    async take({ rows, nextToken }) {
      const { fresh, repeats, clashes } = await seen.sift(window.sift(rows), "read");
      if (check && clashes > 0) {
        if (!check.restarted) throw new PagesShifted();
        check.clashes += clashes;
      }
      return write(fresh, repeats, nextToken ?? null);
    },
    async add(rows) {
      // The end stays the end: whoever is killed here begins again with what is missing then.
      return write((await seen.sift(window.sift(rows), "again")).fresh, 0, checkpoint.nextToken);
    },
  };
}
