import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { post, problemOf } from "../setup.ts";
import { begin, ended, onDisk, order, stage } from "./support.ts";

const longId = (i: number) => `conv_${String(i).padStart(39, "0")}`;

function selected(ids: readonly string[]) {
  const { request } = order;
  const filters = [{ op: "AND" as const, expressions: [{ op: "IN" as const, field: "Id", values: [...ids] }] }];
  return { ...order, request: { ...request, query: { ...request.query, filters } }, selectedBy: "Id" };
}

test("an export of selected conversations says how many were selected, in its name and its receipt", async () => {
  const { proxy, folder } = await stage({ rows: 12 });
  const id = await begin(proxy.url, selected(Array.from({ length: 12 }, (_, i) => longId(i))));
  const status = await ended(proxy.url, id);
  expect(status).toMatchObject({ state: "complete", rows: 12, selection: { field: "Id", chosen: 12, found: 12 } });
  expect(status.fileName).toMatch(/^Late-calls_12-selected_.*\.csv$/);
  expect((await onDisk(folder, id)).manifest.selection).toEqual({ field: "Id", chosen: 12, found: 12 });
});

test("conversations that were not there are counted, and several rows of one are one", async () => {
  const row = (i: number) => `{"Id":"conv_${Math.floor(i / 2)}","DateCreated":"2026-11-22T12:00:00.00${i}Z"}`;
  const { proxy, folder } = await stage({ rows: 5, row });
  const id = await begin(proxy.url, selected(["conv_0", "conv_1", "conv_2", "conv_9"]));
  expect(await ended(proxy.url, id)).toMatchObject({ rows: 5, selection: { chosen: 4, found: 3 } });
  expect((await onDisk(folder, id)).manifest.selection?.found).toBe(3);
});

test("a thousand ids fit, and the workbook's View sheet names every one", async () => {
  const ids = Array.from({ length: 1000 }, (_, i) => longId(i));
  const { proxy } = await stage({ rows: 3 });
  const id = await begin(proxy.url, selected(ids));
  const response = await fetch(`${proxy.url}/api/exports/${id}/file?format=xlsx&wait=1`);
  const sheets = await readWorkbook(Buffer.from(await response.arrayBuffer()), { trim: false });
  const facts = (sheets[1]?.data ?? []).map(([name, value]) => [String(name), String(value)] as const);
  expect(Object.fromEntries(facts)).toMatchObject({
    Selection: "1000 conversations, selected one by one; 3 of them were there",
  });
  const query = facts.filter(([name]) => name.startsWith("Query")).map(([, value]) => value);
  expect(query.length).toBeGreaterThan(1);
  expect(JSON.parse(query.join("")).query.filters[0].expressions[0].values).toEqual(ids);
});

test("a selection that the query does not name is refused", async () => {
  const { proxy } = await stage({ rows: 1 });
  const response = await post(`${proxy.url}/api/exports`, { ...order, selectedBy: "Id" });
  expect(response.status).toBe(400);
  expect((await problemOf(response)).message).toContain("selectedBy");
});
