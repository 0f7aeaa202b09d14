import { expect, onTestFinished, test } from "vitest";
import { type ExportEvent, exportEventSchema, exportListSchema } from "../../../../contract/export-status.ts";
import { manifestSchema } from "../../../../contract/manifest.ts";
import { startProxy } from "../../../support/servers/proxy.ts";
import { begin, dataFolder, ended, order, sha256, stage } from "../../exports/support.ts";
import { post, problemOf } from "../../setup.ts";

test("exports are listed newest first, each as it stands", async () => {
  const { proxy } = await stage({ rows: 30 });
  const ids: string[] = [];
  for (const name of ["one", "two", "three"]) {
    const id = await begin(proxy.url, { ...order, name });
    await ended(proxy.url, id);
    ids.unshift(id);
  }
  const { items } = exportListSchema.parse(await (await fetch(`${proxy.url}/api/exports`)).json());
  expect(items.map(({ id }) => id)).toEqual(ids);
  expect(items[0]).toMatchObject({
    name: "three",
    state: "complete",
    rows: 30,
    fileName: expect.stringMatching(/^three_/),
  });
});

test("a part of a file is served, and a download that broke off goes on", async () => {
  const { proxy } = await stage({ rows: 300 });
  const id = await begin(proxy.url);
  await ended(proxy.url, id);
  for (const format of ["ndjson", "csv", "xlsx", "parquet", "json"]) {
    const url = `${proxy.url}/api/exports/${id}/file?format=${format}`;
    const whole = await fetch(url);
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(whole.headers.get("accept-ranges")).toBe("bytes");
    expect(whole.headers.get("content-length")).toBe(String(bytes.length));
    expect(whole.headers.get("cache-control")).toBe("no-store");
    const etag = whole.headers.get("etag") ?? "";
    const rest = await fetch(url, { headers: { range: "bytes=100-", "if-range": etag } });
    expect(rest.status).toBe(206);
    expect(rest.headers.get("content-range")).toBe(`bytes 100-${bytes.length - 1}/${bytes.length}`);
    expect(Buffer.from(await rest.arrayBuffer()).equals(bytes.subarray(100))).toBe(true);
    expect((await fetch(url, { headers: { range: "bytes=99999999-" } })).status).toBe(416);
    const head = await fetch(url, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, String(bytes.length)]);
  }
});

test("the manifest is served and agrees with the file", async () => {
  const { proxy } = await stage({ rows: 2500 });
  const id = await begin(proxy.url, { ...order, link: "http://127.0.0.1:4400/?v=1", expectedRows: 2500 });
  await ended(proxy.url, id);
  const response = await fetch(`${proxy.url}/api/exports/${id}/manifest`);
  const manifest = manifestSchema.parse(await response.json());
  const rows = await (await fetch(`${proxy.url}/api/exports/${id}/file?format=ndjson`)).text();
  expect(manifest).toMatchObject({
    product: { name: "earshot", version: expect.stringMatching(/^\d/) },
    account: "…cdef",
    link: "http://127.0.0.1:4400/?v=1",
    zone: "Europe/Berlin",
    request: order.request,
    complete: true,
    options: { escapeFormulas: true },
    source: { kind: "job", operationId: "proc_job_1" },
    checkpoint: { pages: 3, rows: 2500, repeats: 0, bytes: Buffer.byteLength(rows), sha256: sha256(rows) },
  });
  expect(response.headers.get("content-disposition")).toContain(".manifest.json");
});

test("one curl does it: a POST with ?download sends the asker on to the finished file", async () => {
  const { proxy } = await stage({ rows: 2500 });
  const response = await post(`${proxy.url}/api/exports?download`, order);
  expect(response.redirected).toBe(true);
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect((await response.text()).split("\r\n")).toHaveLength(2502);
});

/** Reads events until one satisfies the test. */
async function events(url: string, enough: (all: ExportEvent[]) => boolean): Promise<ExportEvent[]> {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const response = await fetch(`${url}/api/exports/events`, { signal: controller.signal });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const all: ExportEvent[] = [];
  let text = "";
  for await (const part of response.body ?? []) {
    text += Buffer.from(part).toString();
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      if (block.startsWith("data: ")) all.push(exportEventSchema.parse(JSON.parse(block.slice(6))));
    }
    if (enough(all)) break;
  }
  controller.abort();
  return all;
}

test("events tell all exports at first, then what changes, then what goes", async () => {
  const { proxy, upstream } = await stage({ rows: 5500 });
  const early = await begin(proxy.url, { ...order, name: "early" });
  await ended(proxy.url, early);
  let go: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  upstream.trouble(() => held.then(() => undefined));
  const isComplete = (all: ExportEvent[]) =>
    all.some((event) => event.type === "changed" && event.item.name === "late" && event.item.state === "complete");
  const isGone = (all: ExportEvent[]) => all.some((event) => event.type === "removed");
  const reading = events(proxy.url, (all) => isComplete(all) && isGone(all));
  const late = await begin(proxy.url, { ...order, name: "late" });
  go();
  await ended(proxy.url, late);
  await fetch(`${proxy.url}/api/exports/${early}`, { method: "DELETE" });
  const all = await reading;
  expect(all[0]).toMatchObject({ type: "all", items: [{ id: early, state: "complete" }] });
  expect(all.findLast((event) => event.type === "changed")).toMatchObject({ item: { id: late, rows: 5500 } });
  expect(all).toContainEqual({ type: "removed", id: early });
});

test("events end as an answer does when the server ends, and are not cut off", async () => {
  const { proxy } = await stage({ rows: 10 });
  const response = await fetch(`${proxy.url}/api/exports/events`);
  const whole = response.text();
  await proxy.close();
  expect(await whole).toContain('data: {"type":"all","items":[]');
});

test.each([
  "nothing",
  "..",
  "%2e%2e",
  "..%2f..%2fetc%2fpasswd",
  "../../../etc/passwd",
  "00000000-0000-4000-8000-000000000000",
  "00000000-0000-4000-8000-00000000000A",
])("%s names no export", async (id) => {
  const { proxy } = await stage({ rows: 1 });
  for (const path of ["", "/file", "/manifest"]) {
    const response = await fetch(`${proxy.url}/api/exports/${id}${path}`);
    expect([404, 405]).toContain(response.status);
    expect((await response.text()).includes("root:")).toBe(false);
  }
  expect((await fetch(`${proxy.url}/api/exports/${id}`, { method: "DELETE" })).status).not.toBe(204);
});

test.each<[string, Record<string, unknown>, string]>([
  ["no columns", { columns: [] }, "columns must not be empty."],
  ["another format", { format: "pdf" }, "format must be one of csv, xlsx, json, ndjson, parquet."],
  ["a zone that is none", { zone: "Mars/Base" }, "zone must be an IANA time zone such as Europe/Berlin."],
  ["a key that is unknown", { folder: "/etc" }, "folder isn’t a known key here."],
])("%s is refused before anything is asked", async (_name, more, message) => {
  const { proxy, upstream } = await stage({ rows: 1 });
  const problem = await problemOf(await post(`${proxy.url}/api/exports`, { ...order, ...more }));
  expect(problem).toMatchObject({ httpStatusCode: 400, message });
  expect(upstream.asked).toEqual([]);
});

test("a file is not asked for in a way that cannot be", async () => {
  const { proxy } = await stage({ rows: 10 });
  const id = await begin(proxy.url);
  await ended(proxy.url, id);
  for (const query of ["format=pdf", "zone=Mars", "separator=x", "path=/etc/passwd"]) {
    expect((await fetch(`${proxy.url}/api/exports/${id}/file?${query}`)).status).toBe(400);
  }
  expect((await post(`${proxy.url}/api/exports/${id}/cancel`, {})).status).toBe(409);
  expect((await post(`${proxy.url}/api/exports/${id}/resume`, {})).status).toBe(409);
  expect((await fetch(`${proxy.url}/api/exports/${id}`, { method: "PUT" })).headers.get("allow")).toBe(
    "GET, DELETE, HEAD, OPTIONS",
  );
});

test("pages of other sites can neither begin nor read an export", async () => {
  const { proxy } = await stage({ rows: 10 });
  const id = await begin(proxy.url);
  await ended(proxy.url, id);
  const foreign = { headers: { "sec-fetch-site": "cross-site" } };
  for (const path of ["", "/events", `/${id}`, `/${id}/file`, `/${id}/manifest`]) {
    expect((await fetch(`${proxy.url}/api/exports${path}`, foreign)).status).toBe(403);
  }
  const headers = { "content-type": "application/json", origin: "https://evil.example" };
  const evil = await fetch(`${proxy.url}/api/exports`, { method: "POST", headers, body: JSON.stringify(order) });
  expect(evil.status).toBe(403);
});

test("a folder that cannot be written stops the start with a sentence", async () => {
  await expect(startProxy("http://127.0.0.1:1", { dataFolder: "/dev/null" })).rejects.toThrow(/^DATA_DIR must be/);
});

test("no secret of the account is in an export's folder", async () => {
  const folder = dataFolder();
  const { proxy } = await stage({ rows: 10 }, { dataFolder: folder });
  const id = await begin(proxy.url);
  await ended(proxy.url, id);
  const manifest = await (await fetch(`${proxy.url}/api/exports/${id}/manifest`)).text();
  for (const secret of ["test/Secret", "SKfedc", "AC0123"]) expect(manifest).not.toContain(secret);
});
