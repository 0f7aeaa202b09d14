import { createHash, type Hash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Checkpoint } from "../../../contract/manifest.ts";

/** What the spool holds, proven by its digest. */
type Extent = Pick<Checkpoint, "rows" | "bytes" | "sha256">;

export const emptySha256 = createHash("sha256").digest("hex");

/** The file of rows, one a line. Only what a checkpoint counted is in it. */
export type Spool = {
  readonly extent: Extent;
  /** Adds rows behind the last one. They are durable after `sync`. */
  append(rows: readonly Buffer[]): Promise<void>;
  sync(): Promise<void>;
  read(position: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
};

const chunk = 1024 * 1024;
const lineFeed = 0x0a;

function joined(rows: readonly Buffer[]): Buffer {
  const lines = Buffer.allocUnsafe(rows.reduce((sum, row) => sum + row.length + 1, 0));
  let at = 0;
  for (const row of rows) {
    lines.set(row, at);
    at += row.length;
    lines[at] = lineFeed;
    at += 1;
  }
  return lines;
}

async function readFully(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

async function digestOf(file: FileHandle, length: number): Promise<Hash | undefined> {
  const hash = createHash("sha256");
  for (let at = 0; at < length; at += chunk) {
    const bytes = await readFully(file, at, Math.min(chunk, length - at));
    if (bytes.length === 0) return undefined;
    hash.update(bytes);
  }
  return hash;
}

/**
 * Opens a spool at a checkpoint: cuts off what was written behind it, and proves that what is before it is still what
 * was written. Where it is not, the spool is empty, as its extent tells.
 */
export async function openSpool(path: string, checkpoint: Extent): Promise<Spool> {
  const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  const proven = await digestOf(file, checkpoint.bytes).catch(() => undefined);
  const whole = proven?.copy().digest("hex") === checkpoint.sha256;
  const hash = whole && proven ? proven : createHash("sha256");
  let bytes = whole ? checkpoint.bytes : 0;
  let rows = whole ? checkpoint.rows : 0;
  await file.truncate(bytes);

  return {
    get extent() {
      return { rows, bytes, sha256: hash.copy().digest("hex") };
    },
    async append(more) {
      if (more.length === 0) return;
      const lines = joined(more);
      try {
        for (let at = 0; at < lines.length; ) {
          at += (await file.write(lines, at, lines.length - at, bytes + at)).bytesWritten;
        }
      } catch (error) {
        // A full disk keeps half a page otherwise; it is needed for the manifest that says so.
        await file.truncate(bytes).catch(() => undefined);
        throw error;
      }
      hash.update(lines);
      bytes += lines.length;
      rows += more.length;
    },
    sync: () => file.datasync(),
    read: (position, length) => readFully(file, position, length),
    close: () => file.close(),
  };
}
