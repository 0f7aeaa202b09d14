import type { z } from "zod";
import type { ProxyRoute } from "../twilio/connection.ts";
import { proxyAddress, type RateLimit } from "./values.ts";
import { Fault } from "./variable.ts";
import type { variables } from "./variables.ts";

/** What the environment says, variable by variable. */
export type Settings = z.output<typeof variables>;

/** Where Twilio's three APIs are: Insights, and the two that know single conversations. */
type Addresses = { url: string; conversationsUrl: string; intelligenceUrl: string };

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
  catalogue: Settings["SAMPLE_CATALOGUE"];
  /** Undefined: as many as are sent. */
  rateLimit?: RateLimit | undefined;
  faults?: boolean | undefined;
  live?: boolean | undefined;
  /** In which other ways it behaves. Whether the words are names is known where it is started. */
  dialect?: string[] | undefined;
};

/** Tells what is wrong with a variable that has to do with another, in words that go on behind its name. */
export type Refuse = (variable: keyof Settings, words: string) => never;

/** Calls that leave this machine are all https, so HTTPS_PROXY alone counts. */
function proxyOf({ HTTPS_PROXY, NO_PROXY = "" }: Settings, refuse: Refuse): ProxyRoute | undefined {
  if (HTTPS_PROXY === undefined) return undefined;
  const url = proxyAddress(HTTPS_PROXY);
  return url instanceof Fault ? refuse("HTTPS_PROXY", url.words) : { url, noProxy: NO_PROXY };
}

/** Who signs in to Twilio: the key where there is one, else the account itself with its auth token. */
function credentialsOf(sid: string, settings: Settings, refuse: Refuse): Pick<TwilioAccount, "username" | "password"> {
  const { TWILIO_API_KEY: key, TWILIO_API_SECRET: secret, TWILIO_AUTH_TOKEN: token } = settings;
  if (key && !secret) return refuse("TWILIO_API_SECRET", "is missing although TWILIO_API_KEY is set.");
  if (secret && !key) return refuse("TWILIO_API_KEY", "is missing although TWILIO_API_SECRET is set.");
  if (key && secret) {
    if (!/^SK[0-9a-f]{32}$/i.test(key))
      return refuse("TWILIO_API_KEY", "must be SK followed by 32 hexadecimal digits.");
    if (!/^[!-~]{8,}$/.test(secret))
      return refuse("TWILIO_API_SECRET", "must be at least 8 printable characters without spaces.");
    return { username: key, password: secret };
  }
  if (!token) return refuse("TWILIO_API_KEY", "and TWILIO_API_SECRET are missing although TWILIO_ACCOUNT_SID is set.");
  if (!/^[0-9a-f]{32}$/i.test(token)) return refuse("TWILIO_AUTH_TOKEN", "must be 32 hexadecimal digits.");
  return { username: sid, password: token };
}

/** The account to serve: Twilio's where any credential is set, else the embedded one. */
export function accountOf(settings: Settings, refuse: Refuse): TwilioAccount | SampleAccount {
  const sid = settings.TWILIO_ACCOUNT_SID;
  if (!sid && !settings.TWILIO_API_KEY && !settings.TWILIO_API_SECRET && !settings.TWILIO_AUTH_TOKEN) {
    return {
      kind: "sample",
      conversations: settings.SAMPLE_CONVERSATIONS,
      catalogue: settings.SAMPLE_CATALOGUE,
      rateLimit: settings.SAMPLE_RATE_LIMIT,
      faults: settings.SAMPLE_FAULTS,
      live: settings.SAMPLE_LIVE,
      dialect: settings.SAMPLE_DIALECT,
    };
  }
  if (!sid) return refuse("TWILIO_ACCOUNT_SID", "is missing although other Twilio credentials are set.");
  if (!/^AC[0-9a-f]{32}$/i.test(sid))
    return refuse("TWILIO_ACCOUNT_SID", "must be AC followed by 32 hexadecimal digits.");
  return {
    kind: "twilio",
    accountSid: sid,
    ...credentialsOf(sid, settings, refuse),
    proxy: proxyOf(settings, refuse),
    url: settings.TWILIO_INSIGHTS_URL,
    conversationsUrl: settings.TWILIO_CONVERSATIONS_URL,
    intelligenceUrl: settings.TWILIO_INTELLIGENCE_URL,
  };
}
