import { setMaxListeners } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Account } from "../contract/account.ts";
import { limits } from "../contract/limits.ts";
import { openAccount } from "./accounts/account.ts";
import { type Accounts, createAccounts } from "./accounts/accounts.ts";
import { knowledgePath, openKnowledge } from "./accounts/knowledge.ts";
import { answersInTime } from "./answers-in-time.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { TwilioAccount } from "./config/account.ts";
import type { Config } from "./config/config.ts";
import { ConfigError } from "./config/config-error.ts";
import { usualSecondLookMs } from "./exports/keep/expiry.ts";
import { type LockTimes, usualLockTimes } from "./exports/keep/lock.ts";
import { openExports } from "./exports/service.ts";
import type { ExportService, ServiceOptions } from "./exports/service-shape.ts";
import { createApp } from "./http/app.ts";
import { listen } from "./http/listen.ts";
import { stopping, usualGraceMs } from "./stop.ts";
import { createConversationApis } from "./twilio/conversation-apis.ts";
import type { Log } from "./twilio/guarded.ts";
import { createUpstream } from "./twilio/upstream.ts";

/** What a start needs besides the configuration. */
export type StartOptions = {
  /** The folder of the built client. */
  clientFolder: string;
  /** Where lines about failures go; standard error unless given. */
  log?: Log;
  /** What exports wait for Twilio by; the machine's clock unless given. */
  clock?: Clock | undefined;
  /** How the folder of exports is held against other servers; every five seconds unless given. */
  lockTimes?: LockTimes | undefined;
  /** How far apart the two looks are that an expired export is removed by; minutes unless given. */
  secondLookMs?: number | undefined;
  /** What the start waits for the data folder by; the machine's clock unless given. */
  startClock?: Clock | undefined;
  /** For how long a stop waits for the answers that are under way; ten seconds unless given. */
  graceMs?: number | undefined;
};

/** A running server: its address, the account it shows, and its end. */
export type Running = { url: string; account: Account; close(): Promise<void> };

type Source = Omit<TwilioAccount, "kind"> & { close(): Promise<void> };

/** Twilio, or the embedded account. The two differ in address and credentials alone. */
async function openSource(account: Config["account"], log: Log): Promise<Source> {
  if (account.kind === "twilio") return { ...account, close: () => Promise.resolve() };
  // Loaded on demand, so that a server of a real account carries no database.
  const { startStandIn } = await import("./stand-in/start.ts");
  const { dialectNames, unknownDialects } = await import("./stand-in/dialect/list.ts");
  if (unknownDialects(account.dialect ?? []).length > 0) {
    throw new ConfigError(`SAMPLE_DIALECT must be names of dialects with commas, of ${dialectNames.join(", ")}.`);
  }
  const { kind: _, ...options } = account;
  const standIn = await startStandIn(options);
  // The port is new at each start, so whoever wants to order faults has to be told.
  if (options.faults) log(`the sample account takes orders for faults at ${standIn.url}/sample-faults`);
  const { url, accountSid, apiKey: username, apiSecret: password } = standIn;
  const addresses = { url, conversationsUrl: url, intelligenceUrl: url };
  return { ...addresses, accountSid, username, password, close: () => standIn.close() };
}

async function openExportsIn(options: ServiceOptions): Promise<ExportService> {
  try {
    return await openExports(options);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!/^E[A-Z]+$/.test(code)) throw error;
    throw new ConfigError(`DATA_DIR must be a folder that Earshot may write into (${code}).`);
  }
}

const toStandardError: Log = (line) => process.stderr.write(`${new Date().toISOString()} ${line}\n`);

/** Opens the account that the configuration names, or the embedded one. Closing it closes what it lives in, too. */
export async function openConfigured(
  config: Config,
  clock: Clock,
  log: Log,
  startClock: Clock = systemClock,
): Promise<Accounts> {
  const source = await openSource(config.account, log);
  const upstream = createUpstream({ ...source, timeoutMs: config.upstreamTimeoutMs }, clock, log);
  const conversationApis = createConversationApis({ ...source, timeoutMs: config.upstreamTimeoutMs }, log);
  const isSample = config.account.kind === "sample";
  const path = isSample ? undefined : knowledgePath(config.dataFolder, source.accountSid);
  const account = openAccount({
    mode: config.account.kind,
    accountSid: source.accountSid,
    fields: config.fields,
    upstream,
    conversationApis,
    knowledge: await answersInTime(openKnowledge(path, clock, log), startClock, log),
    clock,
    log,
  });
  const accounts = createAccounts(account);
  const close = async (): Promise<void> => {
    await accounts.close();
    await source.close();
  };
  return { ...accounts, close };
}

/**
 * Starts the whole server.
 *
 * @throws ConfigError when the host or the port cannot be taken, or a dialect of the sample account is unknown.
 */
export async function start(config: Config, options: StartOptions): Promise<Running> {
  const { log = toStandardError, clock = systemClock, startClock = systemClock, lockTimes = usualLockTimes } = options;
  const accounts = await openConfigured(config, clock, log, startClock);
  const opening = openExportsIn({
    folder: join(config.dataFolder, "exports"),
    retentionMs: config.exportRetentionMs,
    secondLookMs: options.secondLookMs ?? usualSecondLookMs,
    quotaBytes: config.exportQuotaBytes,
    limits: config.exportLimits,
    lockTimes,
    clock,
    accounts,
    log,
  });
  const exports = await answersInTime(opening, startClock, log).catch(async (error: unknown) => {
    await accounts.close();
    throw error;
  });
  const { host, allowedHosts } = config;
  const toEnd = new AbortController();
  const ending = toEnd.signal;
  // Whoever waits for the end of an export listens to it, and there may be many of them.
  setMaxListeners(0, ending);
  const server = createServer(
    // The whole request must be in within a minute; answers may take as long as an export does. The address holds the
    // view, and a view of hundreds of chosen values is longer than the 16 KiB that Node takes unasked.
    { requestTimeout: 60_000, headersTimeout: 30_000, keepAliveTimeout: 65_000, maxHeaderSize: limits.address },
    createApp({
      exports,
      accounts,
      clientFolder: options.clientFolder,
      ending,
      log,
      host,
      allowedHosts,
    }),
  );

  const stop = stopping(server, () => toEnd.abort(), options.graceMs ?? usualGraceMs);
  async function close(): Promise<void> {
    await stop();
    await exports.close();
    await accounts.close();
  }

  try {
    await listen(server, host, config.port);
  } catch (error) {
    await close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const account = accounts.get(accounts.usual).describe();
  return { url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`, account, close };
}
