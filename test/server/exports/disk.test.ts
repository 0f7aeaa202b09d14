import { execFileSync } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openSpool } from "../../../server/exports/snapshot/spool.ts";
import { post } from "../setup.ts";
import { begin, dataFolder, ended, onDisk, sha256, stage } from "./support.ts";

/** A disk of so many kilobytes; undefined where this user may not make one. */
function smallDisk(kilobytes: number): string | undefined {
  const folder = dataFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  onTestFinished(() => void execFileSync("umount", ["-l", folder]));
  return folder;
}

test("a full disk fails the export with a way on, and Resume loses nothing", async ({ skip, annotate }) => {
  const disk = smallDisk(1200);
  if (disk === undefined) {
    await annotate("Only root can mount the small disk that this test fills.");
    skip();
    return;
  }
  const filler = join(disk, "filler");
  await writeFile(filler, Buffer.alloc(500_000));
  const set = await stage({ rows: 5500 }, { dataFolder: disk });
  const id = await begin(set.proxy.url);
  const failed = await ended(set.proxy.url, id);
  expect(failed).toMatchObject({ state: "failed" });
  expect(failed.failure?.why).toContain("disk");
  expect(failed.rows).toBeLessThan(5500);
  await rm(filler);
  await post(`${set.proxy.url}/api/exports/${id}/resume`, {});
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows: 5500 });
  const { rows, manifest } = await onDisk(disk, id);
  expect(sha256(rows)).toBe(sha256(set.upstream.spool()));
  expect(manifest.checkpoint.sha256).toBe(sha256(rows));
});

test("what was written behind a checkpoint is cut off, and what is not what it counts is taken again", async () => {
  const path = join(dataFolder(), "rows.ndjson");
  const empty = { rows: 0, bytes: 0, sha256: sha256("") };
  const first = await openSpool(path, empty);
  await first.append([Buffer.from("{}"), Buffer.from('{"a":1}')]);
  const { extent } = first;
  await first.append([Buffer.from('{"half')]);
  await first.close();
  const second = await openSpool(path, extent);
  expect(second.extent).toEqual({ rows: 2, bytes: 11, sha256: sha256('{}\n{"a":1}\n') });
  await second.close();
  await writeFile(path, '{}\n{"a":2}\n');
  const third = await openSpool(path, extent);
  expect(third.extent).toEqual(empty);
  await third.close();
});
