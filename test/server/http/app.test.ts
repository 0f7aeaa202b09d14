import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { accountSchema } from "../../../contract/account.ts";
import packageJson from "../../../package.json" with { type: "json" };
import { packFiles } from "../../../scripts/pack-files.ts";
import { credentials } from "../../support/servers/proxy.ts";
import { json } from "../../support/servers/replies.ts";
import { problemOf, setUp } from "../setup.ts";

async function builtClient(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "earshot-client-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "assets"));
  const html = '<meta name="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>';
  await writeFile(join(folder, "index.html"), html);
  await writeFile(join(folder, "assets", "index-abc123.js"), "export {};");
  await writeFile(join(folder, "favicon.svg"), "<svg/>");
  return folder;
}

const asPage = { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } };

test("the account says which one it is and keeps its secrets", async () => {
  const { proxy } = await setUp({ fields: { id: "Id" } });
  const response = await fetch(`${proxy.url}/api/account`);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const account = accountSchema.parse(await response.json());
  expect(account).toEqual({
    mode: "twilio",
    account: `…${credentials.accountSid.slice(-4)}`,
    fields: { id: "Id" },
    chosen: {},
    refused: [],
    grains: [],
    known: 0,
    version: packageJson.version,
  });
});

test("the health check answers without asking upstream", async () => {
  const { upstream, proxy } = await setUp();
  const response = await fetch(`${proxy.url}/healthz`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
  expect(upstream.received).toEqual([]);
});

test.each([
  ["/api/nothing", "GET"],
  ["/api", "GET"],
  ["/api/", "POST"],
  ["/api/query/1", "GET"],
  ["/api/%zz", "GET"],
])("%s is not known under /api", async (path, method) => {
  const { proxy } = await setUp({ clientFolder: await builtClient() });
  const response = await fetch(proxy.url + path, { method, ...asPage });
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await problemOf(response)).toMatchObject({ source: "earshot", code: 90404 });
});

test.each([
  ["/api/account", "POST", "GET, HEAD, OPTIONS"],
  ["/api/metadata", "DELETE", "GET, HEAD, OPTIONS"],
  ["/api/query", "PUT", "GET, POST, HEAD, OPTIONS"],
  ["/api/exports", "PUT", "GET, POST, HEAD, OPTIONS"],
  ["/healthz", "PATCH", "GET, HEAD, OPTIONS"],
])("%s refuses %s and names the methods it takes", async (path, method, allow) => {
  const { upstream, proxy } = await setUp();
  const response = await fetch(proxy.url + path, { method });
  expect(response.headers.get("allow")).toBe(allow);
  expect(await problemOf(response)).toMatchObject({ httpStatusCode: 405, code: 90405, source: "earshot" });
  const options = await fetch(proxy.url + path, { method: "OPTIONS" });
  expect(options.status).toBe(204);
  expect(options.headers.get("allow")).toBe(allow);
  expect(upstream.received).toEqual([]);
});

test("HEAD is GET without the body", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(json({ cubes: [] }));
  const response = await fetch(`${proxy.url}/api/metadata`, { method: "HEAD" });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("");
});

test("every answer carries the strict policy, with a nonce of its own", async () => {
  const { upstream, proxy } = await setUp({ clientFolder: await builtClient() });
  upstream.reply(json({ cubes: [] }));
  const nonces = new Set<string>();
  for (const path of ["/", "/api/account", "/api/nothing", "/assets/index-abc123.js", "/healthz"]) {
    const { headers } = await fetch(proxy.url + path);
    const policy = headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([A-Za-z0-9+/=]{22,})'/.exec(policy)?.[1] ?? "";
    nonces.add(nonce);
    expect(policy.replace(nonce, "N")).toBe(
      "default-src 'self';script-src 'self';style-src 'self' 'nonce-N';img-src 'self' data: blob:;connect-src 'self';object-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    );
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("strict-transport-security")).toBeNull();
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
  }
  expect(nonces.size).toBe(5);
});

test("index.html carries the nonce of its own response and is never kept", async () => {
  const { proxy } = await setUp({ clientFolder: await builtClient() });
  for (const path of ["/", "/index.html", "/conversations/1?v=1"]) {
    const response = await fetch(proxy.url + path, asPage);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const nonce = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
    expect(await response.text()).toBe(`<meta name="csp-nonce" content="${nonce}"><style nonce="${nonce}"></style>`);
  }
});

test("hashed files are kept for good, others are asked for again, missing ones are no page", async () => {
  const { proxy } = await setUp({ clientFolder: await builtClient() });
  const script = await fetch(`${proxy.url}/assets/index-abc123.js`);
  expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(script.headers.get("content-type")).toContain("javascript");
  expect((await fetch(`${proxy.url}/favicon.svg`)).headers.get("cache-control")).toBe("no-cache");
  expect((await problemOf(await fetch(`${proxy.url}/assets/gone.js`))).httpStatusCode).toBe(404);
  expect((await problemOf(await fetch(`${proxy.url}/x`, { ...asPage, method: "POST" }))).httpStatusCode).toBe(404);
  expect((await problemOf(await fetch(`${proxy.url}/..%2f..%2fetc%2fpasswd`))).httpStatusCode).toBeLessThan(500);
});

test.each(["br", "gzip"])("a built file is sent as %s to a browser that asks for it", async (encoding) => {
  const clientFolder = await builtClient();
  const source = "export const words = 'the same words again and again';\n".repeat(200);
  await writeFile(join(clientFolder, "assets", "words-abc123.js"), source);
  await packFiles(clientFolder);
  const { proxy } = await setUp({ clientFolder });
  const ask = (accepted: string) =>
    fetch(`${proxy.url}/assets/words-abc123.js`, { headers: { "accept-encoding": accepted } });
  const packed = await ask(encoding);
  expect(packed.headers.get("content-encoding")).toBe(encoding);
  expect(packed.headers.get("content-type")).toContain("javascript");
  expect(Number(packed.headers.get("content-length"))).toBeLessThan(source.length / 20);
  expect(packed.headers.get("vary")).toContain("Accept-Encoding");
  expect(packed.headers.get("cache-control")).toContain("immutable");
  expect(await packed.text()).toBe(source);
  const plain = await ask("identity");
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(plain.headers.get("vary")).toContain("Accept-Encoding");
  expect(await plain.text()).toBe(source);
});

test("what /api answers is never compressed", async () => {
  const { upstream, proxy } = await setUp({ clientFolder: await builtClient() });
  upstream.reply(json({ cubes: [], domain: "the same words again and again ".repeat(200) }));
  const response = await fetch(`${proxy.url}/api/metadata`, { headers: { "accept-encoding": "gzip, br" } });
  expect((await response.text()).length).toBeGreaterThan(2000);
  expect(response.headers.get("content-encoding")).toBeNull();
});

test("without a built client the page says what to do", async () => {
  const { proxy } = await setUp();
  const response = await fetch(proxy.url, asPage);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain("npm run build");
});
