import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { startPagedUpstream } from "../../support/servers/paged-upstream.ts";
import { credentials } from "../../support/servers/proxy.ts";
import { begin, dataFolder, ended, onDisk, sha256, statusOf } from "./support.ts";

/** The server as it ships, in a process of its own, which can be killed. */
async function spawnServer(upstreamUrl: string, folder: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
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

const kills = Number(process.env["EXPORT_KILLS"] ?? 8);
const rows = Number(process.env["EXPORT_KILL_ROWS"] ?? 20_000);
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
    for (let kill = 0; kill < kills; kill += 1) {
      // Somewhere in the next part of the export, and then somewhere between two calls: while writing, flushing, renaming.
      const part = Math.floor((pages / (kills + 1)) * Math.random()) + 1;
      await upstream.arrived(upstream.asked.length + part);
      await sleep(Math.random() * 20);
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
