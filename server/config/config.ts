import { resolve } from "node:path";
import { type FieldOverrides, fieldVariable } from "../../contract/account.ts";
import { roleNames } from "../../contract/roles.ts";
import type { ExportLimits } from "../exports/service-shape.ts";
import { isLoopback } from "../twilio/connection.ts";
import { accountOf, type Refuse, type SampleAccount, type Settings, type TwilioAccount } from "./account.ts";
import { ConfigError } from "./config-error.ts";
import type { Env } from "./environment.ts";
import { variables } from "./variables.ts";

const dayMs = 86_400_000;

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

const refuse: Refuse = (variable, words) => {
  throw new ConfigError(`${variable} ${words}`);
};

function hostOf({ HOST, ALLOW_UNAUTHENTICATED }: Settings): string {
  if (isLoopback(HOST) || ALLOW_UNAUTHENTICATED) return HOST;
  return refuse(
    "HOST",
    "is beyond this machine, and Earshot does not ask who is there: set ALLOW_UNAUTHENTICATED=1 if something in front of it signs people in.",
  );
}

function fieldsOf(env: Env): FieldOverrides {
  const fields: FieldOverrides = {};
  for (const role of roleNames) {
    const field = env[fieldVariable(role)]?.trim();
    if (field) fields[role] = field;
  }
  return fields;
}

/** Small letters win over capital ones, as for every program that knows these two. */
function withSmallLetters(env: Env): Env {
  const either = (name: string) => env[name.toLowerCase()]?.trim() || env[name];
  return { ...env, HTTPS_PROXY: either("HTTPS_PROXY"), NO_PROXY: either("NO_PROXY") };
}

/**
 * Reads the configuration, every rule of which is explained in `.env.example`. Empty values count as unset.
 *
 * @throws ConfigError one sentence that names the variable, never its value.
 */
export function readConfig(env: Env): Config {
  const { data: settings, error } = variables.safeParse(withSmallLetters(env));
  if (!settings) {
    const [first] = error.issues;
    throw new ConfigError(`${String(first?.path[0])} ${first?.message}`);
  }
  return {
    account: accountOf(settings, refuse),
    host: hostOf(settings),
    port: settings.PORT,
    allowedHosts: settings.ALLOWED_HOSTS ?? [],
    upstreamTimeoutMs: settings.UPSTREAM_TIMEOUT_SECONDS * 1000,
    fields: fieldsOf(env),
    dataFolder: resolve(settings.DATA_DIR),
    exportRetentionMs: settings.EXPORT_RETENTION * dayMs,
    exportQuotaBytes: settings.EXPORT_QUOTA,
    exportLimits: {
      kept: settings.EXPORT_LIMIT,
      running: settings.EXPORTS_RUNNING,
      followers: settings.EXPORT_FOLLOWERS,
    },
  };
}
