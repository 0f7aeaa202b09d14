import { createServer } from "node:net";
import { expect, test } from "vitest";
import { earshotCodes } from "../../../contract/problem.ts";
import { asFault } from "../../../server/twilio/faults.ts";
import type { Reply } from "../../support/servers/fake-upstream.ts";
import { credentials, startProxy } from "../../support/servers/proxy.ts";
import { cutOff, hang, json, page, raw, stall, twilioError } from "../../support/servers/replies.ts";
import { post, problemOf, query, setUp } from "../setup.ts";

const html = "<!doctype html><title>Gateway</title>";
const hugeRow = { Id: "x".repeat(1024 * 1024) };

test.each<[string, Reply, keyof typeof earshotCodes, number]>([
  ["an HTML page", raw(html, "text/html; charset=utf-8"), "upstreamNotJson", 502],
  ["text without a content type", raw("items", undefined), "upstreamNotJson", 502],
  ["text that claims to be JSON", raw("not json", "application/json"), "upstreamNotJson", 502],
  ["an empty answer", raw("", "application/json"), "upstreamNotJson", 502],
  ["JSON that ends after a value", raw('{"items":[{"Id":"a"}', "application/json"), "upstreamCutOff", 502],
  ["JSON that ends in a string", raw('{"items":[{"Id":"a', "application/json"), "upstreamCutOff", 502],
  ["JSON that ends in a list", raw('{"items":[', "application/json"), "upstreamCutOff", 502],
  ["JSON with too much at its end", raw('{"items":[]}}', "application/json"), "upstreamNotJson", 502],
  ["a connection broken in the body", cutOff, "upstreamCutOff", 502],
  ["a connection broken before the headers", (response) => void response.destroy(), "upstreamUnreachable", 502],
  ["JSON of another shape", json({ what: [{ a: 1 }] }), "upstreamShape", 502],
  ["rows that are no list", json({ items: "a", meta: {} }), "upstreamShape", 502],
  ["a query that takes longer than its answer", json({ error: "Continue wait" }), "upstreamTimeout", 504],
  ["a number", json(5), "upstreamShape", 502],
])("%s becomes one clear problem", async (_name, reply, kind, status) => {
  const { upstream, proxy } = await setUp();
  upstream.reply(reply);
  const problem = await problemOf(await post(`${proxy.url}/api/query`, query));
  expect(problem).toMatchObject({ source: "earshot", code: earshotCodes[kind], httpStatusCode: status });
  expect(problem.message).toMatch(/^[A-Z].*\.$/);
  expect(proxy.logs).toHaveLength(1);
  expect(proxy.logs[0]).toContain(`code ${earshotCodes[kind]}`);
  upstream.reply(page([]));
  expect((await post(`${proxy.url}/api/query`, query)).status).toBe(200);
});

/** Ends the connection before anything of the answer. */
const reset: Reply = (response) => void response.destroy();
const resetByPeer: Reply = (response) => {
  response.socket?.resetAndDestroy();
};

test.each([
  ["closed", reset],
  ["reset", resetByPeer],
])("a connection that was kept and is %s is no one's failure: the call is made once more, at once", async (_, gone) => {
  const { upstream, proxy } = await setUp();
  upstream.reply(page([]), gone, page([{ Id: "a" }]));
  expect((await post(`${proxy.url}/api/query`, query)).status).toBe(200);
  expect(await (await post(`${proxy.url}/api/query`, query)).json()).toMatchObject({ items: [{ Id: "a" }] });
  expect(upstream.received).toHaveLength(3);
  expect(proxy.logs).toEqual([]);
  upstream.reply(gone, json({ cubes: [] }));
  expect((await fetch(`${proxy.url}/api/metadata`)).status).toBe(200);
  // What fails twice in a row is told, and what has begun to answer is not asked again.
  upstream.reply(gone, gone, page([]));
  expect((await post(`${proxy.url}/api/query`, query)).status).toBe(502);
  expect(upstream.received).toHaveLength(7);
  upstream.reply(cutOff, page([]));
  expect((await post(`${proxy.url}/api/query`, query)).status).toBe(502);
  expect(upstream.received).toHaveLength(8);
});

test.each<[string, Reply]>([
  ["that never answers", hang],
  ["that stops in the middle of the body", stall],
])("an upstream %s ends in a timeout", async (_name, reply) => {
  const { upstream, proxy } = await setUp({ upstreamTimeoutMs: 300 });
  upstream.reply(reply);
  const problem = await problemOf(await post(`${proxy.url}/api/query`, query));
  expect(problem).toMatchObject({ source: "earshot", code: earshotCodes.upstreamTimeout, httpStatusCode: 504 });
  expect(problem.message).toBe("The Insights API didn’t respond within 0.3 seconds.");
  await upstream.received[0]?.cancelled;
});

test("a body that trickles is bounded as a whole, not from chunk to chunk", async () => {
  const { upstream, proxy } = await setUp({ upstreamTimeoutMs: 300 });
  upstream.reply((response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const timer = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(timer));
  });
  expect((await problemOf(await post(`${proxy.url}/api/query`, query))).code).toBe(earshotCodes.upstreamTimeout);
});

test("an answer over 64 MiB is given up", async () => {
  const { upstream, proxy } = await setUp();
  const mebibyte = Buffer.alloc(1024 * 1024, "x");
  upstream.reply((response) => {
    response.writeHead(200, { "content-type": "application/json" });
    for (let count = 0; count < 65; count += 1) response.write(mebibyte);
    response.end();
  });
  const problem = await problemOf(await post(`${proxy.url}/api/query`, query));
  expect(problem).toMatchObject({ source: "earshot", code: earshotCodes.upstreamTooLarge, httpStatusCode: 502 });
});

test("an answer of many megabytes below the cap passes", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(page([hugeRow, hugeRow, hugeRow]));
  const response = await post(`${proxy.url}/api/query`, query);
  expect((await response.text()).length).toBeGreaterThan(3 * 1024 * 1024);
});

test("a closed port is an unreachable upstream", async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no port");
  const proxy = await startProxy(`http://127.0.0.1:${address.port}`);
  const problem = await problemOf(await fetch(`${proxy.url}/api/metadata`));
  await proxy.close();
  expect(problem).toMatchObject({ code: earshotCodes.upstreamUnreachable, httpStatusCode: 502, source: "earshot" });
  expect(problem.message).toBe("The Insights API refused the connection (ECONNREFUSED).");
});

test.each([
  ["ENOTFOUND", earshotCodes.upstreamUnreachable, "The address of the Insights API wasn’t found (ENOTFOUND)."],
  [
    "CERT_HAS_EXPIRED",
    earshotCodes.upstreamUnreachable,
    "The identity of the Insights API couldn’t be verified over TLS (CERT_HAS_EXPIRED).",
  ],
  ["EHOSTUNREACH", earshotCodes.upstreamUnreachable, "The Insights API couldn’t be reached (EHOSTUNREACH)."],
  ["UND_ERR_CONNECT_TIMEOUT", earshotCodes.upstreamTimeout, "The Insights API didn’t respond within 30 seconds."],
])("%s has its own sentence", (code, number, message) => {
  const { problem } = asFault(Object.assign(new Error("refused for 10.0.0.1"), { code }), "asking", {
    timeoutSeconds: 30,
  });
  expect(problem).toMatchObject({ code: number, message });
});

test("a server that speaks no TLS is an unreachable upstream", async () => {
  const plain = createServer((socket) =>
    socket
      .on("error", () => {})
      .resume()
      .end("HTTP/1.1 200 OK\r\n\r\n"),
  );
  await new Promise<void>((done) => plain.listen(0, "127.0.0.1", done));
  const address = plain.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const proxy = await startProxy(`https://127.0.0.1:${address.port}`);
  const problem = await problemOf(await fetch(`${proxy.url}/api/metadata`));
  await proxy.close();
  expect(problem).toMatchObject({ code: earshotCodes.upstreamUnreachable, httpStatusCode: 502 });
  await new Promise((done) => plain.close(done));
});

test.each([301, 302, 307, 308])("a redirect (%d) is an error, and the credentials do not follow it", async (status) => {
  const { upstream, proxy } = await setUp();
  const elsewhere = await setUp();
  upstream.reply(json({}, status, { location: `${elsewhere.upstream.url}/v3/InsightsDomains/Conversations/Query` }));
  const problem = await problemOf(await post(`${proxy.url}/api/query`, query));
  expect(problem).toMatchObject({ httpStatusCode: 502, code: earshotCodes.upstreamNotJson, source: "earshot" });
  expect(problem.message).toContain(String(status));
  expect(elsewhere.upstream.received).toEqual([]);
});

test.each([400, 401, 403, 404, 409, 422, 500, 503, 504])("Twilio's own %d keeps its meaning", async (status) => {
  const { upstream, proxy } = await setUp();
  const params = { field: "Languages", tries: 3 };
  upstream.reply(
    twilioError(
      status,
      { code: 50001, message: "Query execution timeout exceeded", userError: true, params },
      {
        "www-authenticate": 'Basic realm="Twilio API"',
        "set-cookie": "a=b",
      },
    ),
  );
  const response = await post(`${proxy.url}/api/query`, query);
  // Whoever asks is not the one that Twilio does not let in.
  expect(response.status).toBe(status === 401 || status === 403 ? 502 : status);
  expect(response.headers.get("www-authenticate")).toBeNull();
  expect(response.headers.get("set-cookie")).toBeNull();
  expect(response.headers.get("retry-after")).toBeNull();
  expect(await problemOf(response)).toEqual({
    code: 50001,
    message: "Query execution timeout exceeded",
    httpStatusCode: status,
    userError: true,
    params: { field: "Languages", tries: "3" },
    source: "twilio",
  });
});

test("Twilio's older error body is understood, and so is one without a code", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(
    json(
      { code: 20003, message: "Authenticate", more_info: "https://www.twilio.com/docs/errors/20003", status: 401 },
      401,
    ),
    json({ message: "Forbidden", code: "text" }, 403),
  );
  const old = await problemOf(await fetch(`${proxy.url}/api/metadata`));
  expect(old).toEqual({ code: 20003, message: "Authenticate", httpStatusCode: 401, source: "twilio" });
  const bare = await problemOf(await fetch(`${proxy.url}/api/metadata`));
  expect(bare).toEqual({ code: 403, message: "Forbidden", httpStatusCode: 403, source: "twilio" });
});

test.each([401, 404, 429, 500, 502])(
  "an error page with status %d that is not JSON keeps the status",
  async (status) => {
    const { upstream, proxy } = await setUp();
    upstream.reply(raw(html, "text/html", status));
    const problem = await problemOf(await fetch(`${proxy.url}/api/metadata`));
    expect(problem).toMatchObject({ httpStatusCode: status, source: "earshot", code: earshotCodes.upstreamNotJson });
    expect(problem.retryAfter).toBe(status === 429 ? 5 : undefined);
  },
);

test.each<[string, Record<string, string>, number]>([
  ["X-RateLimit-Reset", { "x-ratelimit-reset": "45" }, 45],
  ["X-RateLimit-Reset before Retry-After", { "x-ratelimit-reset": "7", "retry-after": "90" }, 7],
  ["Retry-After in seconds", { "retry-after": "12" }, 12],
  ["Retry-After after an unreadable reset", { "x-ratelimit-reset": "soon", "retry-after": "3" }, 3],
  ["neither", {}, 5],
  ["only unreadable ones", { "x-ratelimit-reset": "", "retry-after": "later" }, 5],
])("a 429 with %s says how long to wait", async (_name, headers, seconds) => {
  const { upstream, proxy } = await setUp();
  upstream.reply(twilioError(429, { code: 20429 }, headers));
  const response = await post(`${proxy.url}/api/query`, query);
  expect(response.headers.get("retry-after")).toBe(String(seconds));
  expect(await problemOf(response)).toMatchObject({ retryAfter: seconds, source: "twilio", code: 20429 });
});

test("credentials are in no answer and no log, even when an upstream quotes them", async () => {
  const { upstream, proxy } = await setUp();
  const { username, password } = credentials;
  const basic = Buffer.from(`${username}:${password}`).toString("base64");
  const spoken: string[] = [];
  const replies: Reply[] = [
    (response, received) =>
      json({ code: 1, message: `Refused ${received.headers.authorization} ${username} ${password}` }, 401)(
        response,
        received,
      ),
    json({ code: 1, message: "Refused", params: { key: username, secret: password } }, 403),
    raw(`<p>${basic}`, "text/html", 500),
    raw(password, "application/json"),
    json({ items: password }),
    cutOff,
  ];
  for (const reply of replies) {
    upstream.reply(reply);
    const response = await post(`${proxy.url}/api/query`, query);
    spoken.push(JSON.stringify([...response.headers]), await response.text());
  }
  spoken.push(await (await fetch(`${proxy.url}/api/account`)).text(), ...proxy.logs);
  // The 500 is asked for once more, and then in its plainest form.
  expect(proxy.logs).toHaveLength(replies.length + 2);
  for (const secret of [username, password, basic, credentials.accountSid])
    expect(spoken.join("\n")).not.toContain(secret);
});

test("logs hold no token and no filter value", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(twilioError(400, { message: "Bad value private-value in tok-secret" }));
  const filters = [{ expressions: [{ op: "EQ", field: "Id", values: ["private-value"] }] }];
  await post(`${proxy.url}/api/query`, { query: { dimensions: ["Id"], filters } });
  await fetch(`${proxy.url}/api/query?pageToken=tok-secret`);
  expect(proxy.logs).toHaveLength(3);
  expect(proxy.logs.join()).not.toMatch(/private-value|tok-secret/);
});
