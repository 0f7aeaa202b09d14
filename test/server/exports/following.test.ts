import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { exportFormats, type NewExportInput } from "../../../contract/export.ts";
import { growingExtent } from "../../../server/exports/render/extent.ts";
import { readLines } from "../../../server/exports/render/read-spool.ts";
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
const widening = (index: number) =>
  `{"Id":"conv_${index}","DateCreated":"2026-11-0${1 + (index % 9)}T10:00:00Z","Channels":${index > 11_000 ? '["voice"]' : "null"},"Long":${index > 12_000 ? '"many"' : index},"Text":"${"é".repeat(40)}","Score":${index}}`;

async function file(url: string, id: string, query: string): Promise<Buffer> {
  const response = await fetch(`${url}/api/exports/${id}/file?${query}`);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

test.each(["csv", "json", "parquet"] as const)(
  "%s that was written while the rows came is the one that is written afterwards",
  async (format) => {
    const heard = warnings();
    const set = await stage({ rows: long, row: widening });
    let halfWay: string[] = [];
    set.upstream.trouble(async (asked) => {
      // The last page is held back until the file has been begun.
      while (asked.number === 17 && halfWay.length === 0) {
        halfWay = await readdir(join(set.folder, "exports", id, "renderings")).catch(() => []);
        await sleep(5);
      }
      return undefined;
    });
    const id = await begin(set.proxy.url, { ...order, format });
    expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows: long });
    expect(halfWay).toEqual([`following.${format}.tmp`]);
    const followed = await file(set.proxy.url, id, `format=${format}`);
    const afterwards = await stage({ rows: long, row: widening });
    const other = await begin(afterwards.proxy.url, { ...order, format: "ndjson" });
    await ended(afterwards.proxy.url, other);
    const made = await file(afterwards.proxy.url, other, `format=${format}`);
    // The one thing in which they differ is the export's id, which Parquet carries.
    expect(sha256(followed.toString("latin1").replaceAll(id, other))).toBe(sha256(made.toString("latin1")));
    expect(await readdir(join(set.folder, "exports", id, "renderings"))).toHaveLength(1);
    expect(heard).toEqual([]);
  },
);

test("a half file never has the name of a whole one, and goes with a stopped export", async () => {
  const set = await stage({ rows: long, row: widening });
  set.upstream.trouble((asked) => (asked.number >= 14 ? new Promise(() => {}) : undefined));
  const id = await begin(set.proxy.url);
  await set.upstream.arrived(14);
  await post(`${set.proxy.url}/api/exports/${id}/cancel`, {});
  expect(await readdir(join(set.folder, "exports", id, "renderings"))).toEqual([]);
  const { manifest } = await onDisk(set.folder, id);
  const csv = await file(set.proxy.url, id, "format=csv");
  expect(csv.toString().trim().split("\r\n")).toHaveLength(manifest.checkpoint.rows + 1);
  set.upstream.trouble(undefined);
  await post(`${set.proxy.url}/api/exports/${id}/resume`, {});
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows: long });
  expect((await file(set.proxy.url, id, "format=csv")).toString().split("\r\n")).toHaveLength(long + 2);
});

test("half files of a server that was killed go at the next start", async () => {
  const folder = dataFolder();
  const set = await stage({ rows: 700 }, { dataFolder: folder });
  const id = await begin(set.proxy.url);
  await ended(set.proxy.url, id);
  await file(set.proxy.url, id, "format=csv");
  await set.proxy.close();
  const renderings = join(folder, "exports", id, "renderings");
  const [whole] = await readdir(renderings);
  await writeFile(join(renderings, "following.csv.tmp"), "half");
  const next = await startProxy(set.upstream.url, { dataFolder: folder });
  onTestFinished(() => next.close());
  expect(await readdir(renderings)).toEqual([whole]);
});

test.each(exportFormats)("a long export asked for in %s afterwards is written on the thread", async (format) => {
  const heard = warnings();
  const set = await stage({ rows: long, row: widening });
  const asked: NewExportInput = { ...order, format: "ndjson" };
  const id = await begin(set.proxy.url, asked);
  await ended(set.proxy.url, id);
  expect((await file(set.proxy.url, id, `format=${format}`)).length).toBeGreaterThan(100_000);
  expect(heard).toEqual([]);
});

test("a reader waits for what is not counted yet, however the bytes are cut", async () => {
  const path = join(dataFolder(), "rows.ndjson");
  const rows = Array.from({ length: 3000 }, (_, index) => `{"n":"${"x".repeat(index)}"}\n`);
  await writeFile(path, rows.join(""));
  const extent = growingExtent();
  let counted = 0;
  const grow = () => {
    for (const row of rows.splice(0, 400)) counted += row.length;
    extent.grow(counted);
    if (rows.length === 0) extent.end();
    else setTimeout(grow, 1);
  };
  const all = rows.join("");
  let read = "";
  setTimeout(grow, 1);
  for await (const lines of readLines({ path, extent })) {
    expect(lines.at(-1)).toBe(0x0a);
    expect(read.length + lines.length).toBeLessThanOrEqual(counted);
    read += lines.toString();
  }
  expect(sha256(read)).toBe(sha256(all));
});
