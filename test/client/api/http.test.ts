import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { ask, waitFor } from "../../../client/api/http.ts";
import { holdFor } from "../../../client/api/rate-limit.ts";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { cutOff, hang, json, raw } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";

const answer = z.object({ n: z.number() });

function problem(status: number, more: Record<string, unknown> = {}) {
  return json({ code: 20001, message: "Not so.", httpStatusCode: status, source: "twilio", ...more }, status);
}

let server: FakeUpstream;

beforeEach(async () => {
  server = await startFakeUpstream();
  servePageFrom(server.url);
});

afterEach(async () => {
  servePageFrom(undefined);
  await server.close();
});

describe("a request to the proxy", () => {
  test("asks with GET, or sends its body as JSON with POST, or as it is told", async () => {
    server.reply(json({ n: 1 }));
    expect(await ask(answer, "/api/a?b=c%2B")).toEqual({ n: 1 });
    await ask(answer, "/api/d", { body: { e: "é" } });
    await ask(answer, "/api/f", { body: {}, method: "PUT" });
    await ask(answer, "/api/f", { method: "DELETE" });
    expect(server.received.map(({ method, path, body }) => [method, path, body])).toEqual([
      ["GET", "/api/a?b=c%2B", ""],
      ["POST", "/api/d", '{"e":"é"}'],
      ["PUT", "/api/f", "{}"],
      ["DELETE", "/api/f", ""],
    ]);
    expect(server.received[1]?.headers["content-type"]).toBe("application/json");
    expect(server.received[0]?.headers.accept).toBe("application/json");
  });

  test("keeps every digit of a number that a double cannot hold", async () => {
    const body =
      '{"items":[{"n":9007199254740993,"m":-0.12345678901234567890,"s":"1234567890123456789","i":12.50}],"k":7}';
    server.reply(raw(body, "application/json"));
    expect(await ask(z.unknown(), "/api/a")).toEqual({
      items: [{ n: "9007199254740993", m: "-0.12345678901234567890", s: "1234567890123456789", i: 12.5 }],
      k: 7,
    });
    server.reply(raw('{"n":1234567890123456789', "application/json"));
    await expect(ask(z.unknown(), "/api/a")).rejects.toMatchObject({ kind: "contract" });
  });

  test("reads numbers in exponent form, and writes out those that a double cannot hold", async () => {
    const body =
      '{"a":3.974e+03,"b":1E2,"c":9.007199254740993e15,"d":-1.2345678901234567890e-3,"e":1.234567890123456e2,"f":12345678901234567e99}';
    server.reply(raw(body, "application/json"));
    expect(await ask(z.unknown(), "/api/a")).toEqual({
      a: 3974,
      b: 100,
      c: "9007199254740993",
      d: "-0.001234567890123456789",
      e: 123.4567890123456,
      f: `12345678901234567${"0".repeat(99)}`,
    });
  });

  test("that is refused fails with the problem, asked once", async () => {
    server.reply(problem(400, { params: { field: "a" } }));
    await expect(ask(answer, "/api/a")).rejects.toMatchObject({
      name: "InsightsError",
      kind: "http",
      message: "Not so.",
      problem: { code: 20001, httpStatusCode: 400, source: "twilio", params: { field: "a" } },
    });
    expect(server.received).toHaveLength(1);
  });

  test.each([
    ["text", raw("<h1>Bad Gateway</h1>", "text/html", 502)],
    ["nothing", raw("", undefined, 502)],
    ["other JSON", json({ error: "no" }, 502)],
  ])("that is refused with %s fails with its status", async (_, reply) => {
    server.reply(reply);
    await expect(ask(answer, "/api/a")).rejects.toMatchObject({
      kind: "http",
      problem: { httpStatusCode: 502, source: "earshot" },
    });
  });

  test.each([
    ["no JSON", raw("<html>", "text/html")],
    ["nothing", raw("", undefined)],
    ["another shape", json({ n: "1" })],
    ["half of the JSON", raw('{"n":', "application/json")],
  ])("that is answered with %s fails as a breach of the contract", async (_, reply) => {
    server.reply(reply);
    await expect(ask(answer, "/api/a")).rejects.toMatchObject({ kind: "contract", problem: undefined });
  });

  test("names the place where the answer is wrong", async () => {
    server.reply(json({ n: "1" }));
    await expect(ask(answer, "/api/a")).rejects.toThrow(/ n\b/);
  });

  test("that is cut off fails as the network", async () => {
    server.reply(cutOff);
    await expect(ask(answer, "/api/a")).rejects.toMatchObject({ kind: "network", problem: undefined });
  });

  test("that nobody answers fails as the network", async () => {
    await server.close();
    await expect(ask(answer, "/api/a")).rejects.toMatchObject({ name: "InsightsError", kind: "network" });
    server = await startFakeUpstream();
  });

  test("that is aborted fails with the reason of the abort, and is cancelled at the server", async () => {
    server.reply(hang);
    const controller = new AbortController();
    const asked = ask(answer, "/api/a", { signal: controller.signal });
    await server.arrived(1);
    const reason = new Error("Nobody waits any more");
    controller.abort(reason);
    await expect(asked).rejects.toBe(reason);
    await server.received[0]?.cancelled;
  });
});

describe("a rate limit", () => {
  test("is waited out, and the same request goes again, as often as it takes", async () => {
    server.reply(problem(429, { retryAfter: 1 }), problem(429, { retryAfter: 1 }), json({ n: 2 }));
    expect(await ask(answer, "/api/a", { body: { b: 1 } })).toEqual({ n: 2 });
    expect(server.received.map(({ method, path, body }) => `${method} ${path} ${body}`)).toEqual(
      Array(3).fill('POST /api/a {"b":1}'),
    );
  });

  test("holds every other request too, until it is over", async () => {
    server.reply(json({ n: 1 }));
    holdFor(1);
    const held = [ask(answer, "/api/a"), ask(answer, "/api/b")];
    await fetch(`${server.url}/past-the-gate`);
    expect(server.received.map(({ path }) => path)).toEqual(["/past-the-gate"]);
    expect(await Promise.all(held)).toEqual([{ n: 1 }, { n: 1 }]);
    expect(server.received).toHaveLength(3);
  });
});

describe("an overload", () => {
  test("that says when it is over is waited out, and the same request goes again", async () => {
    server.reply(problem(503, { retryAfter: 0 }), json({ n: 2 }));
    expect(await ask(answer, "/api/a", { body: { b: 1 } })).toEqual({ n: 2 });
    expect(server.received).toHaveLength(2);
  });

  test.each([
    ["that does not say when it is over", {}],
    ["that lasts longer than two minutes", { retryAfter: 121 }],
  ])("%s is a failure at once", async (_, more) => {
    server.reply(problem(503, more));
    await expect(ask(answer, "/api/a")).rejects.toMatchObject({ problem: { httpStatusCode: 503 } });
    expect(server.received).toHaveLength(1);
  });

  test.each([
    [50, 2],
    [1, 8],
    [0, 8],
  ])("that says %i seconds again and again is waited out %i times", (retryAfter, times) => {
    const overload = { times: 0, seconds: 0 };
    let waited = 0;
    while (waitFor(503, { retryAfter }, overload) !== undefined) waited += 1;
    expect(waited).toBe(times);
  });
});
