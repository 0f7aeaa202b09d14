import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { accountSchema } from "../../../../contract/account.ts";
import { findingsSchema } from "../../../../contract/findings.ts";
import { credentials, startProxy, startSample } from "../../../support/servers/proxy.ts";
import { json, page, twilioError } from "../../../support/servers/replies.ts";
import { post, problemOf, query, setUp } from "../../setup.ts";

const listed = json({
  cubes: [
    {
      name: "c1",
      measures: [{ name: "m1", type: "number", aggregation: "countDistinct" }],
      dimensions: [
        { name: "d1", type: "string" },
        { name: "d2", type: "time" },
      ],
    },
  ],
});

function put(url: string, role: string, body: unknown): Promise<Response> {
  return post(`${url}/api/account/fields/${role}`, body, { method: "PUT" });
}

async function chosenOf(response: Response) {
  expect(response.status).toBe(200);
  return accountSchema.parse(await response.json());
}

test("a field that is chosen for a role plays it, outlives the server, and can be taken back", async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "earshot-chosen-"));
  onTestFinished(() => rm(dataFolder, { recursive: true }));
  const { upstream, proxy } = await setUp({ dataFolder });
  upstream.reply(listed);
  const first = await chosenOf(await put(proxy.url, "id", { field: "d1" }));
  expect(first.chosen).toEqual({ id: "d1" });
  expect(first.known).toBeGreaterThan(0);
  await chosenOf(await put(proxy.url, "status", { field: "none" }));

  const later = await startProxy(upstream.url, { dataFolder: join(dataFolder) });
  onTestFinished(() => later.close());
  const kept = accountSchema.parse(await (await fetch(`${later.url}/api/account`)).json());
  expect(kept.chosen).toEqual({ id: "d1", status: "none" });

  const undone = await chosenOf(await fetch(`${proxy.url}/api/account/fields/id`, { method: "DELETE" }));
  expect(undone.chosen).toEqual({ status: "none" });
  expect(undone.known).toBeGreaterThan(first.known);
});

test.each([
  ["a field that is not listed", "id", { field: "d9" }, 400],
  ["a dimension for the count", "count", { field: "d1" }, 400],
  ["no field at all", "id", {}, 400],
  ["an empty field", "id", { field: "" }, 400],
  ["a role that there is not", "colour", { field: "d1" }, 404],
])("%s cannot be chosen", async (_what, role, body, status) => {
  const { upstream, proxy } = await setUp();
  upstream.reply(listed);
  const response = await put(proxy.url, role, body);
  expect(response.status).toBe(status);
  expect((await problemOf(response)).source).toBe("earshot");
  expect(accountSchema.parse(await (await fetch(`${proxy.url}/api/account`)).json()).chosen).toEqual({});
});

test("what the administrator named cannot be chosen otherwise", async () => {
  const { upstream, proxy } = await setUp({ fields: { id: "d1" } });
  upstream.reply(listed);
  const response = await put(proxy.url, "id", { field: "d2" });
  expect(response.status).toBe(409);
  expect((await problemOf(response)).message).toContain("FIELD_ID");
});

test.each(["PUT", "DELETE"])("%s from a page of another site is refused", async (method) => {
  const { proxy } = await setUp();
  const headers = { origin: "https://elsewhere.example", "content-type": "application/json" };
  const body = method === "PUT" ? JSON.stringify({ field: "d1" }) : null;
  const response = await fetch(`${proxy.url}/api/account/fields/id`, { method, headers, body });
  expect(response.status).toBe(403);
});

test("each answer of a query says how much is known of the account, a refusal too", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(page([]), listed, page([]), twilioError(400));
  const before = (await post(`${proxy.url}/api/query`, query)).headers.get("x-earshot-known");
  const { known } = await chosenOf(await put(proxy.url, "id", { field: "d1" }));
  expect(before).not.toBe(String(known));
  for (const status of [200, 400]) {
    const response = await post(`${proxy.url}/api/query`, query);
    expect([response.status, response.headers.get("x-earshot-known")]).toEqual([status, String(known)]);
  }
});

test("the report has the roles and how they were found, and nothing of the account's SID", async () => {
  const { upstream, proxy } = await setUp({ fields: { channel: "none" } });
  upstream.reply(listed);
  await put(proxy.url, "id", { field: "d1" });
  const { items, report } = findingsSchema.parse(await (await fetch(`${proxy.url}/api/findings`)).json());
  expect(items).toEqual([]);
  expect(report).toContain("  id: d1 of c1, chosen on the screen");
  expect(report).toContain("  time: d2 of c1, guessed by its type; by no grain");
  expect(report).toContain("  count: m1 of c1, guessed by its type");
  expect(report).toContain("  channel: no field (as a person said)");
  expect(report).toContain("    m1: measure, number, countDistinct");
  expect(report).not.toContain(credentials.accountSid.slice(-4));
});

test("there is a report of an account that does not say what it can be asked for", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(twilioError(403, { message: "no-entry-for-jane" }));
  const { report } = findingsSchema.parse(await (await fetch(`${proxy.url}/api/findings`)).json());
  expect(report).toContain("The metadata: refused (status 403, code 20403).");
  expect(report).not.toContain("jane");
});

test("the embedded account's report names its roles", async () => {
  const proxy = await startSample({ conversations: 10, catalogue: "classic" });
  onTestFinished(() => proxy.close());
  const { report } = findingsSchema.parse(await (await fetch(`${proxy.url}/api/findings`)).json());
  expect(report).toContain("sample account");
  expect(report).toContain("time: Conversation.CreatedDate of Conversation, by its name; by hour, day");
});
