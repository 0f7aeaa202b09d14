import { request } from "undici";
import { expect, test } from "vitest";
import { json } from "../../support/servers/replies.ts";
import { setUp } from "../setup.ts";

async function status(url: string, headers: Record<string, string>, path = "/api/metadata"): Promise<number> {
  const response = await request(url + path, { headers });
  await response.body.dump();
  return response.statusCode;
}

test("only names of this server are answered", async () => {
  const { upstream, proxy } = await setUp({ allowedHosts: ["dash.example.com", "localhost:5173"] });
  upstream.reply(json({ cubes: [] }));
  const { port } = new URL(proxy.url);
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
    expect(await status(proxy.url, { host })).toBe(200);
  }
  for (const host of ["dash.example.com", "Dash.Example.com", "localhost:5173"]) {
    expect(await status(proxy.url, { host })).toBe(200);
  }
  const calls = upstream.received.length;
  const foreign = [
    "evil.example",
    `evil.example:${port}`,
    "localhost",
    "127.0.0.1:1",
    "dash.example.com:80",
    "a.dash.example.com",
  ];
  for (const host of foreign) {
    expect(await status(proxy.url, { host })).toBe(403);
  }
  expect(upstream.received.length).toBe(calls);
});

test("a foreign name is refused on every address under /api, unknown ones too, and /healthz answers anyone", async () => {
  const { proxy } = await setUp();
  for (const path of ["/api", "/api/account", "/api/query?pageToken=a", "/api/nothing"]) {
    expect(await status(proxy.url, { host: "evil.example" }, path)).toBe(403);
  }
  expect(await status(proxy.url, { host: "10.1.2.3:4400" }, "/healthz")).toBe(200);
});

test("the Origin must be the server's own", async () => {
  const { upstream, proxy } = await setUp({ allowedHosts: ["dash.example.com", "localhost:5173"] });
  upstream.reply(json({ cubes: [] }));
  const { host, port } = new URL(proxy.url);
  expect(await status(proxy.url, { origin: proxy.url })).toBe(200);
  expect(await status(proxy.url, { host: "dash.example.com", origin: "https://dash.example.com" })).toBe(200);
  expect(await status(proxy.url, { host: "dash.example.com", origin: "https://dash.example.com:443" })).toBe(200);
  expect(await status(proxy.url, { host: "localhost:5173", origin: "http://localhost:5173" })).toBe(200);
  const foreign = [
    "http://evil.example",
    "null",
    "",
    `http://localhost:${port}`,
    "http://127.0.0.1",
    "https://dash.example.com",
    `http://${host}.evil.example`,
    // Addresses whose hosts cannot be told from one another, or that have none.
    "file://",
    `file://${host}`,
    "about:blank",
    "data:,",
    "blob:null/1",
    `chrome-extension://${host}`,
    "http:",
    "http://",
    "http://[",
    "http://a:99999",
  ];
  for (const origin of foreign) {
    expect(await status(proxy.url, { origin })).toBe(403);
  }
});

test("a name that is let in and is no address is compared with no Origin", async () => {
  const { upstream, proxy } = await setUp({ allowedHosts: ["dash.example.com:99999"] });
  upstream.reply(json({ cubes: [] }));
  const host = "dash.example.com:99999";
  expect(await status(proxy.url, { host })).toBe(200);
  expect(await status(proxy.url, { host, origin: "https://dash.example.com" })).toBe(403);
});

test("what the browser says of other sites is believed", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(json({ cubes: [] }));
  for (const site of ["same-origin", "none"]) expect(await status(proxy.url, { "sec-fetch-site": site })).toBe(200);
  for (const site of ["cross-site", "same-site", "nonsense"]) {
    expect(await status(proxy.url, { "sec-fetch-site": site })).toBe(403);
  }
});

test("a refusal is a problem, and no answer allows another origin", async () => {
  const { proxy } = await setUp();
  const response = await fetch(`${proxy.url}/api/account`, { headers: { origin: "http://evil.example" } });
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: 90403, httpStatusCode: 403, source: "earshot" });
  const preflight = await fetch(`${proxy.url}/api/query`, {
    method: "OPTIONS",
    headers: { origin: "http://evil.example", "access-control-request-method": "POST" },
  });
  expect(preflight.status).toBe(403);
  const fine = await fetch(`${proxy.url}/api/account`);
  for (const { headers } of [response, preflight, fine]) {
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  }
});
