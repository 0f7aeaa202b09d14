import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:fs";
import { open, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { type FolderLock, folderLock } from "../../../server/exports/keep/lock.ts";
import { long } from "../../support/long.ts";
import { startPagedUpstream } from "../../support/servers/paged-upstream.ts";
import { startProxy } from "../../support/servers/proxy.ts";
import { until } from "../../support/until.ts";
import { post } from "../setup.ts";
import { begin, dataFolder, ended, onDisk, order, sha256 } from "./support.ts";

const times = { beatMs: 20, staleMs: 100 };

function lockOf(folder: string, onLost: () => void = () => undefined): FolderLock {
  const lock = folderLock(folder, onLost, times);
  onTestFinished(() => lock.release());
  return lock;
}

/** What a lock of this process says of where it is. */
async function ownSpace(): Promise<string> {
  const folder = dataFolder();
  await lockOf(folder).take();
  return JSON.parse(await readFile(join(folder, "server.lock"), "utf8")).space;
}

async function leave(folder: string, holder: { pid: number; space: string }): Promise<void> {
  await writeFile(join(folder, "server.lock"), JSON.stringify({ id: "of another", ...holder }));
}

test("one of two has the folder, until it gives it back", async () => {
  const folder = dataFolder();
  const [one, other] = [lockOf(folder), lockOf(folder)];
  expect(await one.take()).toBe(true);
  expect(await one.take()).toBe(true);
  expect(await other.take()).toBe(false);
  await other.release();
  expect(await other.take()).toBe(false);
  await one.release();
  expect([await other.take(), other.isHeld, one.isHeld]).toEqual([true, true, false]);
});

test("a process of this machine that was killed is followed at once, also where its pid is ours now", async () => {
  const space = await ownSpace();
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  for (const pid of [child.pid ?? 0, process.pid]) {
    const folder = dataFolder();
    await leave(folder, { pid, space });
    expect(await lockOf(folder).take()).toBe(true);
  }
});

test("a living process of this machine keeps the folder, however still its file lies", async () => {
  const folder = dataFolder();
  await leave(folder, { pid: process.ppid, space: await ownSpace() });
  await utimes(join(folder, "server.lock"), new Date(0), new Date(0));
  expect(await lockOf(folder).take()).toBe(false);
});

test("in another container the same pid is another process: it keeps the folder while it beats, whatever its clock says", async () => {
  const folder = dataFolder();
  await leave(folder, { pid: process.pid, space: "another container" });
  const lock = lockOf(folder);
  for (let beat = 1; beat <= 30; beat += 1) {
    await utimes(join(folder, "server.lock"), beat, beat);
    expect(await lock.take()).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  // Now it has ended.
  await until(async () => expect(await lock.take()).toBe(true));
});

test("a holder that lives shows it: one that waits elsewhere never takes the folder from it", async () => {
  const folder = dataFolder();
  expect(await lockOf(folder).take()).toBe(true);
  const path = join(folder, "server.lock");
  const written = await readFile(path, "utf8");
  const { mtimeMs } = await stat(path);
  await until(async () => {
    const now = await stat(path);
    expect(now.mtimeMs).toBeGreaterThan(mtimeMs);
  });
  expect(await readFile(path, "utf8")).toBe(written);
});

test("of many that find a dead holder, one has the folder", async () => {
  const space = await ownSpace();
  for (let round = 0; round < long(20, 500); round += 1) {
    const folder = dataFolder();
    await leave(folder, { pid: process.pid, space });
    const locks = Array.from({ length: 6 }, () => lockOf(folder));
    const taken = await Promise.all(locks.map((lock) => lock.take()));
    expect(taken.filter(Boolean).length).toBeLessThan(2);
    // Where they stood in each other's way, the next look settles it.
    const later = await Promise.all(locks.map((lock) => lock.take()));
    expect(later.filter(Boolean)).toHaveLength(1);
    expect((await readdir(folder)).filter((name) => name.startsWith("server.lock"))).toEqual(["server.lock"]);
    for (const lock of locks) await lock.release();
  }
});

test("a server that was killed while it followed a dead holder holds nobody up for ever", async () => {
  const folder = dataFolder();
  const space = await ownSpace();
  await leave(folder, { pid: process.pid, space });
  await writeFile(join(folder, "server.lock.next"), JSON.stringify({ id: "of a third", pid: process.pid, space }));
  const lock = lockOf(folder);
  expect(await lock.take()).toBe(false);
  await until(async () => expect(await lock.take()).toBe(true));
  expect((await readdir(folder)).filter((name) => name.startsWith("server.lock"))).toEqual(["server.lock"]);
});

test("half a file of a server that was killed is no lock for ever", async () => {
  const folder = dataFolder();
  await writeFile(join(folder, "server.lock"), '{"id":"x');
  const lock = lockOf(folder);
  expect(await lock.take()).toBe(false);
  await until(async () => expect(await lock.take()).toBe(true));
});

test("who finds another's name in the file has lost the folder, says so, and leaves the file", async () => {
  const folder = dataFolder();
  const onLost = vi.fn();
  const lock = lockOf(folder, onLost);
  await lock.take();
  await leave(folder, { pid: 1, space: "another container" });
  await until(() => expect(onLost).toHaveBeenCalledOnce());
  expect(lock.isHeld).toBe(false);
  await lock.release();
  expect(await readFile(join(folder, "server.lock"), "utf8")).toContain("of another");
  await rm(folder, { recursive: true });
});

test("a second server on the same folder refuses exports, and goes on with them once the first has gone", async () => {
  let open: (() => void) | undefined;
  const gate = new Promise<undefined>((resolve) => {
    open = () => resolve(undefined);
  });
  const upstream = await startPagedUpstream({
    rows: 3000,
    largestPage: 100,
    trouble: () => gate,
  });
  onTestFinished(() => upstream.close());
  const dataFolderOfBoth = dataFolder();
  const first = await startProxy(upstream.url, { dataFolder: dataFolderOfBoth });
  const id = await begin(first.url);
  const second = await startProxy(upstream.url, { dataFolder: dataFolderOfBoth });
  onTestFinished(() => second.close());
  const refused = await post(`${second.url}/api/exports`, order);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ key: "exportOtherServer" });
  await first.close();
  open?.();
  const next = await begin(second.url);
  for (const one of [id, next]) {
    expect(await ended(second.url, one)).toMatchObject({ state: "complete", rows: 3000 });
    expect(sha256((await onDisk(dataFolderOfBoth, one)).rows)).toBe(sha256(upstream.spool()));
  }
});

test("what was read of a lock before it was lost says nothing of the one that was taken since", async () => {
  const folder = dataFolder();
  const path = join(folder, "server.lock");
  let losses = 0;
  const lock = lockOf(folder, () => {
    losses += 1;
  });
  await lock.take();
  // A pipe instead of the file holds whoever reads it up, until its writer closes it.
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  await rename(pipe, path);
  const writer = await vi.waitFor(() => open(path, constants.O_WRONLY | constants.O_NONBLOCK), { timeout: 20_000 });
  await rm(path);
  await expect.poll(() => lock.isHeld).toBe(false);
  expect(await lock.take()).toBe(true);
  await writer.close();
  const taken = (await stat(path)).mtimeMs;
  await expect.poll(async () => (await stat(path)).mtimeMs).toBeGreaterThan(taken);
  expect([lock.isHeld, losses]).toEqual([true, 1]);
});
