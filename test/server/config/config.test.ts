import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "../../../server/config/config.ts";
import { ConfigError } from "../../../server/config/config-error.ts";
import { misspelledVariables } from "../../../server/config/misspelled.ts";
import { knownVariables } from "../../../server/config/variables.ts";
import { readText } from "../../house/support/tree.ts";

const sid = `AC${"0".repeat(32)}`;
const key = `SK${"1".repeat(32)}`;
const secret = "s3cret/With+Signs=";
const token = "2".repeat(32);

test("an empty environment is the sample account on this machine", () => {
  expect(readConfig({})).toEqual({
    account: { kind: "sample", conversations: 100_000, catalogue: "reference" },
    host: "127.0.0.1",
    port: 4400,
    allowedHosts: [],
    upstreamTimeoutMs: 30_000,
    fields: {},
    dataFolder: resolve("data"),
    exportRetentionMs: 7 * 86_400_000,
    exportQuotaBytes: 10_000_000_000,
    exportLimits: { kept: 10_000, running: 20, followers: 500 },
  });
});

test("empty values count as unset, as compose files write them", () => {
  const env = { TWILIO_ACCOUNT_SID: "", TWILIO_API_KEY: " ", PORT: "", HOST: "", FIELD_ID: "", ALLOWED_HOSTS: "" };
  expect(readConfig(env)).toEqual(readConfig({}));
});

test("an API key is preferred to the auth token", () => {
  const urls = {
    url: "https://insights.twilio.com",
    conversationsUrl: "https://conversations.twilio.com",
    intelligenceUrl: "https://intelligence.twilio.com",
  };
  const withKey = { TWILIO_ACCOUNT_SID: sid, TWILIO_API_KEY: key, TWILIO_API_SECRET: ` ${secret}\n` };
  const byKey = { kind: "twilio", accountSid: sid, username: key, password: secret, ...urls };
  expect(readConfig(withKey).account).toEqual(byKey);
  expect(readConfig({ ...withKey, TWILIO_AUTH_TOKEN: token }).account).toEqual(byKey);
  const byToken = { kind: "twilio", accountSid: sid, username: sid, password: token, ...urls };
  expect(readConfig({ TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token }).account).toEqual(byToken);
});

test("every other setting is read", () => {
  const config = readConfig({
    HOST: "[::1]",
    PORT: "0",
    ALLOWED_HOSTS: "Dash.example.com, localhost:5173 [::1]:5173",
    UPSTREAM_TIMEOUT_SECONDS: "5",
    SAMPLE_CONVERSATIONS: "0",
    SAMPLE_CATALOGUE: "summary",
    DATA_DIR: "/var/lib/earshot",
    EXPORT_RETENTION: "30",
    EXPORT_QUOTA: "1.5 gb",
    EXPORT_LIMIT: "30",
    EXPORTS_RUNNING: "3",
    EXPORT_FOLLOWERS: "9",
    FIELD_ID: "Id",
    FIELD_SENTIMENT: "OperatorResult.Value | OperatorResult.OperatorName = Sentiment",
  });
  expect(config).toEqual({
    account: { kind: "sample", conversations: 0, catalogue: "summary" },
    host: "::1",
    port: 0,
    allowedHosts: ["dash.example.com", "localhost:5173", "[::1]:5173"],
    upstreamTimeoutMs: 5000,
    fields: { id: "Id", sentiment: "OperatorResult.Value | OperatorResult.OperatorName = Sentiment" },
    dataFolder: "/var/lib/earshot",
    exportRetentionMs: 30 * 86_400_000,
    exportQuotaBytes: 1_500_000_000,
    exportLimits: { kept: 30, running: 3, followers: 9 },
  });
});

test.each([
  ["https://insights.dublin.ie1.twilio.com/", "https://insights.dublin.ie1.twilio.com"],
  ["https://gateway.example.com/twilio/", "https://gateway.example.com/twilio"],
  ["http://127.0.0.1:9000", "http://127.0.0.1:9000"],
  ["http://localhost:9000/", "http://localhost:9000"],
  ["http://[::1]:9000", "http://[::1]:9000"],
])("the address %s is taken as %s", (value, url) => {
  const hosts = { TWILIO_INSIGHTS_URL: value, TWILIO_CONVERSATIONS_URL: value, TWILIO_INTELLIGENCE_URL: value };
  const env = { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token, ...hosts };
  expect(readConfig(env).account).toMatchObject({ url, conversationsUrl: url, intelligenceUrl: url });
});

const full = { TWILIO_ACCOUNT_SID: sid, TWILIO_API_KEY: key, TWILIO_API_SECRET: secret };

test.each<[string, Record<string, string | undefined>]>([
  ["TWILIO_ACCOUNT_SID", { ...full, TWILIO_ACCOUNT_SID: undefined }],
  ["TWILIO_ACCOUNT_SID", { TWILIO_AUTH_TOKEN: token }],
  ["TWILIO_ACCOUNT_SID", { ...full, TWILIO_ACCOUNT_SID: key }],
  ["TWILIO_ACCOUNT_SID", { ...full, TWILIO_ACCOUNT_SID: "AC123" }],
  ["TWILIO_API_KEY", { TWILIO_ACCOUNT_SID: sid }],
  ["TWILIO_API_KEY", { ...full, TWILIO_API_KEY: undefined }],
  ["TWILIO_API_KEY", { ...full, TWILIO_API_KEY: sid }],
  ["TWILIO_API_SECRET", { ...full, TWILIO_API_SECRET: undefined }],
  ["TWILIO_API_SECRET", { ...full, TWILIO_API_SECRET: undefined, TWILIO_AUTH_TOKEN: token }],
  ["TWILIO_API_SECRET", { ...full, TWILIO_API_SECRET: "two words here" }],
  ["TWILIO_API_SECRET", { ...full, TWILIO_API_SECRET: "short" }],
  ["TWILIO_AUTH_TOKEN", { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: "not-a-token" }],
  ["TWILIO_INSIGHTS_URL", { TWILIO_INSIGHTS_URL: "http://insights.twilio.com" }],
  ["TWILIO_INSIGHTS_URL", { TWILIO_INSIGHTS_URL: "http://127.0.0.1.example.com" }],
  ["TWILIO_INSIGHTS_URL", { TWILIO_INSIGHTS_URL: "insights.example.com" }],
  ["TWILIO_INSIGHTS_URL", { TWILIO_INSIGHTS_URL: "ftp://insights.twilio.com" }],
  ["TWILIO_INSIGHTS_URL", { TWILIO_INSIGHTS_URL: "https://a:b@insights.twilio.com" }],
  ["TWILIO_INSIGHTS_URL", { TWILIO_INSIGHTS_URL: "https://insights.twilio.com?x=1" }],
  ["TWILIO_CONVERSATIONS_URL", { TWILIO_CONVERSATIONS_URL: "http://conversations.twilio.com" }],
  ["TWILIO_INTELLIGENCE_URL", { TWILIO_INTELLIGENCE_URL: "https://a:b@intelligence.twilio.com" }],
  ["HOST", { HOST: "0.0.0.0" }],
  ["HOST", { HOST: "::" }],
  ["HOST", { HOST: "192.168.1.5", ALLOW_UNAUTHENTICATED: "0" }],
  ["HOST", { HOST: "127.0.0.1.example.com" }],
  ["HOST", { HOST: "http://localhost" }],
  ["ALLOW_UNAUTHENTICATED", { ALLOW_UNAUTHENTICATED: "yes" }],
  ["PORT", { PORT: "65536" }],
  ["PORT", { PORT: "44oo" }],
  ["PORT", { PORT: "-1" }],
  ["UPSTREAM_TIMEOUT_SECONDS", { UPSTREAM_TIMEOUT_SECONDS: "0" }],
  ["SAMPLE_CONVERSATIONS", { SAMPLE_CONVERSATIONS: "many" }],
  ["SAMPLE_CATALOGUE", { SAMPLE_CATALOGUE: "modern" }],
  ["ALLOWED_HOSTS", { ALLOWED_HOSTS: "https://dash.example.com" }],
  ["ALLOWED_HOSTS", { ALLOWED_HOSTS: "*" }],
  ["HTTPS_PROXY", { ...full, HTTPS_PROXY: "socks5://127.0.0.1:1080" }],
  ["HTTPS_PROXY", { ...full, HTTPS_PROXY: "http://[" }],
  ["HTTPS_PROXY", { ...full, HTTPS_PROXY: "http://us%er@proxy.example.com" }],
])("%s stops the start: %j", (name, env) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  try {
    readConfig(env);
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    expect(message).toContain(name);
    expect(message).toMatch(/^[^.\n]*(\.\w[^.\n]*)*\.$/);
    for (const value of [sid, key, secret, token, env[name]]) {
      if (value && value.length > 2) expect(message).not.toContain(value);
    }
  }
});

test("HOST beyond this machine is taken when something in front signs people in", () => {
  expect(readConfig({ HOST: "0.0.0.0", ALLOW_UNAUTHENTICATED: "1" }).host).toBe("0.0.0.0");
});

test.each([
  ["http://proxy.example.com:3128", "http://proxy.example.com:3128/"],
  ["proxy.example.com:3128", "http://proxy.example.com:3128/"],
  ["https://user:secret@[::1]:8443", "https://user:secret@[::1]:8443/"],
])("the proxy %s is taken as %s, with the hosts that need none", (value, url) => {
  const { account } = readConfig({ ...full, HTTPS_PROXY: value, NO_PROXY: ".internal" });
  expect(account).toMatchObject({ proxy: { url, noProxy: ".internal" } });
  expect(readConfig({ ...full, https_proxy: value, HTTPS_PROXY: "http://other" }).account).toMatchObject({
    proxy: { url, noProxy: "" },
  });
});

test("the sample account has no use for a proxy, not even for one that is none", () => {
  expect(readConfig({ HTTPS_PROXY: "socks5://127.0.0.1" })).toEqual(readConfig({}));
});

test("every variable that is explained is known, and no other", () => {
  const explained = [...readText(".env.example").matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect([...new Set(explained)].sort()).toEqual([...knownVariables.keys()].sort());
});

test.each([
  ["ALOWED_HOSTS", "ALLOWED_HOSTS"],
  ["ALLOWED_HOST", "ALLOWED_HOSTS"],
  ["ALLOWED-HOSTS", "ALLOWED_HOSTS"],
  ["DATA_DRI", "DATA_DIR"],
  ["data_dir", "DATA_DIR"],
  ["TWILIO_API_SECERT", "TWILIO_API_SECRET"],
  ["FEILD_TIME", "FIELD_TIME"],
  ["PROT", "PORT"],
])("%s is told to be no setting, and %s to be one", (name, known) => {
  const said = misspelledVariables({ [name]: "private-value" });
  expect(said).toEqual([`${name} is not a setting of Earshot and has no effect; ${known} is.`]);
});

test("what is known, empty, or only looks like a setting to a machine is not told of", () => {
  const names = [
    "POST",
    "SORT",
    "HOSTS",
    "HOSTNAME",
    "https_proxy",
    "no_proxy",
    "HTTP_PROXY",
    "http_proxy",
    "DATA",
    ...knownVariables.keys(),
  ];
  expect(misspelledVariables({ ...Object.fromEntries(names.map((name) => [name, "1"])), ALOWED_HOSTS: "" })).toEqual(
    [],
  );
});
