import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { type FieldOverrides, fieldVariable } from "../../contract/account.ts";
import { roleNames } from "../../contract/roles.ts";
import type { ExportLimits } from "../exports/service-shape.ts";
import { isLoopback, type ProxyRoute } from "../twilio/way.ts";
import { readProxy } from "./proxy.ts";
import { bytes, ConfigError, type Env, integer, listed, type RateLimit, rateLimit, text } from "./values.ts";

/** The catalogues of the embedded account; start.ts hands the name to it, so the compiler keeps the two lists equal. */
const catalogues = ["reference", "classic", "summary"] as const;

/** Where Twilio's three APIs are: Insights, and the two that know single conversations. */
type Addresses = { url: string; conversationsUrl: string; intelligenceUrl: string };

const dayMs = 86_400_000;

/** More than there are. */
const mostDialects = 500;

/** The Twilio account to serve. The user name is the API key's SID, or the account's when an auth token is used. */
export type TwilioAccount = {
  kind: "twilio";
  accountSid: string;
  username: string;
  password: string;
  /** What stands between this machine and Twilio. */
  proxy?: ProxyRoute | undefined;
} & Addresses;
export type SampleAccount = {
  kind: "sample";
  conversations: number;
  catalogue: (typeof catalogues)[number];
  /** Undefined: as many as are sent. */
  rateLimit?: RateLimit | undefined;
  faults?: boolean | undefined;
  live?: boolean | undefined;
  /** In which other ways it behaves. Whether the words are names is known where it is started. */
  dialect?: string[] | undefined;
};

/** Everything that a deployer can choose. */
export type Config = {
  account: TwilioAccount | SampleAccount;
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Further values of the Host header that are answered, for use behind a reverse proxy. Lower case. */
  allowedHosts: string[];
  upstreamTimeoutMs: number;
  fields: FieldOverrides;
  /** Where things are kept that outlive a restart. */
  dataFolder: string;
  exportRetentionMs: number;
  exportQuotaBytes: number;
  exportLimits: ExportLimits;
};

/** The variables of `.env` in the working folder, where there is one, under those of the process. */
export function loadEnv(): Env {
  let file = "";
  try {
    file = readFileSync(".env", "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) {
      throw new ConfigError(".env could not be read; make it a readable file or remove it.");
    }
  }
  return { ...parseEnv(file), ...process.env };
}

function readDialect(env: Env): string[] | undefined {
  const words = text(env, "SAMPLE_DIALECT")
    ?.split(/[\s,]+/)
    .filter(Boolean);
  if (words && words.length > mostDialects) {
    throw new ConfigError(`SAMPLE_DIALECT must be at most ${mostDialects} names of dialects with commas.`);
  }
  return words;
}

function readUrl(env: Env, api: "insights" | "conversations" | "intelligence"): string {
  const name = `TWILIO_${api.toUpperCase()}_URL`;
  const usual = `https://${api}.twilio.com`;
  const value = text(env, name) ?? usual;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw new ConfigError(`${name} must be an address such as ${usual}.`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new ConfigError(`${name} must hold no user name, no query and no fragment.`);
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw new ConfigError(`${name} must begin with https://, because credentials are sent to it.`);
  }
  return url.href.replace(/\/+$/, "");
}

function readAccount(env: Env): TwilioAccount | SampleAccount {
  const sid = text(env, "TWILIO_ACCOUNT_SID");
  const key = text(env, "TWILIO_API_KEY");
  const secret = text(env, "TWILIO_API_SECRET");
  const token = text(env, "TWILIO_AUTH_TOKEN");
  const sample = {
    conversations: integer(env, "SAMPLE_CONVERSATIONS", { fallback: 100_000, min: 0, max: 10_000_000 }),
    catalogue: listed(env, "SAMPLE_CATALOGUE", catalogues) ?? "reference",
    rateLimit: rateLimit(env, "SAMPLE_RATE_LIMIT"),
    faults: listed(env, "SAMPLE_FAULTS", ["0", "1"]) === "1" || undefined,
    live: listed(env, "SAMPLE_LIVE", ["0", "1"]) === "1" || undefined,
    dialect: readDialect(env),
  };
  const addresses: Addresses = {
    url: readUrl(env, "insights"),
    conversationsUrl: readUrl(env, "conversations"),
    intelligenceUrl: readUrl(env, "intelligence"),
  };
  if (!sid && !key && !secret && !token) return { kind: "sample", ...sample };

  if (!sid) throw new ConfigError("TWILIO_ACCOUNT_SID is missing although other Twilio credentials are set.");
  if (!/^AC[0-9a-f]{32}$/i.test(sid)) {
    throw new ConfigError("TWILIO_ACCOUNT_SID must be AC followed by 32 hexadecimal digits.");
  }
  if (key && !secret) throw new ConfigError("TWILIO_API_SECRET is missing although TWILIO_API_KEY is set.");
  if (secret && !key) throw new ConfigError("TWILIO_API_KEY is missing although TWILIO_API_SECRET is set.");
  if (key && secret) {
    if (!/^SK[0-9a-f]{32}$/i.test(key)) {
      throw new ConfigError("TWILIO_API_KEY must be SK followed by 32 hexadecimal digits.");
    }
    if (!/^[!-~]{8,}$/.test(secret)) {
      throw new ConfigError("TWILIO_API_SECRET must be at least 8 printable characters without spaces.");
    }
    return { kind: "twilio", accountSid: sid, username: key, password: secret, proxy: readProxy(env), ...addresses };
  }
  if (!token) {
    throw new ConfigError("TWILIO_API_KEY and TWILIO_API_SECRET are missing although TWILIO_ACCOUNT_SID is set.");
  }
  if (!/^[0-9a-f]{32}$/i.test(token)) throw new ConfigError("TWILIO_AUTH_TOKEN must be 32 hexadecimal digits.");
  return { kind: "twilio", accountSid: sid, username: sid, password: token, proxy: readProxy(env), ...addresses };
}

function readHost(env: Env): string {
  const host = (text(env, "HOST") ?? "127.0.0.1").replace(/^\[(.*)\]$/, "$1").toLowerCase();
  const open = listed(env, "ALLOW_UNAUTHENTICATED", ["0", "1"]) === "1";
  if (!/^[\w.:%-]+$/.test(host)) throw new ConfigError("HOST must be one host name or IP address, without a port.");
  if (!isLoopback(host) && !open) {
    throw new ConfigError(
      "HOST is beyond this machine, and Earshot does not ask who is there: set ALLOW_UNAUTHENTICATED=1 if something in front of it signs people in.",
    );
  }
  return host;
}

function readFields(env: Env): FieldOverrides {
  const fields: FieldOverrides = {};
  for (const role of roleNames) {
    const value = text(env, fieldVariable(role));
    if (value) fields[role] = value;
  }
  return fields;
}

function readAllowedHosts(env: Env): string[] {
  const hosts = (text(env, "ALLOWED_HOSTS") ?? "")
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (hosts.some((host) => !/^[\w.-]+(:\d+)?$|^\[[0-9a-f:.]+\](:\d+)?$/.test(host))) {
    throw new ConfigError("ALLOWED_HOSTS must be host names such as dash.example.com or localhost:5173, with commas.");
  }
  return hosts;
}

/**
 * Reads the configuration, every rule of which is explained in `.env.example`. Empty values count as unset.
 *
 * @throws ConfigError one sentence that names the variable, never its value.
 */
export function readConfig(env: Env): Config {
  return {
    account: readAccount(env),
    host: readHost(env),
    port: integer(env, "PORT", { fallback: 4400, min: 0, max: 65_535 }),
    allowedHosts: readAllowedHosts(env),
    upstreamTimeoutMs: integer(env, "UPSTREAM_TIMEOUT_SECONDS", { fallback: 30, min: 1, max: 3600 }) * 1000,
    fields: readFields(env),
    dataFolder: resolve(text(env, "DATA_DIR") ?? "data"),
    exportRetentionMs: integer(env, "EXPORT_RETENTION", { fallback: 7, min: 1, max: 3650 }) * dayMs,
    exportQuotaBytes: bytes(env, "EXPORT_QUOTA", 10_000_000_000),
    exportLimits: {
      kept: integer(env, "EXPORT_LIMIT", { fallback: 10_000, min: 1, max: 100_000 }),
      running: integer(env, "EXPORTS_RUNNING", { fallback: 20, min: 1, max: 1000 }),
      followers: integer(env, "EXPORT_FOLLOWERS", { fallback: 500, min: 1, max: 10_000 }),
    },
  };
}
