import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type BuiltServer, buildServer } from "../support/servers/built-server.ts";
import { startConnectProxy } from "../support/servers/connect-proxy.ts";
import { startPagedUpstream } from "../support/servers/paged-upstream.ts";
import { selfSigned } from "../support/servers/self-signed.ts";
import { begin } from "./exports/support.ts";

let built: BuiltServer;
let folder = "";

beforeAll(async () => {
  built = await buildServer();
  folder = built.folder;
});

afterAll(() => built.remove());

function run(
  env: Record<string, string>,
  cwd = folder,
): ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } {
  const child = spawn(process.execPath, [built.main], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

const twilio = {
  TWILIO_ACCOUNT_SID: `AC${"a1".repeat(16)}`,
  TWILIO_API_KEY: `SK${"b2".repeat(16)}`,
  TWILIO_API_SECRET: "correct-horse-battery",
  TWILIO_INSIGHTS_URL: "http://127.0.0.1:9",
};

async function output(child: ReturnType<typeof run>, until: RegExp): Promise<string> {
  let said = "";
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (until.test(said)) break;
  }
  return said;
}

test("it renders the file of a long export on a thread of its own", async () => {
  const upstream = await startPagedUpstream({ rows: 12_500 });
  onTestFinished(() => upstream.close());
  const child = run({ ...twilio, TWILIO_INSIGHTS_URL: upstream.url, PORT: "0", DATA_DIR: join(folder, "data") });
  const complaints = text(child.stderr);
  const url = /http:\S+/.exec(await output(child, /account.*\n/))?.[0] ?? "";
  const id = await begin(url);
  const file = await fetch(`${url}/api/exports/${id}/file?wait=1`);
  expect((await file.text()).split("\r\n")).toHaveLength(12_502);
  child.kill("SIGTERM");
  // Without the thread it would say so.
  expect(await complaints).toBe("");
});

test("it says in two lines where it listens and whose conversations it shows, and ends at a signal", async () => {
  const child = run({ ...twilio, PORT: "0" });
  const said = await output(child, /account.*\n/);
  expect(said).toMatch(/^Earshot listens on http:\/\/127\.0\.0\.1:\d+\nIt shows the Twilio account …a1a1\.\n$/);
  const url = /http:\S+/.exec(said)?.[0];
  expect(await (await fetch(`${url}/api/account`)).json()).toMatchObject({ mode: "twilio", account: "…a1a1" });
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("a .env file is read, and the environment wins over it", async () => {
  const cwd = await mkdtemp(join(folder, "cwd-"));
  await writeFile(
    join(cwd, ".env"),
    `${Object.entries({ ...twilio, PORT: "1" })
      .map(([name, value]) => `${name}=${value}`)
      .join("\n")}\n`,
  );
  const child = run({ PORT: "0" }, cwd);
  expect(await output(child, /account.*\n/)).toContain("Twilio account …a1a1");
});

test.each<[string, Record<string, string>]>([
  ["TWILIO_API_SECRET", { ...twilio, TWILIO_API_SECRET: "" }],
  ["HOST", { HOST: "0.0.0.0" }],
])("a wrong %s stops the start with one sentence", async (name, env) => {
  const child = run(env);
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^[^\n]+\.\n$/);
  expect(stderr).toContain(name);
});

test("a variable one slip away from a known one is named, and its value is not", async () => {
  const child = run({
    ...twilio,
    PORT: "0",
    ALOWED_HOSTS: "dash.example.com",
    DATADIR: "/secret",
    POST: "1",
    COLOR: "1",
  });
  const complaints = text(child.stderr);
  await output(child, /account.*\n/);
  child.kill("SIGTERM");
  expect(await complaints).toBe(
    [
      "ALOWED_HOSTS is not a setting of Earshot and has no effect; ALLOWED_HOSTS is.\n",
      "DATADIR is not a setting of Earshot and has no effect; DATA_DIR is.\n",
    ].join(""),
  );
});

test("calls to Twilio go by the proxy that the environment names, and what NO_PROXY names does not", async () => {
  const { cert, key } = selfSigned("insights.example.test");
  const authority = join(folder, "authority.pem");
  await writeFile(authority, cert);
  const asked: string[] = [];
  const upstream = createServer({ cert, key }, ({ headers, url }, response) => {
    asked.push(`${headers.host}${url}`);
    response.writeHead(200, { "content-type": "application/json" }).end('{"cubes":[]}');
  });
  await new Promise<void>((done) => upstream.listen(0, "127.0.0.1", done));
  onTestFinished(() => new Promise<void>((done) => void upstream.close(() => done()).closeAllConnections()));
  const { port } = upstream.address() as AddressInfo;
  const proxy = await startConnectProxy(port);
  onTestFinished(() => proxy.close());
  const refusing = await startConnectProxy(port, 407);
  onTestFinished(() => refusing.close());
  const env = {
    ...twilio,
    PORT: "0",
    TWILIO_INSIGHTS_URL: "https://insights.example.test",
    TWILIO_CONVERSATIONS_URL: "https://conversations.example.invalid",
    NODE_EXTRA_CA_CERTS: authority,
  };
  async function metadata(more: Record<string, string>): Promise<unknown> {
    const child = run({ ...env, ...more }, await mkdtemp(join(folder, "cwd-")));
    const url = /http:\S+/.exec(await output(child, /account.*\n/))?.[0] ?? "";
    const answer = await fetch(`${url}/api/metadata`);
    child.kill("SIGTERM");
    return await answer.json();
  }
  const behind = proxy.url.replace("//", "//user:p%40ss@");
  expect(await metadata({ HTTPS_PROXY: behind })).toMatchObject({ cubes: [] });
  expect(asked).toEqual(["insights.example.test/v3/InsightsDomains/Conversations/Metadata"]);
  const authorization = `Basic ${Buffer.from("user:p@ss").toString("base64")}`;
  expect(proxy.asked).toEqual([{ to: "insights.example.test:443", authorization }]);
  expect(await metadata({ https_proxy: refusing.url, HTTPS_PROXY: proxy.url })).toMatchObject({
    message: "The proxy in HTTPS_PROXY didn’t let Earshot through to the Insights API (407).",
  });
  // Without the proxy there is no such host.
  expect(await metadata({ HTTPS_PROXY: proxy.url, NO_PROXY: "other.test, .example.test" })).toMatchObject({
    code: 90502,
  });
  expect(proxy.asked).toHaveLength(1);
  // This machine is asked without it, whatever is said.
  const plain = await startPagedUpstream({ rows: 1 });
  onTestFinished(() => plain.close());
  expect(await metadata({ HTTPS_PROXY: proxy.url, TWILIO_INSIGHTS_URL: plain.url })).toMatchObject({
    domain: "Insights",
  });
  expect(proxy.asked).toHaveLength(1);
});

test("the sample account is started when there are no credentials, and the terminal says so", async () => {
  const child = run({ PORT: "0", SAMPLE_CONVERSATIONS: "200" });
  const said = await output(child, /sample.*\n/);
  expect(said).toContain("It shows an embedded sample account of 200 conversations");
  const url = /http:\S+/.exec(said)?.[0];
  expect(await (await fetch(`${url}/api/account`)).json()).toMatchObject({ mode: "sample" });
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
});
