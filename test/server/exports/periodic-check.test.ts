import { readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { ExportFormat } from "../../../contract/formats.ts";
import { periodicCheck } from "../../../server/exports/keep/periodic-check.ts";
import { loadEntries } from "../../../server/exports/keep/stored.ts";
import { renderPlan } from "../../../server/exports/render/plan.ts";
import { createRenderings } from "../../../server/exports/render/render-file.ts";
import { until } from "../../support/until.ts";
import { begin, ended, sha256, stage } from "./support.ts";

/** Finished exports of a server that has ended. */
async function finished(rows: number) {
  const { proxy, folder } = await stage({ rows });
  await ended(proxy.url, await begin(proxy.url));
  await proxy.close();
  const { entries } = await loadEntries(join(folder, "exports"));
  const [entry] = entries;
  if (!entry) throw new Error("There is no export.");
  return entry;
}

/** A letter becomes another one; size and times stay as they were. */
async function flipBit(path: string): Promise<void> {
  const { atime, mtime } = await stat(path);
  const bytes = await readFile(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
  await utimes(path, atime, mtime);
}

test.each<[number, readonly ExportFormat[]]>([
  [300, ["csv", "xlsx", "json", "parquet"]],
  // Of more than a megabyte, a thread writes it.
  [7000, ["csv"]],
])("a file of %i rows that lost a bit goes with the round, and is made anew from the rows", async (rows, formats) => {
  const { manifest, paths } = await finished(rows);
  const changed: string[] = [];
  const renderings = createRenderings({ checkRoom: () => Promise.resolve(), onChange: (id) => changed.push(id) });
  const { signal } = new AbortController();
  for (const format of formats) {
    const file = () => renderings.file(renderPlan(manifest, { format }), manifest, paths);
    const whole = sha256(await readFile(await file()));
    await renderings.check(signal);
    expect(await readdir(paths.renderings)).toHaveLength(1);
    await flipBit(await file());
    changed.length = 0;
    await renderings.check(signal);
    expect(changed).toEqual([manifest.id]);
    expect(await readdir(paths.renderings)).toEqual([]);
    // A workbook tells when it was written.
    const again = await readFile(await file());
    if (format !== "xlsx") expect(sha256(again)).toBe(whole);
    await rm(await file());
    await renderings.check(signal);
  }
});

test("the round goes over the files too, and writes a damaged manifest again from what the server knows", async () => {
  const entry = await finished(30);
  const { manifest } = entry.paths;
  const whole = await readFile(manifest, "utf8");
  await writeFile(manifest, whole.replace('"rows": 30', '"rows": 31'));
  let checks = 0;
  const round = periodicCheck({
    all: () => [entry],
    onTurn: () => undefined,
    checkFiles: () => {
      checks += 1;
      return Promise.resolve();
    },
  });
  onTestFinished(round.end);
  round.begin();
  await until(() => expect(checks).toBe(1));
  expect(JSON.parse(await readFile(manifest, "utf8"))).toEqual(JSON.parse(whole));
  expect(entry.run).toBeUndefined();
  // What is not there any more is not made again.
  await rm(manifest);
  round.begin();
  await until(() => expect(checks).toBe(2));
  await expect(readFile(manifest)).rejects.toThrow("ENOENT");
});
