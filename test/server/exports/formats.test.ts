import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { parse as parseLossless } from "lossless-json";
import readWorkbook from "read-excel-file/node";
import { expect, onTestFinished, test } from "vitest";
import type { NewExportInput } from "../../../contract/export.ts";
import { exportOptionsSchema } from "../../../contract/export.ts";
import { growingExtent } from "../../../server/exports/render/extent.ts";
import { writeXlsx } from "../../../server/exports/render/xlsx.ts";
import { plainRow, timeOf } from "../../support/servers/paged-upstream.ts";
import { begin, dataFolder, ended, onDisk, order, stage } from "./support.ts";

/** Rows with everything that formats stumble over, beside plain ones. */
const odd: Record<number, string> = {
  0: `{"Id":"00123","DateCreated":"${timeOf(0)}","Channels":["voice","a;b"],"Long":12345678901234567890,"Text":"=1+1","Score":-5}`,
  1: `{"Id":"-7","DateCreated":"${timeOf(1)}","Channels":[],"Long":-1,"Text":"line\\r\\nend \\u0000 _x0041_ <&>","Score":1.25}`,
  2: `{"Id":"=x","DateCreated":"${timeOf(2)}","Channels":null,"Long":0,"Text":null,"Score":null}`,
  3: `{"Id":"\\ud83d\\ude00 é","DateCreated":"${timeOf(3)}","Channels":["sms",null],"Text":" spaced ","Score":0}`,
};
const row = (index: number) => odd[index] ?? plainRow(index);
const rows = 2500;

type Rows = {
  Id: string;
  DateCreated: string;
  Channels?: unknown[] | null;
  Text: string | null;
  Long?: unknown;
  Score: unknown;
}[];

/** The rows with every number as the text that it came as. */
function expected(): Rows {
  return Array.from({ length: rows }, (_, index) => parseLossless(row(index), null, (text) => text) as Rows[number]);
}

async function exported(more: Partial<NewExportInput> = {}) {
  const set = await stage({ rows, row });
  const id = await begin(set.proxy.url, { ...order, ...more });
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows });
  const file = async (query: string) => {
    const response = await fetch(`${set.proxy.url}/api/exports/${id}/file?${query}`);
    expect(response.status).toBe(200);
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  return { ...set, id, file };
}

/** Berlin is an hour ahead of UTC on these November days. */
const inBerlin = (time: string) =>
  `${new Date(Date.parse(time) + 3_600_000).toISOString().slice(0, 19)}.${time.slice(20, -1)}+01:00`;
const joined = (list: unknown[] | null | undefined) => (list ?? []).map((one) => one ?? "").join("; ");

test("NDJSON and JSON hold the rows as they came", async () => {
  const { file, upstream } = await exported();
  const ndjson = await file("format=ndjson");
  expect(ndjson.bytes.toString()).toBe(upstream.spool());
  expect(ndjson.response.headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8");
  const json = (await file("format=json")).bytes.toString();
  expect(parseLossless(json, null, (text) => text)).toEqual(expected());
  expect(JSON.parse(json)).toHaveLength(rows);
});

test("CSV holds every value in order, times in the zone, formulas made harmless", async () => {
  const { file } = await exported({
    name: "Späte Anrufe / Berlin",
    range: { from: "2026-11-14T23:00:00Z", to: "2026-11-22T12:30:00Z" },
  });
  const { bytes, response } = await file("format=csv");
  const disposition = response.headers.get("content-disposition") ?? "";
  expect(decodeURIComponent(disposition)).toContain(
    "Späte-Anrufe-Berlin_2026-11-15_to_2026-11-22T1330_Europe-Berlin.csv",
  );
  const [header, ...read]: string[][] = parse(bytes, { record_delimiter: "\r\n" });
  expect(header).toEqual(["Created (Europe/Berlin)", "Conversation ID", "Channels", "Long", "Text", "Score"]);
  const words = (text: string) => (/^=|^-7$/.test(text) && text !== "-7" ? `'${text}` : text);
  expect(read).toEqual(
    expected().map(({ Id, DateCreated, Channels, Long, Text, Score }) => [
      inBerlin(DateCreated),
      words(Id),
      joined(Channels),
      Long ?? "",
      words(Text ?? ""),
      Score ?? "",
    ]),
  );
});

test("another separator, mark, zone, order of columns or bare formulas cost no call", async () => {
  const { file, upstream } = await exported();
  const before = upstream.asked.length;
  const query =
    "format=csv&separator=semicolon&bom=1&arrayMark=%7C&escapeFormulas=0&zone=UTC&column=Text&column=Channels&column=DateCreated";
  const { bytes } = await file(query);
  const text = bytes.toString();
  expect(
    text.startsWith('\uFEFFText;Channels;Created (UTC)\r\n=1+1;"voice|a;b";2026-11-22T12:00:00.000456+00:00\r\n'),
  ).toBe(true);
  expect(upstream.asked).toHaveLength(before);
});

test("XLSX holds typed cells and a sheet that says where they come from", async () => {
  const { file } = await exported();
  const { bytes } = await file("format=xlsx");
  const sheets = await readWorkbook(bytes, { trim: false });
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["Rows", "View"]);
  const [header, ...read] = sheets[0]?.data ?? [];
  expect(header).toEqual(["Created (Europe/Berlin)", "Conversation ID", "Channels", "Long", "Text", "Score"]);
  const number = (text: unknown) => (text === null || text === undefined ? null : Number(text));
  expect(read).toEqual(
    expected().map(({ Id, DateCreated, Channels, Long, Text, Score }) => [
      inBerlin(DateCreated),
      Id,
      Channels ? joined(Channels) || null : null,
      typeof Long === "string" && Long.length > 15 ? Long : number(Long),
      Text,
      number(Score),
    ]),
  );
  const facts = Object.fromEntries((sheets[1]?.data ?? []).map(([name, value]) => [String(name), value]));
  expect(facts).toMatchObject({ View: "Late calls", "Time zone": "Europe/Berlin", Rows: "2500", Complete: "yes" });
});

test("more rows than a sheet holds go on in the next one", async () => {
  const { folder, id } = await exported();
  const { manifest } = await onDisk(folder, id);
  const path = join(folder, "exports", id, "rows.ndjson");
  const target = join(folder, "split.xlsx");
  const plan = { ...manifest, format: "xlsx" as const, options: exportOptionsSchema.parse({}) };
  const extent = growingExtent();
  extent.grow(manifest.checkpoint.bytes);
  extent.end();
  await writeXlsx(plan, { path, extent }, manifest, target, 1000);
  const sheets = await readWorkbook(target, { trim: false });
  expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([
    ["Rows", 1001],
    ["Rows 2", 1001],
    ["Rows 3", 501],
    ["View", expect.any(Number)],
  ]);
  const ids = sheets.slice(0, 3).flatMap(({ data }) => data.slice(1).map((cells) => cells[1]));
  expect(ids).toEqual(expected().map(({ Id }) => Id));
});

test("Parquet has typed columns, lists for arrays and UTC instants, for two readers", async () => {
  const { file } = await exported();
  const { bytes } = await file("format=parquet");
  const buffer = new Uint8Array(bytes).buffer;
  const read = await parquetReadObjects({ file: buffer });
  expect(read).toHaveLength(rows);
  expect(read.slice(4)).toEqual(
    expected()
      .slice(4)
      .map(({ Id, DateCreated, Channels, Long, Text, Score }) => ({
        DateCreated: new Date(DateCreated),
        Id,
        Channels,
        // 12345678901234567890 is beyond 64 bits with a sign, so the column is text.
        Long: String(Long),
        Text,
        Score: Number(Score),
      })),
  );
  expect(read[0]).toMatchObject({ Long: "12345678901234567890", Text: "=1+1", Score: -5, Channels: ["voice", "a;b"] });
  expect({ ...read[2], Channels: read[2]?.["Channels"] ?? null }).toMatchObject({
    Channels: null,
    Text: null,
    Score: null,
  });
  expect(read[3]).toMatchObject({ Channels: ["sms", null], Text: " spaced ", Long: null });

  const path = join(dataFolder(), "rows.parquet");
  await writeFile(path, bytes);
  onTestFinished(() => rm(path, { force: true }));
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  const described = await connection.runAndReadAll(`describe select * from '${path}'`);
  expect(described.getRowObjects().map(({ column_name, column_type }) => [column_name, column_type])).toEqual([
    ["DateCreated", "TIMESTAMP WITH TIME ZONE"],
    ["Id", "VARCHAR"],
    ["Channels", "VARCHAR[]"],
    ["Long", "VARCHAR"],
    ["Text", "VARCHAR"],
    ["Score", "DOUBLE"],
  ]);
  const micros = await connection.runAndReadAll(`select epoch_us(DateCreated) as t, Id from '${path}'`);
  expect(micros.getRows().map(([time, id]) => [String(time), id])).toEqual(
    expected().map(({ DateCreated, Id }) => [`${Date.parse(DateCreated)}${DateCreated.slice(23, -1)}`, Id]),
  );
  connection.closeSync();
  database.closeSync();
});

test("Parquet keeps whole numbers of 64 bits as numbers", async () => {
  const set = await stage({
    rows: 10,
    row: (index) => `{"Id":"a","Long":${index === 0 ? "9223372036854775807" : index}}`,
  });
  const id = await begin(set.proxy.url, { ...order, columns: [{ field: "Long", header: "Long" }] });
  await ended(set.proxy.url, id);
  const bytes = await (await fetch(`${set.proxy.url}/api/exports/${id}/file?format=parquet`)).arrayBuffer();
  const read = await parquetReadObjects({ file: bytes });
  expect(read[0]).toEqual({ Long: 9223372036854775807n });
});
