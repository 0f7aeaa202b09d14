import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import type { NewExportInput } from "../../../contract/export.ts";
import type { Manifest } from "../../../contract/manifest.ts";
import { plainRow, timeOf } from "../../support/servers/paged-upstream.ts";
import { post } from "../setup.ts";
import { begin, ended, onDisk, order, sha256, stage } from "./support.ts";

type Facts = [name: string, value: string][];

/** What a workbook's View sheet says, and how many rows its other sheet has, as a parser of workbooks reads them. */
async function workbook(url: string, id: string): Promise<{ facts: Facts; rows: number }> {
  const response = await fetch(`${url}/api/exports/${id}/file?format=xlsx`);
  expect(response.status).toBe(200);
  const [rows, view] = await readWorkbook(Buffer.from(await response.arrayBuffer()), { trim: false });
  const facts = (view?.data ?? []).map(([name, value]): Facts[number] => [String(name), String(value)]);
  return { facts, rows: (rows?.data.length ?? 0) - 1 };
}

/** What the sheet has to say of a manifest, beside what tells whether it is complete. */
function said(manifest: Manifest): Facts {
  const { name, zone, columns, checkpoint, account, createdAt, finishedAt = "", source, notes, product } = manifest;
  return [
    ["View", name],
    ["Time zone", zone],
    ["Columns", columns.map(({ header }) => header).join(", ")],
    ["Rows", String(checkpoint.rows)],
    ["Account", account],
    ["Started", createdAt],
    ["Finished", finishedAt],
    ["Query", JSON.stringify(manifest.request)],
    ["Repeated rows left out", String(checkpoint.repeats)],
    ["SHA-256 of the rows as NDJSON", checkpoint.sha256],
    ["Written by", `${product.name} ${product.version}`],
    ["Source", `Twilio ${source.kind === "job" ? "query job" : "query"}. ${source.why.text}`],
    ...notes.map(({ text }): Facts[number] => ["Note", text]),
  ];
}

const sorted = (facts: Facts) => facts.map(([name, value]) => `${name}: ${value}`).sort();

/** Every thousandth row came before, and every hundredth has a text that no cell holds. */
function longRow(index: number): string {
  const text = index % 100 === 50 ? "x".repeat(40_000) : "short";
  return index > 0 && index % 1000 === 0
    ? longRow(index - 1)
    : `{"Id":"conv_${index}","DateCreated":"${timeOf(index)}","Text":"${text}","Score":${index}}`;
}

const selection: NewExportInput = {
  ...order,
  request: {
    ...order.request,
    query: {
      ...order.request.query,
      dimensions: ["Id", "DateCreated", "Text", "Score"],
      filters: [{ op: "AND", expressions: [{ op: "IN", field: "Id", values: ["conv_1", "conv_2", "elsewhere"] }] }],
    },
  },
  format: "xlsx",
  selectedBy: "Id",
  range: { from: "2026-11-14T23:00:00Z", to: "2026-11-22T12:30:00Z" },
  link: "http://127.0.0.1/?v=1&range=7d",
};

test("the View sheet of a workbook that followed its export says what the finished manifest says", async () => {
  const rows = 6000;
  const { proxy, folder, upstream } = await stage({ rows, row: longRow });
  upstream.trouble(({ number }) => {
    if (number === 6) upstream.expire();
    return undefined;
  });
  const id = await begin(proxy.url, selection);
  expect(await ended(proxy.url, id)).toMatchObject({ state: "complete" });
  const { manifest, rows: spool } = await onDisk(folder, id);
  expect(manifest).toMatchObject({ checkpoint: { rows: 5995, repeats: 5 }, source: { kind: "job" } });
  expect(manifest.notes).toHaveLength(1);
  const { facts, rows: written } = await workbook(proxy.url, id);
  expect(sorted(facts)).toEqual(
    sorted([
      ...said(manifest),
      ["Complete", "yes"],
      ["Twilio job", manifest.source.operationId ?? ""],
      ["Range", "2026-11-14T23:00:00Z to 2026-11-22T12:30:00Z"],
      ["Link", "http://127.0.0.1/?v=1&range=7d"],
      ["Selection", "3 conversations, selected one by one; 5995 of them were there"],
      ["Cells cut at 32,767 characters", "60"],
    ]),
  );
  expect(written).toBe(manifest.checkpoint.rows);
  expect(sha256(spool)).toBe(manifest.checkpoint.sha256);
});

test("the View sheet of an export that was stopped says so, and after a second stop tells of that one", async () => {
  const { proxy, folder, upstream } = await stage({ rows: 4500, jobs: false, row: plainRow });
  const send = (what: string) => post(`${proxy.url}/api/exports/${id}/${what}`, {});
  const hold = () => new Promise<undefined>(() => {});
  upstream.trouble(({ number }) => (number > 5 ? hold() : undefined));
  const id = await begin(proxy.url, { ...order, format: "xlsx" });
  for (const calls of [6, 7]) {
    await upstream.arrived(calls);
    expect((await send("cancel")).status).toBe(200);
    const { manifest } = await onDisk(folder, id);
    expect(manifest).toMatchObject({ state: "stopped", source: { kind: "query" } });
    const { facts, rows } = await workbook(proxy.url, id);
    expect(sorted(facts)).toEqual(
      sorted([
        ...said(manifest),
        ["Complete", "no: these are the rows that were read before the export ended"],
        ["Checked", "not checked against a count of Twilio's"],
      ]),
    );
    expect(rows).toBe(manifest.checkpoint.rows);
    expect(rows).toBeGreaterThan(0);
    expect((await send("resume")).status).toBe(200);
  }
});
