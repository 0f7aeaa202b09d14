import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ConfigError } from "../../server/config/config-error.ts";
import { startProxy } from "../support/servers/proxy.ts";
import { dataFolder } from "./exports/support.ts";

test("a port in use is one sentence that names it", async () => {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
  onTestFinished(() => new Promise((done) => taken.close(() => done())));
  const address = taken.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const starting = startProxy("http://127.0.0.1:9", { port: address.port });
  await expect(starting).rejects.toThrow(ConfigError);
  await expect(starting).rejects.toThrow(`PORT ${address.port} on 127.0.0.1 is already in use`);
});

test("a host of another machine is one sentence", async () => {
  await expect(startProxy("http://127.0.0.1:9", { host: "192.0.2.1" })).rejects.toThrow(
    "not an address of this machine",
  );
});

test("a closed server answers no more, and its port is free again", async () => {
  const first = await startProxy("http://127.0.0.1:9");
  await first.close();
  await expect(fetch(`${first.url}/healthz`)).rejects.toThrow("fetch failed");
  const second = await startProxy("http://127.0.0.1:9", { port: Number(new URL(first.url).port) });
  expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
  await second.close();
});

test("a view of thousands of chosen values can be opened: its address is the longest part of a request", async () => {
  const proxy = await startProxy("http://127.0.0.1:9");
  onTestFinished(() => proxy.close());
  const values = Array.from({ length: 3000 }, (_, place) => `in.Conversation.AgentName=agent-${place}`);
  expect((await fetch(`${proxy.url}/healthz?${values.join("&")}`)).status).toBe(200);
});

test.skipIf(process.platform === "win32")(
  "a folder that does not answer is told of soon, and ends the start with one sentence",
  async () => {
    const folder = dataFolder();
    mkdirSync(join(folder, "exports"));
    // Whoever opens it to read hangs until somebody writes.
    const lock = join(folder, "exports", "server.lock");
    execFileSync("mkfifo", [lock]);
    const due: { ms: number; call: () => void }[] = [];
    let timers = 0;
    let waits = (): void => undefined;
    const waited = new Promise<void>((resolve) => {
      waits = resolve;
    });
    const startClock = {
      now: () => 0,
      after(ms: number, call: () => void) {
        const one = { ms, call };
        due.push(one);
        timers += 1;
        // Two of them were for the knowledge of the account, which is there; the folder of exports hangs.
        if (timers === 4) waits();
        return () => void due.splice(due.indexOf(one), 1);
      },
    };
    const logs: string[] = [];
    const starting = startProxy("http://127.0.0.1:9", {
      dataFolder: folder,
      startClock,
      log: (line) => logs.push(line),
    });
    const failed = expect(starting).rejects.toThrow(/^DATA_DIR did not answer for 30 seconds: [^\n]+\.$/);
    await waited;
    for (const { call } of due.splice(0).sort((one, other) => one.ms - other.ms)) call();
    await failed;
    expect(logs).toEqual(["DATA_DIR does not answer yet; the start waits for it"]);
    await writeFile(lock, "");
  },
);
