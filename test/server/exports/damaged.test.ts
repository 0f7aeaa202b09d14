import { readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type ExportPage, exportEventSchema, exportListSchema } from "../../../contract/export-status.ts";
import { until } from "../../support/until.ts";
import { problemOf } from "../setup.ts";
import { begin, dataFolder, ended, onDisk, order, type Stage, stage, statusOf } from "./support.ts";

async function listOf(url: string): Promise<ExportPage> {
  return exportListSchema.parse(await (await fetch(`${url}/api/exports`)).json());
}

/** What the events say first. */
async function firstEvent(url: string) {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const { body } = await fetch(`${url}/api/exports/events`, { signal: controller.signal });
  let text = "";
  for await (const part of body ?? []) {
    text += Buffer.from(part).toString();
    if (text.includes("\n\n")) break;
  }
  return exportEventSchema.parse(JSON.parse(text.slice("data: ".length)));
}

/** A server that ended with some exports, and starts again when something was done to their folders. */
async function restarted(change: (folder: string, ids: string[]) => Promise<void>): Promise<Stage & { ids: string[] }> {
  const dataFolderPath = dataFolder();
  const first = await stage({ rows: 30 }, { dataFolder: dataFolderPath });
  const ids: string[] = [];
  for (const name of ["one", "two", "three"]) {
    const id = await begin(first.proxy.url, { ...order, name });
    await ended(first.proxy.url, id);
    ids.push(id);
  }
  await first.proxy.close();
  await change(join(dataFolderPath, "exports"), ids);
  return { ...(await stage({ rows: 30 }, { dataFolder: dataFolderPath })), ids };
}

/** As manifests of earlier versions are. */
const withoutDigest = (text: string) => text.replace(/,\s*"digest": "\w+"/, "");

const damages: [name: string, change: (text: string) => string][] = [
  ["cut off", (text) => text.slice(0, 300)],
  ["emptied", () => ""],
  ["of a later version", (text) => text.replace('"manifestVersion": 1', '"manifestVersion": 2')],
  ["of a zone that is none", (text) => text.replaceAll("Europe/Berlin", "Mars/Base")],
  ["of a time that is none", (text) => text.replace(/"finishedAt": ".*?"/, '"finishedAt": "2026-99-99T00:00:00Z"')],
  [
    "with a range that cannot be shown",
    (text) => text.replace('"state"', '"range": {"from": "2026-11-01T00:00:00.1234567890Z", "to": ""}, "state"'),
  ],
];

test.each(damages)("a manifest that is %s costs its own export alone, which can be deleted", async (_name, change) => {
  const { proxy, folder, ids } = await restarted(async (exports, [, id = ""]) => {
    const path = join(exports, id, "manifest.json");
    await writeFile(path, change(withoutDigest(await readFile(path, "utf8"))));
  });
  const [first = "", second = "", third = ""] = ids;
  const list = await listOf(proxy.url);
  expect(list.items.map(({ id }) => id)).toEqual([third, first]);
  expect(list).toMatchObject({ damaged: [{ id: second, why: { key: "exportUnreadable" } }], total: 3 });
  expect(await firstEvent(proxy.url)).toEqual({ type: "all", ...list });
  for (const path of ["", "/file", "/manifest"]) {
    const problem = await problemOf(await fetch(`${proxy.url}/api/exports/${second}${path}`));
    expect(problem).toMatchObject({ httpStatusCode: 409, key: "exportUnreadable" });
  }
  expect((await fetch(`${proxy.url}/api/exports/${first}/file`)).status).toBe(200);
  expect((await fetch(`${proxy.url}/api/exports/${second}`, { method: "DELETE" })).status).toBe(204);
  expect(await listOf(proxy.url)).toMatchObject({ damaged: [], total: 2 });
  expect(await readdir(join(folder, "exports"))).not.toContain(second);
});

test("a manifest that says something else than what was written is damaged, one of an earlier version is not", async () => {
  const { proxy, ids } = await restarted(async (exports, [first = "", second = ""]) => {
    const path = (id: string) => join(exports, id, "manifest.json");
    const text = await readFile(path(second), "utf8");
    await writeFile(path(second), text.replace('"rows": 30', '"rows": 31'));
    await writeFile(path(first), withoutDigest(await readFile(path(first), "utf8")));
  });
  const [first = "", second = "", third = ""] = ids;
  const list = await listOf(proxy.url);
  expect(list.items.map(({ id }) => id)).toEqual([third, first]);
  expect(list.damaged).toMatchObject([{ id: second, why: { key: "exportChanged", values: { id: second } } }]);
  expect((await fetch(`${proxy.url}/api/exports/${first}/file`)).status).toBe(200);
  expect((await fetch(`${proxy.url}/api/exports/${second}`, { method: "DELETE" })).status).toBe(204);
  expect(await listOf(proxy.url)).toMatchObject({ damaged: [], total: 2 });
});

/** One letter of the rows becomes another one; size and times stay as they were. */
async function flipBit(path: string): Promise<void> {
  const { atime, mtime } = await stat(path);
  const bytes = await readFile(path);
  const at = bytes.indexOf("conv_") + 1;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
  await utimes(path, atime, mtime);
}

test("rows that lost a bit while no server ran are found without being asked for, and are not served", async () => {
  const { proxy, ids } = await restarted((exports, [id = ""]) => flipBit(join(exports, id, "rows.ndjson")));
  const [first = "", second = ""] = ids;
  await until(async () => {
    expect(await statusOf(proxy.url, first)).toMatchObject({ state: "complete", damage: { key: "exportDamaged" } });
  });
  for (const format of ["csv", "ndjson", "json", "xlsx", "parquet"]) {
    const problem = await problemOf(await fetch(`${proxy.url}/api/exports/${first}/file?format=${format}`));
    expect(problem).toMatchObject({ httpStatusCode: 409, key: "exportDamaged" });
    expect((await fetch(`${proxy.url}/api/exports/${second}/file?format=${format}`)).status).toBe(200);
  }
  expect((await statusOf(proxy.url, second)).damage).toBeUndefined();
});

test("rows that are changed under a running server are not served, though there are files of them already", async () => {
  const { proxy, folder } = await stage({ rows: 300 });
  const id = await begin(proxy.url);
  await ended(proxy.url, id);
  const file = () => fetch(`${proxy.url}/api/exports/${id}/file?format=csv`);
  const whole = await (await file()).text();
  const { rows } = await onDisk(folder, id);
  const path = join(folder, "exports", id, "rows.ndjson");
  await writeFile(path, rows.slice(0, -20));
  expect(await problemOf(await file())).toMatchObject({ httpStatusCode: 409, key: "exportDamaged" });
  expect((await statusOf(proxy.url, id)).damage?.key).toBe("exportDamaged");
  await writeFile(path, rows);
  expect(await (await file()).text()).toBe(whole);
  expect((await statusOf(proxy.url, id)).damage).toBeUndefined();
});

test("a file that was changed on the disk is made again instead of being sent", async () => {
  const { proxy, folder } = await stage({ rows: 300 });
  const id = await begin(proxy.url);
  await ended(proxy.url, id);
  const file = async () => (await fetch(`${proxy.url}/api/exports/${id}/file?format=csv`)).text();
  const whole = await file();
  const renderings = join(folder, "exports", id, "renderings");
  const [name = ""] = await readdir(renderings);
  await writeFile(join(renderings, name), "other");
  expect(await file()).toBe(whole);
});

test("everything that is kept is for the user that runs Earshot alone", async () => {
  const { proxy, folder, upstream } = await stage({ rows: 300, largestPage: 100 });
  const id = await begin(proxy.url);
  await ended(proxy.url, id);
  for (const format of ["csv", "xlsx", "json", "parquet"])
    expect((await fetch(`${proxy.url}/api/exports/${id}/file?format=${format}`)).status).toBe(200);
  // What was found out about the account is kept as well.
  expect(upstream.asked.length).toBeGreaterThan(0);
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const modes = await Promise.all(
    names.map(async (one) => {
      const path = join(one.parentPath, one.name);
      return [one.name, one.isDirectory(), (await stat(path)).mode & 0o777] as const;
    }),
  );
  expect(modes.length).toBeGreaterThan(8);
  expect(modes.filter(([, isFolder, mode]) => mode !== (isFolder ? 0o700 : 0o600))).toEqual([]);
});
