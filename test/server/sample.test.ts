import { parse } from "csv-parse/sync";
import { expect, onTestFinished, test } from "vitest";
import { metadataSchema } from "../../contract/metadata.ts";
import { nextToken, type Page, pageSchema } from "../../contract/page.ts";
import { type RunningProxy, startSample } from "../support/servers/proxy.ts";
import { post, problemOf } from "./setup.ts";

async function sample(conversations: number): Promise<RunningProxy> {
  const proxy = await startSample({ conversations });
  onTestFinished(() => proxy.close());
  return proxy;
}

async function pages(url: string, query: unknown, pageSize: number): Promise<Page[]> {
  const all = [pageSchema.parse(await (await post(`${url}/api/query?pageSize=${pageSize}`, query)).json())];
  for (let token = nextToken(all[0] ?? { items: [], meta: {} }); token; ) {
    const next = pageSchema.parse(
      await (await fetch(`${url}/api/query?pageToken=${encodeURIComponent(token)}`)).json(),
    );
    all.push(next);
    token = nextToken(next);
  }
  return all;
}

test("the real proxy over the real embedded account: metadata, pages, and an export of the same rows in the same order", async () => {
  const { url, logs } = await sample(2500);
  const metadata = metadataSchema.parse(await (await fetch(`${url}/api/metadata`)).json());
  expect(metadata.cubes.length).toBeGreaterThan(0);
  const query = {
    query: {
      dimensions: ["Id", "Channels", "Languages", "DateCreated"],
      filters: [{ op: "AND", expressions: [{ op: "IN", field: "Channels", values: ["voice", "chat"] }] }],
      orderBy: [{ field: "DateCreated", direction: "DESC" }],
    },
  };
  const rows = (await pages(url, query, 300)).flatMap(({ items }) => items);
  expect(rows.length).toBeGreaterThan(300);
  const columns = ["Id", "Channels", "Languages"].map((field) => ({ field, header: field }));
  const response = await post(`${url}/api/exports?download`, { request: query, columns, format: "csv" });
  const [header, ...lines] = parse(await response.text()) as string[][];
  expect(header).toEqual(["Id", "Channels", "Languages"]);
  const cell = (value: unknown) => (Array.isArray(value) ? value.join("; ") : String(value ?? ""));
  expect(lines).toEqual(rows.map((row) => [cell(row.Id), cell(row.Channels), cell(row.Languages)]));
  expect(logs).toEqual([]);
});

test("the embedded account's own errors come through as Twilio's", async () => {
  const { url } = await sample(10);
  const problem = await problemOf(await post(`${url}/api/query`, { query: { dimensions: ["NoSuchField"] } }));
  expect(problem).toMatchObject({ httpStatusCode: 400, source: "twilio" });
});
