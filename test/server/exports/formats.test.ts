import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { parse as parseLossless } from "lossless-json";
import { expect, onTestFinished, test } from "vitest";
import { expected, exported, inBerlin, joined, rows } from "./odd-rows.ts";
import { begin, dataFolder, ended, order, stage } from "./support.ts";

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

test("CSV has what spreadsheets of a country read where that is asked for, and the exact times beside it", async () => {
  const { file } = await exported({
    columns: [...order.columns.slice(0, 1), { field: "Score", header: "Score", type: "number" }],
    options: { separator: ";", decimal: ",", times: "spreadsheet" },
  });
  const lines = async (query: string) => (await file(`format=csv${query}`)).bytes.toString().split("\r\n");
  const [header, first, second] = await lines("");
  expect([header, first, second]).toEqual([
    "Created (Europe/Berlin);Score",
    "2026-11-22 13:00:00;-5",
    "2026-11-22 13:00:00;1,25",
  ]);
  expect(await lines("&exactTimes=1&decimal=point&protectText=1&column=Id&column=DateCreated&column=Score")).toEqual(
    expect.arrayContaining([
      "Id;Created (Europe/Berlin);Created (Europe/Berlin), ISO 8601;Score",
      '"=""00123""";2026-11-22 13:00:00;2026-11-22T13:00:00.000456+01:00;-5',
    ]),
  );
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
