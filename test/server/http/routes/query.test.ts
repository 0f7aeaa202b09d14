import { expect, test } from "vitest";
import { limits } from "../../../../contract/limits.ts";
import { credentials } from "../../../support/servers/proxy.ts";
import { json, page } from "../../../support/servers/replies.ts";
import { post, problemOf, query, setUp } from "../../setup.ts";

test("the first page goes upstream with the size in the query string and comes back byte for byte", async () => {
  const { upstream, proxy } = await setUp();
  const body =
    '{ "domain":"Insights", "items":[{"Id":"a","Big":12345678901234567890}],\n "meta":{"key":"items"}, "new":1 }';
  upstream.reply(
    (response) => void response.writeHead(200, { "content-type": "application/json;charset=utf-8" }).end(body),
  );
  const response = await post(`${proxy.url}/api/query?pageSize=20`, query);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.text()).toBe(body);
  const [received] = upstream.received;
  expect(received?.method).toBe("POST");
  expect(received?.path).toBe("/v3/InsightsDomains/Conversations/Query?pageSize=20");
  expect(JSON.parse(received?.body ?? "")).toEqual(query);
  expect(received?.headers["content-type"]).toBe("application/json");
  const basic = Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64");
  expect(received?.headers.authorization).toBe(`Basic ${basic}`);
});

test("everything a query may hold is forwarded, and nothing of the browser's headers", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(page([]));
  const full = {
    domain: "Conversations",
    properties: { timezone: "Europe/Berlin" },
    query: {
      measures: ["Conversation.Count"],
      dimensions: ["Channels"],
      filters: [
        { op: "OR", expressions: [{ op: "IN", field: "Channels", values: ["voice", "chat"] }] },
        {
          expressions: [
            { op: "GT", field: "DateCreated", values: ["2026-01-01"] },
            { op: "NE", field: "Id" },
          ],
        },
      ],
      orderBy: [{ field: "Channels", direction: "DESC" }, { field: "Id" }],
    },
  };
  const headers = { "content-type": "application/json", cookie: "a=b", "x-forwarded-for": "1.2.3.4" };
  const response = await post(`${proxy.url}/api/query`, full, { headers });
  expect(response.status).toBe(200);
  const [received] = upstream.received;
  expect(JSON.parse(received?.body ?? "")).toEqual(full);
  expect(received?.path).toBe("/v3/InsightsDomains/Conversations/Query?pageSize=100");
  expect(Object.keys(received?.headers ?? {}).sort()).toEqual(
    ["accept", "authorization", "connection", "content-length", "content-type", "host", "user-agent"].sort(),
  );
});

test.each(["eyJwYWdlIjoyfQ==", "a+b/c=?&#%25", "größe ✓ 漢字", " spaced "])(
  "the token %j arrives as it was",
  async (token) => {
    const { upstream, proxy } = await setUp();
    upstream.reply(page([{ Id: "b" }], null));
    const response = await fetch(`${proxy.url}/api/query?pageSize=7&${new URLSearchParams({ pageToken: token })}`);
    expect(response.status).toBe(200);
    expect(upstream.received[0]?.method).toBe("GET");
    expect(upstream.received[0]?.body).toBe("");
    expect(upstream.received[0]?.path).toBe(
      `/v3/InsightsDomains/Conversations/Query?pageToken=${encodeURIComponent(token)}`,
    );
  },
);

test("metadata comes back byte for byte", async () => {
  const { upstream, proxy } = await setUp();
  const metadata = { domain: "Insights", cubes: [{ name: "Conversation", measures: [], dimensions: [], extra: 1 }] };
  upstream.reply(json(metadata));
  const response = await fetch(`${proxy.url}/api/metadata`);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe(JSON.stringify(metadata));
  expect(upstream.received[0]?.path).toBe("/v3/InsightsDomains/Conversations/Metadata");
});

test("a base address with a path is a prefix of every upstream path", async () => {
  const { upstream } = await setUp();
  const { startProxy } = await import("../../../support/servers/proxy.ts");
  const proxy = await startProxy(`${upstream.url}/gateway/twilio`);
  upstream.reply(json({ cubes: [] }));
  await fetch(`${proxy.url}/api/metadata`);
  await proxy.close();
  expect(upstream.received[0]?.path).toBe("/gateway/twilio/v3/InsightsDomains/Conversations/Metadata");
});

const twoLevels = {
  query: { dimensions: ["Id"], filters: [{ expressions: [{ op: "EQ", field: "Id", values: ["1"] }] }] },
};

function withLeaf(leaf: unknown): unknown {
  return {
    query: { dimensions: ["Id"], filters: [{ expressions: [twoLevels.query.filters[0]?.expressions[0], leaf] }] },
  };
}

test.each<[string, unknown, string]>([
  [
    "an unknown operator",
    withLeaf({ op: "GTE", field: "Id" }),
    "query.filters[0].expressions[1].op must be one of EQ, NE, GT, LT, IN.",
  ],
  [
    "a missing operator",
    withLeaf({ field: "Id" }),
    "query.filters[0].expressions[1].op must be one of EQ, NE, GT, LT, IN.",
  ],
  [
    "a group operator that compares",
    { query: { dimensions: ["Id"], filters: [{ op: "EQ", expressions: [] }] } },
    "query.filters[0].op must be one of AND, OR.",
  ],
  [
    "a group without comparisons",
    { query: { dimensions: ["Id"], filters: [{ op: "OR", expressions: [] }] } },
    "query.filters[0].expressions must not be empty.",
  ],
  [
    "a third level",
    withLeaf({ op: "AND", expressions: [] }),
    "query.filters[0].expressions[1].expressions is nested one level too deep. A filter is a group of comparisons, and a comparison has no expressions.",
  ],
  [
    "no measures and no dimensions",
    { query: {} },
    "query is rejected because a query needs at least one measure or one dimension.",
  ],
  [
    "empty measures and dimensions",
    { query: { measures: [], dimensions: [] } },
    "query is rejected because a query needs at least one measure or one dimension.",
  ],
  ["no query", {}, "query is missing. It must be an object."],
  [
    "a value that is no string",
    withLeaf({ op: "EQ", field: "Id", values: ["a", 5] }),
    "query.filters[0].expressions[1].values[1] must be a string.",
  ],
  ["an unknown key", { ...query, pageSize: 5 }, "pageSize isn’t a known key here."],
  [
    "a bad direction",
    { query: { dimensions: ["Id"], orderBy: [{ field: "Id", direction: "up" }] } },
    "query.orderBy[0].direction must be one of ASC, DESC.",
  ],
  ["an array", [], "The body must be an object."],
  ["a string", "query", "The body must be an object."],
  ["null", null, "The body must be an object."],
])("%s is refused with the offending path", async (_name, body, message) => {
  const { upstream, proxy } = await setUp();
  const problem = await problemOf(await post(`${proxy.url}/api/query`, body));
  expect(problem).toMatchObject({ httpStatusCode: 400, code: 90400, source: "earshot", message });
  expect(upstream.received).toEqual([]);
});

test("every offence is listed by path", async () => {
  const { proxy } = await setUp();
  const body = { query: { dimensions: [""], filters: [{ expressions: [{ op: "LIKE", field: 1 }] }] } };
  const { params } = await problemOf(await post(`${proxy.url}/api/query`, body));
  expect(params).toEqual({
    "query.dimensions[0]": "must not be empty",
    "query.filters[0].expressions[0].op": "must be one of EQ, NE, GT, LT, IN",
    "query.filters[0].expressions[0].field": "must be a string",
  });
});

test.each(["0", "-1", "1.5", "ten", "", "1e3", "2147483648", "1&pageSize=2"])(
  "pageSize=%s is refused",
  async (size) => {
    const { upstream, proxy } = await setUp();
    const problem = await problemOf(await post(`${proxy.url}/api/query?pageSize=${size}`, query));
    expect(problem.httpStatusCode).toBe(400);
    expect(problem.message).toBe("pageSize must be a whole number from 1 to 2147483647.");
    expect(upstream.received).toEqual([]);
  },
);

test("both body and token, and neither of them, are refused", async () => {
  const { upstream, proxy } = await setUp();
  const address = `${proxy.url}/api/query`;
  const both = await problemOf(await post(`${address}?pageToken=t`, query));
  expect(both).toMatchObject({ httpStatusCode: 400, message: expect.stringContaining("pageToken") });
  expect(await problemOf(await fetch(address))).toMatchObject({
    httpStatusCode: 400,
    message: expect.stringContaining("pageToken"),
  });
  expect((await problemOf(await fetch(`${address}?pageToken=`))).httpStatusCode).toBe(400);
  expect((await problemOf(await fetch(`${address}?pageToken=a&pageToken=b`))).message).toBe(
    "pageToken must be given only once.",
  );
  expect(await problemOf(await fetch(address, { method: "POST" }))).toMatchObject({
    httpStatusCode: 400,
    message: expect.stringContaining("body"),
  });
  expect(upstream.received).toEqual([]);
});

test("malformed JSON, other types and large bodies are refused", async () => {
  const { upstream, proxy } = await setUp();
  const address = `${proxy.url}/api/query`;
  const send = async (body: string, type: string) =>
    problemOf(await fetch(address, { method: "POST", headers: { "content-type": type }, body }));
  expect(await send('{"query":', "application/json")).toMatchObject({
    httpStatusCode: 400,
    code: 90400,
    message: "The body isn’t valid JSON.",
  });
  expect(await send(JSON.stringify(query), "text/plain")).toMatchObject({ httpStatusCode: 415, code: 90415 });
  expect(await send("a=b", "application/x-www-form-urlencoded")).toMatchObject({ httpStatusCode: 415 });
  expect(await send(JSON.stringify(query), "application/json; charset=latin1")).toMatchObject({ httpStatusCode: 415 });
  const ofValue = (length: number) => {
    const expressions = [{ op: "EQ", field: "Id", values: ["x".repeat(length)] }];
    return JSON.stringify({ query: { dimensions: ["Id"], filters: [{ expressions }] } });
  };
  const large = ofValue(limits.queryBytes);
  expect(await send(large, "application/json")).toMatchObject({ httpStatusCode: 400, code: 90413 });
  const fits = ofValue(limits.queryBytes - ofValue(0).length);
  upstream.reply(page([]));
  expect(
    (await fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body: fits })).status,
  ).toBe(200);
});
