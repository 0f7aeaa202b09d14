import { connect } from "node:net";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { Reply } from "../../support/servers/fake-upstream.ts";
import { cutOff, hang, json, page, raw, twilioError } from "../../support/servers/replies.ts";
import { post, problemOf, query, setUp } from "../setup.ts";

const columns = [
  { field: "Id", header: "ID" },
  { field: "Channels", header: "Channels" },
];

function body(more: Record<string, unknown> = {}): Record<string, unknown> {
  return { request: query, columns, format: "csv", ...more };
}

function rows(from: number, to: number): Record<string, unknown>[] {
  return Array.from({ length: to - from }, (_, row) => ({ Id: `conv_${from + row}`, Channels: ["voice", "sms"] }));
}

function read(csv: string): string[][] {
  return parse(csv, { relax_column_count: false });
}

test("every page is in the file, in the order of the pages", async () => {
  const { upstream, proxy } = await setUp();
  const pages = 40;
  upstream.reply((response, received) => {
    const token = new URL(received.path, "http://upstream").searchParams.get("pageToken");
    const number = Number(token?.replace("t=+/", "") ?? 0);
    const items = rows(number * 1000, number * 1000 + 1000);
    return page(items, number + 1 < pages ? `t=+/${number + 1}` : null)(response, received);
  });
  const response = await post(`${proxy.url}/api/export`, body());
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("content-disposition")).toMatch(
    /^attachment; filename="earshot-conversations-\d{8}T\d{6}Z\.csv"$/,
  );
  const csv = await response.text();
  expect(csv.startsWith("ID,Channels\r\nconv_0,voice; sms\r\n")).toBe(true);
  expect(read(csv).slice(1)).toEqual(rows(0, pages * 1000).map(({ Id }) => [Id, "voice; sms"]));
  expect(upstream.received.map(({ method }) => method)).toEqual(["POST", ...Array(pages - 1).fill("GET")]);
  expect(upstream.received[0]?.path).toContain("?pageSize=1000");
  expect(JSON.parse(upstream.received[0]?.body ?? "")).toEqual(query);
});

test("the next page is asked for before the reader has taken the current one", async () => {
  const { upstream, proxy } = await setUp();
  const wide = rows(0, 1000).map((row) => ({ ...row, Id: `${row.Id}${"x".repeat(20_000)}` }));
  upstream.reply(page(wide, "second"), page(rows(0, 1)));
  const response = await post(`${proxy.url}/api/export`, body());
  await upstream.arrived(2);
  expect(read(await response.text())).toHaveLength(1002);
});

test("an empty page with a token is followed, and an empty result is a header", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(page([], "a"), page([], "b"), page(rows(0, 2), ""));
  expect(read(await (await post(`${proxy.url}/api/export`, body())).text())).toHaveLength(3);
  upstream.reply(page([]));
  expect(await (await post(`${proxy.url}/api/export`, body())).text()).toBe("ID,Channels\r\n");
});

test("a failure on the first page is a clean problem", async () => {
  const { upstream, proxy } = await setUp();
  const expected: [Reply, Record<string, unknown>][] = [
    [twilioError(403), { httpStatusCode: 403, source: "twilio" }],
    [twilioError(429, {}, { "x-ratelimit-reset": "9" }), { httpStatusCode: 429, retryAfter: 9 }],
    [twilioError(400, { message: "Unknown field Idd" }), { httpStatusCode: 400, message: "Unknown field Idd" }],
    [raw("<p>", "text/html"), { httpStatusCode: 502, source: "earshot" }],
    [cutOff, { httpStatusCode: 502, source: "earshot" }],
  ];
  for (const [reply, problem] of expected) {
    upstream.reply(reply);
    const response = await post(`${proxy.url}/api/export`, body());
    expect(response.headers.get("content-disposition")).toBeNull();
    expect(await problemOf(response)).toMatchObject(problem);
  }
  expect(upstream.received).toHaveLength(expected.length);
});

test.each<[string, Reply]>([
  ["an error of Twilio's", twilioError(500)],
  ["an HTML page", raw("<p>", "text/html")],
  ["a broken connection", cutOff],
  ["another shape", json({ items: 5 })],
  ["an expired token", twilioError(400, { message: "Page token expired" })],
])("%s in the middle gives the reader an error, never a file that looks whole", async (_name, reply) => {
  const { upstream, proxy } = await setUp();
  upstream.reply(page(rows(0, 1000), "a"), page(rows(1000, 2000), "b"), reply);
  const response = post(`${proxy.url}/api/export`, body());
  await expect(response.then((answer) => answer.text())).rejects.toThrow(/terminated|fetch failed/);
  expect(proxy.logs.some((line) => /^export cut off in the middle: code \d+$/.test(line))).toBe(true);
  upstream.reply(page(rows(0, 1)));
  expect((await post(`${proxy.url}/api/export`, body())).status).toBe(200);
});

test("a token that comes back is a fault, not a loop", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(page(rows(0, 1), "a"), page(rows(1, 2), "b"), page(rows(2, 3), "a"), page(rows(3, 4), "b"));
  const response = post(`${proxy.url}/api/export`, body());
  await expect(response.then((answer) => answer.text())).rejects.toThrow(/terminated|fetch failed/);
  expect(upstream.received).toHaveLength(3);
});

test("a limit in the middle is waited out as often as it comes", async () => {
  const { upstream, proxy } = await setUp();
  const limited = twilioError(429, {}, { "x-ratelimit-reset": "1" });
  upstream.reply(page(rows(0, 3), "a"), limited, limited, page(rows(3, 6), "b"), limited, page(rows(6, 9)));
  const csv = await (await post(`${proxy.url}/api/export`, body())).text();
  expect(
    read(csv)
      .slice(1)
      .map(([id]) => id),
  ).toEqual(rows(0, 9).map(({ Id }) => Id));
  const tokens = upstream.received.map(({ path }) => path.split("pageToken=")[1]);
  expect(tokens).toEqual([undefined, "a", "a", "a", "b", "b"]);
});

test("a reader that goes away cancels the upstream call", async () => {
  const { upstream, proxy } = await setUp();
  for (const replies of [[hang], [page(rows(0, 10), "a"), hang]] as const) {
    const [first, second] = replies;
    upstream.reply(first, ...(second ? [second] : []));
    const before = upstream.received.length;
    const browser = new AbortController();
    const reader = post(`${proxy.url}/api/export`, body(), { signal: browser.signal }).then((response) =>
      response.text(),
    );
    const gone = expect(reader).rejects.toThrow("aborted");
    await upstream.arrived(before + replies.length);
    browser.abort();
    await gone;
    await upstream.received.at(-1)?.cancelled;
  }
  expect(proxy.logs).toEqual([]);
});

test("a reader that goes away during a wait ends the export", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(page(rows(0, 10), "a"), twilioError(429, {}, { "x-ratelimit-reset": "3600" }));
  const browser = new AbortController();
  const response = await post(`${proxy.url}/api/export`, body(), { signal: browser.signal });
  await upstream.arrived(2);
  browser.abort();
  await expect(response.text()).rejects.toThrow("aborted");
  expect(upstream.received).toHaveLength(2);
});

test("smaller pages are tried when the size is refused, and the last try names none", async () => {
  const { upstream, proxy } = await setUp();
  const refuse = twilioError(400, { message: "Invalid value", params: { pageSize: "too large" } });
  upstream.reply(refuse, refuse, page(rows(0, 2)));
  expect((await post(`${proxy.url}/api/export`, body())).status).toBe(200);
  const sizes = () => upstream.received.map(({ path }) => path.split("?")[1]);
  expect(sizes()).toEqual(["pageSize=1000", "pageSize=500", "pageSize=200"]);
  upstream.received.length = 0;
  upstream.reply(twilioError(400, { message: "Page size must be at most 50" }));
  const problem = await problemOf(await post(`${proxy.url}/api/export`, body()));
  expect(problem).toMatchObject({ httpStatusCode: 400, message: "Page size must be at most 50" });
  expect(sizes()).toEqual(["pageSize=1000", "pageSize=500", "pageSize=200", "pageSize=100", undefined]);
});

test("columns, header words and times are written as asked", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(
    page([
      {
        DateCreated: "2026-03-11T12:33:36.143498Z",
        Name: 'Ada "the\nfirst"',
        Score: -1.5,
        Nested: { a: [1] },
        Ok: false,
      },
      { DateCreated: "2026-07-01 00:00:00+02:00", Name: null, Score: 0 },
      { DateCreated: "2026-07-01", Name: "", Score: "n/a" },
      { DateCreated: null, Name: "=1+1" },
    ]),
  );
  const wanted = [
    { field: "Name", header: "Name, given" },
    { field: "DateCreated", header: "Created", type: "time" },
    { field: "Score", header: "=Score" },
    { field: "Nested", header: "" },
    { field: "Ok", header: "Ok" },
    { field: "constructor", header: "Missing" },
  ];
  const request = { ...query, properties: { timezone: "Europe/Berlin" } };
  const response = await post(`${proxy.url}/api/export`, { request, columns: wanted, format: "csv" });
  const csv = await response.text();
  expect(csv.split("\r\n")[0]).toBe(`"Name, given",Created,'=Score,,Ok,Missing`);
  expect(read(csv).slice(1)).toEqual([
    ['Ada "the\nfirst"', "2026-03-11T13:33:36.143498+01:00", "-1.5", '{"a":[1]}', "false", ""],
    ["", "2026-07-01T00:00:00+02:00", "0", "", "", ""],
    ["", "2026-07-01", "n/a", "", "", ""],
    ["'=1+1", "", "", "", "", ""],
  ]);
});

test.each<[string, unknown, string]>([
  ["no columns", body({ columns: [] }), "columns must not be empty."],
  ["another format", body({ format: "xlsx" }), "format must be csv."],
  [
    "a bad operator",
    body({ request: { query: { dimensions: ["Id"], filters: [{ expressions: [{ op: "GE", field: "Id" }] }] } } }),
    "request.query.filters[0].expressions[0].op must be one of EQ, NE, GT, LT, IN.",
  ],
  ["a nameless column", body({ columns: [{ field: "", header: "" }] }), "columns[0].field must not be empty."],
  [
    "a zone that is none",
    body({ request: { ...query, properties: { timezone: "Mars/Base" } } }),
    "request.properties.timezone must be an IANA time zone such as Europe/Berlin.",
  ],
])("%s is refused", async (_name, wrong, message) => {
  const { upstream, proxy } = await setUp();
  expect(await problemOf(await post(`${proxy.url}/api/export`, wrong))).toMatchObject({ httpStatusCode: 400, message });
  expect(upstream.received).toEqual([]);
});

test("an export without a body is refused", async () => {
  const { proxy } = await setUp();
  const problem = await problemOf(await fetch(`${proxy.url}/api/export`, { method: "POST" }));
  expect(problem).toMatchObject({ httpStatusCode: 400, message: "The body is missing; it must be an export request." });
});

test("a failure in the middle resets the connection of a reader that is not sent in chunks", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(page(rows(0, 1000), "a"), twilioError(500));
  const { port, host } = new URL(proxy.url);
  const socket = connect(Number(port), "127.0.0.1").resume();
  const content = JSON.stringify(body());
  const type = "Content-Type: application/json";
  socket.write(
    `POST /api/export HTTP/1.0\r\nHost: ${host}\r\n${type}\r\nContent-Length: ${content.length}\r\n\r\n${content}`,
  );
  const error = await new Promise((resolve) => socket.once("error", resolve).once("end", resolve));
  expect(error).toMatchObject({ code: "ECONNRESET" });
});
