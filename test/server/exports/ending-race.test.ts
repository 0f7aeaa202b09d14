import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { planKey, renderPlan } from "../../../server/exports/render/plan.ts";
import type { ProxyOptions } from "../../support/servers/proxy.ts";
import { post, problemOf } from "../setup.ts";
import { begin, dataFolder, ended, onDisk, order, type Stage, sha256, stage, statusOf } from "./support.ts";

const send = (url: string, id: string, what: "resume" | "cancel") => post(`${url}/api/exports/${id}/${what}`, {});
const remove = (url: string, id: string) => fetch(`${url}/api/exports/${id}`, { method: "DELETE" });

/** Whoever removes a folder goes on until it is gone: a file may be written into it meanwhile. */
const byHand = { recursive: true, maxRetries: 10, retryDelay: 20 };

/** What was asked is under way, and would have been answered by now if nothing held it up. */
const underWay = (answer: Promise<Response>) => Promise.race([answer, sleep(300)]);

type Ending = Stage & {
  id: string;
  path: string;
  /** The answer to whoever stopped it. */
  cancelled: Promise<Response>;
  /** Lets the run end. */
  letEnd(): Promise<void>;
};

/**
 * An export that was stopped and is still writing that down: where its manifest is written first lies a pipe, which holds
 * the writer up until somebody reads.
 */
async function ending(options: ProxyOptions = {}): Promise<Ending> {
  const set = await stage({ rows: 1200, largestPage: 100 }, options);
  set.upstream.trouble(({ token }) => (token && set.upstream.asked.length > 8 ? new Promise(() => {}) : undefined));
  const { url } = set.proxy;
  const id = await begin(url);
  await set.upstream.arrived(9);
  const path = join(set.folder, "exports", id);
  let rows = -1;
  while (rows < 0 || rows % 100 !== 0 || rows !== (await statusOf(url, id)).rows) {
    await sleep(20);
    rows = (await onDisk(set.folder, id)).manifest.checkpoint.rows;
  }
  const pipe = join(path, "manifest.json.tmp");
  execFileSync("mkfifo", [pipe]);
  const cancelled = send(url, id, "cancel");
  // A server that ends does not answer it.
  cancelled.catch(() => undefined);
  while ((await statusOf(url, id)).state !== "stopped") await sleep(5);
  return { ...set, id, path, cancelled, letEnd: async () => void (await readFile(pipe)) };
}

test("an export that is still writing down its end is resumed after that, by one of those who ask", async () => {
  const { proxy, upstream, folder, id, cancelled, letEnd } = await ending();
  const [first, second] = [send(proxy.url, id, "resume"), send(proxy.url, id, "resume")];
  await underWay(Promise.race([first, second]));
  expect(await problemOf(await send(proxy.url, id, "cancel"))).toMatchObject({ key: "exportEnded" });
  const before = upstream.asked.length;
  await letEnd();
  expect((await cancelled).status).toBe(200);
  expect([(await first).status, (await second).status].sort()).toEqual([200, 409]);
  await upstream.arrived(before + 1);
  expect(await (await send(proxy.url, id, "cancel")).json()).toMatchObject({ state: "stopped" });
  upstream.trouble(undefined);
  expect((await send(proxy.url, id, "resume")).status).toBe(200);
  expect(await ended(proxy.url, id)).toMatchObject({ state: "complete", rows: 1200 });
  expect(sha256((await onDisk(folder, id)).rows)).toBe(sha256(upstream.spool()));
});

test("an export that is removed while it waits to be resumed is gone", async () => {
  const { proxy, id, path, cancelled, letEnd } = await ending();
  const resumed = send(proxy.url, id, "resume");
  await underWay(resumed);
  const removed = remove(proxy.url, id);
  while ((await fetch(`${proxy.url}/api/exports/${id}`)).ok) await sleep(5);
  await letEnd();
  expect((await removed).status).toBe(204);
  for (const answer of [await resumed, await cancelled]) {
    expect(await problemOf(answer)).toMatchObject({ httpStatusCode: 404, key: "exportAbsent" });
  }
  expect(existsSync(path)).toBe(false);
});

test("an export whose time is over while it waits to be resumed is cleaned up, and others begin", async () => {
  const { proxy, id, path, letEnd } = await ending({ exportRetentionMs: 1 });
  const resumed = send(proxy.url, id, "resume");
  await underWay(resumed);
  // Beginning another export cleans up first.
  const other = begin(proxy.url);
  while ((await fetch(`${proxy.url}/api/exports/${id}`)).ok) await sleep(5);
  await letEnd();
  expect(await problemOf(await resumed)).toMatchObject({ httpStatusCode: 404, key: "exportAbsent" });
  expect((await statusOf(proxy.url, await other)).state).toBe("running");
  expect(existsSync(path)).toBe(false);
});

test("a run does not begin in a server that ends", async () => {
  const { proxy, upstream, folder, id, letEnd } = await ending();
  const resumed = send(proxy.url, id, "resume").catch(() => undefined);
  await Promise.race([resumed, sleep(300)]);
  const before = upstream.asked.length;
  const closed = proxy.close();
  await resumed;
  await letEnd();
  await closed;
  expect(upstream.asked).toHaveLength(before);
  expect(existsSync(join(folder, "exports", "server.lock"))).toBe(false);
  expect((await onDisk(folder, id)).manifest.failure).toBeUndefined();
});

test("a file that is asked for while its export is removed is absent, and leaves nothing behind", async () => {
  const rows = 12_000;
  const { proxy, folder } = await stage({ rows });
  const id = await begin(proxy.url, { ...order, format: "ndjson" });
  await ended(proxy.url, id);
  const { manifest } = await onDisk(folder, id);
  const renderings = join(folder, "exports", id, "renderings");
  await mkdir(renderings);
  const pipe = join(renderings, `${planKey(renderPlan(manifest, { format: "csv" }), manifest)}.tmp`);
  execFileSync("mkfifo", [pipe]);
  const elsewhere = join(dataFolder(), "pipe");
  await link(pipe, elsewhere);
  const answer = fetch(`${proxy.url}/api/exports/${id}/file?format=csv`);
  // Opened when the file has been begun. More is to be written than the pipe holds, so it is not whole before this reads on.
  const half = await open(elsewhere, "r");
  onTestFinished(() => half.close());
  const removed = remove(proxy.url, id);
  while ((await fetch(`${proxy.url}/api/exports/${id}`)).ok) await sleep(5);
  // The thread that writes hears of it a moment later, at the latest between two of the many times that it fills the pipe.
  await underWay(removed);
  expect((await half.readFile()).toString().trim().split("\r\n").length).toBeLessThan(rows + 1);
  expect((await removed).status).toBe(204);
  expect(await problemOf(await answer)).toMatchObject({ httpStatusCode: 404, key: "exportAbsent" });
  expect(existsSync(join(folder, "exports", id))).toBe(false);
});

test("whoever waits for the file of an export that is removed is told that it is absent", async () => {
  const { proxy, upstream } = await stage({ rows: 3000 });
  upstream.trouble(({ number }) => (number > 5 ? new Promise(() => {}) : undefined));
  const id = await begin(proxy.url);
  await upstream.arrived(6);
  const answer = fetch(`${proxy.url}/api/exports/${id}/file?wait=1`);
  await underWay(answer);
  expect((await remove(proxy.url, id)).status).toBe(204);
  expect(await problemOf(await answer)).toMatchObject({ httpStatusCode: 404, key: "exportAbsent" });
});

test("an export whose folder somebody else removed says so, and can be removed from the list", async () => {
  const { proxy, upstream, folder } = await stage({ rows: 3000 });
  upstream.trouble(({ number }) => (number > 5 ? new Promise(() => {}) : undefined));
  const id = await begin(proxy.url);
  await upstream.arrived(6);
  await send(proxy.url, id, "cancel");
  await rm(join(folder, "exports", id), byHand);
  for (const format of ["ndjson", "csv", "xlsx"]) {
    const problem = await problemOf(await fetch(`${proxy.url}/api/exports/${id}/file?format=${format}`));
    expect(problem).toMatchObject({ httpStatusCode: 404, key: "failureFilesGone" });
  }
  expect((await send(proxy.url, id, "resume")).status).toBe(200);
  await fetch(`${proxy.url}/api/exports/${id}/file?wait=1`);
  expect((await statusOf(proxy.url, id)).failure?.why.key).toBe("failureFilesGone");
  expect((await remove(proxy.url, id)).status).toBe(204);
});

test("a server whose whole folder of exports somebody else removed makes a new one", async () => {
  const lockTimes = { beatMs: 50, staleMs: 200 };
  const { proxy, folder, upstream } = await stage({ rows: 300 }, { lockTimes });
  const id = await begin(proxy.url);
  await ended(proxy.url, id);
  await rm(join(folder, "exports"), byHand);
  // It notices when it next shows that it holds the folder.
  while ((await fetch(`${proxy.url}/api/exports/${id}`)).ok) await sleep(50);
  expect(await problemOf(await send(proxy.url, id, "resume"))).toMatchObject({ key: "exportAbsent" });
  const next = await begin(proxy.url);
  expect(await ended(proxy.url, next)).toMatchObject({ state: "complete", rows: 300 });
  expect(sha256((await onDisk(folder, next)).rows)).toBe(sha256(upstream.spool()));
});
