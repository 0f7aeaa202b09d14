import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

const loopSchema = z.object({ heldMs: z.number(), cpuMs: z.number(), rss: z.number() });

/** For how long the event loop stood still at most since it was asked before, the processor time, the bytes of memory. */
export type Loop = z.infer<typeof loopSchema>;

export type BuiltServer = {
  url: string;
  /** From its process's beginning until it listened, in milliseconds. */
  startMs: number;
  loop(): Promise<Loop>;
  close(): Promise<void>;
};

/** Starts the built server over a small sample account, with its data in a folder. */
export async function startServer(dataFolder: string, more: Record<string, string> = {}): Promise<BuiltServer> {
  const begun = performance.now();
  const child = spawn(process.execPath, ["--import", "./bench/server/delay.mjs", "dist/server/main.js"], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: { PATH: process.env.PATH, DATA_DIR: dataFolder, PORT: "0", SAMPLE_CONVERSATIONS: "10", ...more },
  });
  if (!child.stdout) throw new Error("The server has no output.");
  let url = "";
  for await (const line of createInterface({ input: child.stdout })) {
    url = /listens on (\S+)/.exec(line)?.[1] ?? "";
    if (url) break;
  }
  const startMs = performance.now() - begun;
  return {
    url,
    startMs,
    async loop() {
      // What is being measured has to come to its end first: the delay is known with the next tick.
      await sleep(50);
      const heard = once(child, "message");
      child.send("loop");
      const [answer] = await heard;
      return loopSchema.parse(answer);
    },
    async close() {
      const gone = once(child, "exit");
      child.kill();
      await gone;
    },
  };
}
