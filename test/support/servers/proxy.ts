import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "../../../server/clock.ts";
import type { SampleAccount } from "../../../server/config/account.ts";
import type { Config } from "../../../server/config/config.ts";
import type { LockTimes } from "../../../server/exports/keep/lock.ts";
import type { StandIn } from "../../../server/stand-in/options.ts";
import { type Running, start } from "../../../server/start.ts";
import { jumpingClock } from "../jumping-clock.ts";

/** Credentials of the right form that open nothing. */
export const credentials = {
  accountSid: `AC${"0123456789abcdef".repeat(2)}`,
  username: `SK${"fedcba9876543210".repeat(2)}`,
  password: "test/Secret+that=opens-nothing",
};

export type RunningProxy = Running & {
  /** The lines that the server logged. */
  logs: string[];
};

export type ProxyOptions = Partial<Omit<Config, "account">> & {
  clientFolder?: string;
  /** What exports wait by; a clock that jumps unless given. */
  clock?: Clock;
  lockTimes?: LockTimes;
  /** What the start waits for its folder by. */
  startClock?: Clock;
  /** How long its end waits for answers that are under way; not at all unless given. */
  graceMs?: number;
  /** Where lines go as well, for a start that fails. */
  log?: (line: string) => void;
  /** The hosts beside Insights, where they are not the same upstream. */
  urls?: Partial<Record<"conversationsUrl" | "intelligenceUrl", string>>;
};

async function run(
  account: Config["account"],
  {
    clientFolder = join(tmpdir(), "earshot-nothing-built"),
    clock = jumpingClock(),
    lockTimes,
    startClock,
    graceMs = 0,
    log,
    urls: _,
    ...rest
  }: ProxyOptions,
): Promise<RunningProxy> {
  const logs: string[] = [];
  // A folder that the test names is the test's, which may look into it after the server's end.
  const own = rest.dataFolder === undefined ? mkdtempSync(join(tmpdir(), "earshot-data-")) : undefined;
  const defaults = {
    host: "127.0.0.1",
    port: 0,
    allowedHosts: [],
    upstreamTimeoutMs: 10_000,
    fields: {},
    dataFolder: own ?? "",
    exportRetentionMs: 86_400_000,
    exportQuotaBytes: 1e12,
    exportLimits: { kept: 1000, running: 100, followers: 100 },
  };
  const say = (line: string) => {
    logs.push(line);
    log?.(line);
  };
  const running = await start(
    { ...defaults, ...rest, account },
    // An export that is over goes at the first look.
    { clientFolder, log: say, clock, lockTimes, startClock, graceMs, secondLookMs: 0 },
  );
  async function close(): Promise<void> {
    await running.close();
    if (own) await rm(own, { recursive: true, force: true });
  }
  return { ...running, logs, close };
}

/** The real server on a free port, before an upstream at any address. */
export function startProxy(upstreamUrl: string, options: ProxyOptions = {}): Promise<RunningProxy> {
  const urls = { url: upstreamUrl, conversationsUrl: upstreamUrl, intelligenceUrl: upstreamUrl };
  return run({ kind: "twilio", ...credentials, ...urls, ...options.urls }, options);
}

/** The real server on a free port over the real embedded account. */
export function startSample(
  { conversations, catalogue = "reference" }: { conversations: number; catalogue?: SampleAccount["catalogue"] },
  options: ProxyOptions = {},
): Promise<RunningProxy> {
  return run({ kind: "sample", conversations, catalogue }, options);
}

/** The real server on a free port before an embedded account that a test started with options of its own. */
export function startBefore(standIn: StandIn, options: ProxyOptions = {}): Promise<RunningProxy> {
  const { url, accountSid, apiKey: username, apiSecret: password } = standIn;
  const urls = { url, conversationsUrl: url, intelligenceUrl: url };
  return run({ kind: "twilio", accountSid, username, password, ...urls }, options);
}
