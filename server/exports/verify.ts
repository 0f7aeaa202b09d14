import { createHash } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { isDoubtful } from "../../contract/export-check.ts";
import type { Manifest } from "../../contract/manifest.ts";
import { jsonScanner } from "../json/json-scan.ts";
import { readManifest } from "./keep/manifest-file.ts";

/** What was found of an export's folder: a sentence for each thing that is wrong, none when all is right. */
export type Verdict = { manifest: Manifest | undefined; faults: string[] };

const chunk = 1024 * 1024;
const lineFeed = 0x0a;

type Counted = { rows: number; bytes: number; sha256: string; badLine: number | undefined };

/** Reads the rows once: their number, their digest, and the first line that is not a JSON object. */
async function count(path: string): Promise<Counted> {
  const file = await open(path, "r");
  const hash = createHash("sha256");
  let rest: Buffer = Buffer.alloc(0);
  let rows = 0;
  let bytes = 0;
  let badLine: number | undefined;

  function take(line: Buffer): void {
    rows += 1;
    if (badLine !== undefined) return;
    try {
      if (line[0] !== 0x7b || jsonScanner(line).value(0) !== line.length) badLine = rows;
    } catch {
      badLine = rows;
    }
  }

  try {
    for await (const part of file.createReadStream({ highWaterMark: chunk, autoClose: false })) {
      hash.update(part);
      bytes += part.length;
      const whole: Buffer = rest.length > 0 ? Buffer.concat([rest, part]) : part;
      let from = 0;
      for (let to = whole.indexOf(lineFeed); to >= 0; to = whole.indexOf(lineFeed, from)) {
        take(whole.subarray(from, to));
        from = to + 1;
      }
      rest = whole.subarray(from);
    }
  } finally {
    await file.close();
  }
  if (rest.length > 0) badLine ??= rows + 1;
  return { rows, bytes, sha256: hash.digest("hex"), badLine };
}

const manifestFaults = {
  absent: "manifest.json is missing.",
  unreadable: "manifest.json is not a manifest of this version.",
  changed: "manifest.json has changed since it was written: its digest is another.",
} as const;

/** Checks the rows in an export's folder against its manifest, and the manifest against its digest, where it has one. */
export async function verifyExport(folder: string): Promise<Verdict> {
  const read = await readManifest(join(folder, "manifest.json"));
  if (read.kind !== "read") return { manifest: undefined, faults: [manifestFaults[read.kind]] };
  const { manifest } = read;
  const path = join(folder, "rows.ndjson");
  if (!(await stat(path).catch(() => undefined))) return { manifest, faults: ["rows.ndjson is missing."] };
  const found = await count(path);
  const { checkpoint, state, complete, check } = manifest;
  const faults: string[] = [];
  for (const name of ["bytes", "rows", "sha256"] as const) {
    const value = checkpoint[name];
    if (found[name] !== value)
      faults.push(`The ${name} of rows.ndjson are ${found[name]}; the manifest says ${value}.`);
  }
  if (found.badLine !== undefined) faults.push(`Line ${found.badLine} of rows.ndjson is not a whole JSON object.`);
  if (complete !== (state === "complete")) faults.push("The manifest contradicts itself about being complete.");
  if (complete && check && isDoubtful(check))
    faults.push("The manifest says complete, and that its figures do not agree.");
  if (complete && checkpoint.nextToken !== null) faults.push("The manifest says complete and names a further page.");
  return { manifest, faults };
}
