import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { long } from "../../support/long.ts";
import { type BuiltServer, buildServer } from "../../support/servers/built-server.ts";
import { startPagedUpstream } from "../../support/servers/paged-upstream.ts";
import { credentials } from "../../support/servers/proxy.ts";
import { begin, dataFolder, ended, onDisk, sha256, statusOf } from "./support.ts";

let built: BuiltServer;
beforeAll(async () => {
  built = await buildServer();
});
afterAll(() => built.remove());

/** The server as it ships, in a process of its own, which can be killed. */
async function spawnServer(upstreamUrl: string, folder: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [built.main], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: process.env["PATH"],
      TWILIO_ACCOUNT_SID: credentials.accountSid,
      TWILIO_API_KEY: credentials.username,
      TWILIO_API_SECRET: credentials.password,
      TWILIO_INSIGHTS_URL: upstreamUrl,
      DATA_DIR: folder,
      PORT: "0",
    },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /listens on (\S+)/.exec(line)?.[1];
    if (url) return { url, child };
  }
  throw new Error("The server did not start");
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Resolves as soon as something happens to a file of an export. */
async function touched(folder: string, id: string, name: string): Promise<void> {
  for await (const { filename } of watch(join(folder, "exports", id))) if (filename === name) return;
}

/**
 * What a server is doing when it is killed. Rows are flushed after they are written and before the manifest is begun,
 * which is renamed when it is whole.
 */
const moments: ((folder: string, id: string) => Promise<unknown>)[] = [
  () => sleep(Math.random() * 20),
  (folder, id) => touched(folder, id, "rows.ndjson"),
  (folder, id) => touched(folder, id, "rows.ndjson").then(() => sleep(Math.random() * 3)),
  (folder, id) => touched(folder, id, "manifest.json.tmp"),
  (folder, id) => touched(folder, id, "manifest.json"),
];

const kills = long(3, 40);
const rows = long(4000, 100_000);
const minutes = 60_000;

test.each([true, false])(
  "a server that is killed at random moments loses no row and writes none twice (jobs: %s)",
  async (jobs) => {
    // Slow enough that the export is not over before the last kill.
    const trouble = () => sleep(5, undefined);
    const upstream = await startPagedUpstream({ rows, jobs, largestPage: 100, trouble });
    onTestFinished(() => upstream.close());
    const folder = dataFolder();
    let server = await spawnServer(upstream.url, folder);
    const id = await begin(server.url);
    const pages = rows / 100;
    // Two short proofs have each kind of moment together.
    const first = jobs ? 0 : kills;
    for (let kill = 0; kill < kills; kill += 1) {
      // Somewhere in the next part of the export, and there while fetching, writing, flushing or renaming.
      const part = Math.floor((pages / kills / 3) * Math.random()) + 1;
      await upstream.arrived(upstream.asked.length + part);
      const moment = moments[(first + kill) % moments.length]?.(folder, id);
      // Where the machine let the export run to its end meanwhile, nothing is touched any more.
      await Promise.race([moment, ended(server.url, id).catch(() => undefined)]);
      await killed(server.child);
      server = await spawnServer(upstream.url, folder);
    }
    const status = await ended(server.url, id);
    expect(status).toMatchObject({ state: "complete", rows });
    const { rows: spool, manifest } = await onDisk(folder, id);
    expect(sha256(spool)).toBe(sha256(upstream.spool()));
    expect(manifest.checkpoint.sha256).toBe(sha256(spool));
    expect(upstream.jobsStarted()).toBe(jobs ? 1 : 0);
    expect((await statusOf(server.url, id)).repeats).toBe(0);
    await killed(server.child);
  },
  5 * minutes,
);
