import { execFileSync } from "node:child_process";
import { mkdir, open, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import type { NewExportInput } from "../../../contract/export.ts";
import { exportFormats } from "../../../contract/formats.ts";
import { readLines } from "../../../server/exports/formats/spool/read-spool.ts";
import { spoolWatermark } from "../../../server/exports/formats/spool/watermark.ts";
import { exportPaths } from "../../../server/exports/keep/folders.ts";
import { planKey, renderPlan } from "../../../server/exports/render/plan.ts";
import { createRenderings } from "../../../server/exports/render/render-file.ts";
import { startProxy } from "../../support/servers/proxy.ts";
import { post } from "../setup.ts";
import { begin, dataFolder, ended, onDisk, order, sha256, stage } from "./support.ts";

/** Warnings of this process from now on, e.g. that a thread did not start. */
function warnings(): string[] {
  const heard: string[] = [];
  const listen = ({ message }: Error) => void heard.push(message);
  process.on("warning", listen);
  onTestFinished(() => void process.off("warning", listen));
  return heard;
}

const long = 12_500;
/** The kinds of columns widen late: numbers turn into text, a column that was empty holds lists. */
const widened = (index: number) =>
  `{"Id":"conv_${index}","DateCreated":"2026-11-0${1 + (index % 9)}T10:00:00Z","Channels":${index > 11_000 ? '["voice"]' : "null"},"Long":${index > 12_000 ? '"many"' : index},"Text":"${"é".repeat(40)}","Score":${index}}`;

const made: string[] = [];
const widening = (index: number) => {
  made[index] ??= widened(index);
  return made[index];
};

/** The files in a folder, once there are any. */
async function begunIn(folder: string): Promise<string[]> {
  for (;;) {
    const names = await readdir(folder).catch(() => []);
    if (names.length > 0) return names;
    await sleep(5);
  }
}

async function file(url: string, id: string, query: string): Promise<Buffer> {
  const response = await fetch(`${url}/api/exports/${id}/file?${query}`);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

test.each(["csv", "json", "parquet", "xlsx"] as const)(
  "%s that was written while the rows came is the one that is written afterwards",
  async (format) => {
    const heard = warnings();
    const set = await stage({ rows: long, row: widening });
    let halfWay: string[] = [];
    set.upstream.trouble(async (asked) => {
      // The last page is held back until the file has been begun.
      if (asked.number === 17) halfWay = await begunIn(join(set.folder, "exports", id, "renderings"));
      return undefined;
    });
    const id = await begin(set.proxy.url, { ...order, format });
    expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows: long });
    expect(halfWay).toEqual([`following.${format}.tmp`]);
    const followed = await file(set.proxy.url, id, `format=${format}`);
    const renderings = join(set.folder, "exports", id, "renderings");
    const names = await readdir(renderings);
    expect(names).toHaveLength(1);
    await rm(join(renderings, String(names[0])));
    const made = await file(set.proxy.url, id, `format=${format}`);
    expect(sha256(followed)).toBe(sha256(made));
    expect(await readdir(renderings)).toEqual(names);
    expect(heard).toEqual([]);
  },
);

test.each(["csv", "xlsx"] as const)(
  "a half %s never has the name of a whole one, and goes with a stopped export",
  async (format) => {
    const set = await stage({ rows: long, row: widening });
    set.upstream.trouble((asked) => (asked.number >= 14 ? new Promise(() => {}) : undefined));
    const id = await begin(set.proxy.url, { ...order, format });
    await set.upstream.arrived(14);
    const renderings = join(set.folder, "exports", id, "renderings");
    expect(await begunIn(renderings)).toEqual([`following.${format}.tmp`]);
    await post(`${set.proxy.url}/api/exports/${id}/cancel`, {});
    expect(await readdir(renderings)).toEqual([]);
    const { manifest } = await onDisk(set.folder, id);
    const csv = await file(set.proxy.url, id, "format=csv");
    expect(csv.toString().trim().split("\r\n")).toHaveLength(manifest.checkpoint.rows + 1);
    set.upstream.trouble(undefined);
    await post(`${set.proxy.url}/api/exports/${id}/resume`, {});
    expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows: long });
    expect((await file(set.proxy.url, id, "format=csv")).toString().split("\r\n")).toHaveLength(long + 2);
  },
);

test("a file that is being written is stopped, and nothing of it stays", async () => {
  const set = await stage({ rows: long, row: widening });
  const id = await begin(set.proxy.url, { ...order, format: "ndjson" });
  await ended(set.proxy.url, id);
  const { manifest } = await onDisk(set.folder, id);
  const paths = exportPaths(join(set.folder, "exports"), id);
  const renderings = createRenderings({ checkRoom: () => Promise.resolve(), onChange: () => undefined });
  for (const format of ["csv", "json", "xlsx"] as const) {
    const plan = renderPlan(manifest, { format });
    const half = join(paths.renderings, `${planKey(plan, manifest)}.tmp`);
    await mkdir(paths.renderings);
    execFileSync("mkfifo", [half]);
    const refused = expect(renderings.file(plan, manifest, paths), format).rejects.toThrow(
      "The rendering was stopped.",
    );
    // Opened when the writer has opened it, too; it waits when the pipe is full.
    const begun = await open(half, "r");
    const stopped = renderings.stop(paths);
    await begun.readFile();
    await begun.close();
    await stopped;
    await refused;
    expect(await readdir(paths.renderings), format).toEqual([]);
    await renderings.file(plan, manifest, paths);
    expect(await readdir(paths.renderings), format).toEqual([planKey(plan, manifest)]);
    await rm(paths.renderings, { recursive: true });
  }
});

test("files of a server that has ended, half ones and whole ones, go at the next start", async () => {
  const folder = dataFolder();
  const set = await stage({ rows: 700 }, { dataFolder: folder });
  const id = await begin(set.proxy.url);
  await ended(set.proxy.url, id);
  await file(set.proxy.url, id, "format=csv");
  await set.proxy.close();
  const renderings = join(folder, "exports", id, "renderings");
  await writeFile(join(renderings, "following.csv.tmp"), "half");
  const next = await startProxy(set.upstream.url, { dataFolder: folder });
  onTestFinished(() => next.close());
  await expect(readdir(renderings)).rejects.toThrow("ENOENT");
});

test("a long export asked for in any format afterwards is written on the thread", async () => {
  const heard = warnings();
  const set = await stage({ rows: long, row: widening });
  const asked: NewExportInput = { ...order, format: "ndjson" };
  const id = await begin(set.proxy.url, asked);
  await ended(set.proxy.url, id);
  for (const format of exportFormats) {
    expect((await file(set.proxy.url, id, `format=${format}`)).length, format).toBeGreaterThan(100_000);
    expect(heard, format).toEqual([]);
  }
});

test("a reader that is behind hears at once that it is stopped", async () => {
  const path = join(dataFolder(), "rows.ndjson");
  const spool = '{"n":1}\n'.repeat(300_000);
  await writeFile(path, spool);
  const watermark = spoolWatermark();
  watermark.grow(spool.length);
  const lines = readLines({ path, watermark });
  expect((await lines.next()).value?.length).toBeLessThan(spool.length);
  watermark.stop(new Error("stopped"));
  await expect(lines.next()).rejects.toThrow("stopped");
});

test("a reader waits for what is not counted yet, however the bytes are cut", async () => {
  const path = join(dataFolder(), "rows.ndjson");
  const rows = Array.from({ length: 3000 }, (_, index) => `{"n":"${"x".repeat(index)}"}\n`);
  await writeFile(path, rows.join(""));
  const watermark = spoolWatermark();
  let counted = 0;
  const grow = () => {
    for (const row of rows.splice(0, 400)) counted += row.length;
    watermark.grow(counted);
    if (rows.length === 0) watermark.end();
    else setTimeout(grow, 1);
  };
  const all = rows.join("");
  let read = "";
  setTimeout(grow, 1);
  for await (const lines of readLines({ path, watermark })) {
    expect(lines.at(-1)).toBe(0x0a);
    expect(read.length + lines.length).toBeLessThanOrEqual(counted);
    read += lines.toString();
  }
  expect(sha256(read)).toBe(sha256(all));
});
