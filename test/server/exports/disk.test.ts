import { execFileSync } from "node:child_process";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import readWorkbook from "read-excel-file/node";
import { expect, onTestFinished, type TestContext, test } from "vitest";
import { openSpool } from "../../../server/exports/snapshot/spool.ts";
import { post, problemOf } from "../setup.ts";
import { begin, dataFolder, ended, onDisk, order, sha256, stage } from "./support.ts";

/** A disk of so many kilobytes. Where this user may not make one, the test is skipped and says why. */
function smallDisk(kilobytes: number, { skip }: TestContext): string {
  const folder = dataFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    skip("Only root can mount the small disk that this test fills.");
  }
  onTestFinished(() => void execFileSync("umount", ["-l", folder]));
  return folder;
}

test("a full disk fails the export with a way on, and Resume loses nothing", async (context) => {
  const disk = smallDisk(1200, context);
  const filler = join(disk, "filler");
  await writeFile(filler, Buffer.alloc(500_000));
  const set = await stage({ rows: 5500 }, { dataFolder: disk });
  const id = await begin(set.proxy.url);
  const failed = await ended(set.proxy.url, id);
  expect(failed).toMatchObject({ state: "failed" });
  expect(failed.failure?.why.text).toContain("disk");
  expect(failed.rows).toBeLessThan(5500);
  await rm(filler);
  await post(`${set.proxy.url}/api/exports/${id}/resume`, {});
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows: 5500 });
  const { rows, manifest } = await onDisk(disk, id);
  expect(sha256(rows)).toBe(sha256(set.upstream.spool()));
  expect(manifest.checkpoint.sha256).toBe(sha256(rows));
});

test("a file that does not fit on the disk is refused with a way on, and made when there is room", async (context) => {
  const disk = smallDisk(3000, context);
  const set = await stage({ rows: 5500 }, { dataFolder: disk });
  const id = await begin(set.proxy.url, { ...order, format: "ndjson" });
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete" });
  const filler = join(disk, "filler");
  // As much as there is, and then not even a new export has room.
  await writeFile(filler, Buffer.alloc(3_000_000)).catch(() => undefined);
  const file = `${set.proxy.url}/api/exports/${id}/file?format=`;
  for (const format of ["csv", "xlsx", "parquet", "json"]) {
    const problem = await problemOf(await fetch(`${file}${format}`));
    expect(problem).toMatchObject({ httpStatusCode: 507, source: "earshot" });
    expect(problem.message).toContain("free up space, then try again");
  }
  expect((await problemOf(await post(`${set.proxy.url}/api/exports`, order))).httpStatusCode).toBe(507);
  expect(await readdir(join(disk, "exports", id, "renderings"))).toEqual([]);
  expect((await fetch(`${file}ndjson`)).status).toBe(200);
  await rm(filler);
  expect((await (await fetch(`${file}csv`)).text()).split("\r\n")).toHaveLength(5502);
  expect((await post(`${set.proxy.url}/api/exports`, order)).status).toBe(201);
});

const readers = {
  csv: async (response: Response) => (await response.text()).split("\r\n").length - 2,
  xlsx: async (response: Response) =>
    (await readWorkbook(Buffer.from(await response.arrayBuffer())))[0]?.data.slice(1).length,
};

// The rows alone take 2,130 kilobytes.
test.for([
  { format: "csv", kilobytes: 3200 },
  { format: "xlsx", kilobytes: 2300 },
] as const)(
  "where the rows and their $format do not fit together, the rows do",
  async ({ format, kilobytes }, context) => {
    const disk = smallDisk(kilobytes, context);
    const set = await stage({ rows: 12_500 }, { dataFolder: disk });
    const id = await begin(set.proxy.url, { ...order, format });
    const done = await ended(set.proxy.url, id);
    expect(done).toMatchObject({ state: "complete", rows: 12_500 });
    const { rows, manifest } = await onDisk(disk, id);
    expect(manifest.checkpoint.sha256).toBe(sha256(set.upstream.spool()));
    expect(sha256(rows)).toBe(manifest.checkpoint.sha256);
    const file = () => fetch(`${set.proxy.url}/api/exports/${id}/file?format=${format}`);
    expect((await file()).status).toBe(507);
    expect(await readdir(join(disk, "exports", id, "renderings"))).toEqual([]);
    execFileSync("mount", ["-o", "remount,size=9000k", disk]);
    expect(await readers[format](await file())).toBe(12_500);
  },
);

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
