import { rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { accountSchema } from "../../../contract/account.ts";
import { type ExportColumn, newExportSchema } from "../../../contract/export.ts";
import { exportOptionsSchema } from "../../../contract/export-options.ts";
import { spoolWatermark, type Watermark } from "../../../server/exports/formats/spool/watermark.ts";
import { type SheetSize, writeXlsx } from "../../../server/exports/formats/xlsx.ts";
import { newManifest } from "../../../server/exports/new-manifest.ts";
import { expected, exported, inBerlin, joined, rows } from "./odd-rows.ts";
import { begin, dataFolder, ended, onDisk, order, stage } from "./support.ts";
import { zipParts } from "./zip-parts.ts";

/** What the clocks of Berlin show, as a date that a reader of workbooks gives: it knows no zones. */
const berlinClock = (time: string) => new Date(`${inBerlin(time).slice(0, 23)}Z`);

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
      berlinClock(DateCreated),
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

/** The sheets of a workbook with these rows, and its parts as they lie in the zip. */
async function workbookOf(rowTexts: readonly string[], columns: ExportColumn[], options = {}, zone = "Europe/Berlin") {
  const folder = dataFolder();
  const [path, target] = [join(folder, "own.ndjson"), join(folder, "own.xlsx")];
  await writeFile(path, rowTexts.map((text) => `${text}\n`).join(""));
  const watermark = spoolWatermark();
  watermark.grow((await stat(path)).size);
  watermark.end();
  const plan = { format: "xlsx" as const, columns, zone, options: exportOptionsSchema.parse(options) };
  const account = accountSchema.parse({ mode: "twilio", account: "…1234", fields: {}, version: "0" });
  const manifest = newManifest(newExportSchema.parse(order), account);
  await writeXlsx(plan, { path, watermark }, () => manifest, target);
  return { sheets: await readWorkbook(target, { trim: false }), parts: await zipParts(target) };
}

const created: ExportColumn = { field: "At", header: "Created (Europe/Berlin)", type: "time" };

test("dates are those of the zone, and the hour that clocks repeat is told by the exact text beside them", async () => {
  const times = ["2026-10-25T00:30:00.25Z", "2026-10-25T01:30:00.25Z", "2026-10-25T02:30:00Z", "1890-01-01T00:00:00Z"];
  const rowTexts = [...times, "2026-02-30T00:00:00Z", "2026-03-11"].map((At) => JSON.stringify({ At }));
  const { sheets } = await workbookOf(rowTexts, [created], { exactTimes: true });
  const [header, ...read] = sheets[0]?.data ?? [];
  expect(header).toEqual(["Created (Europe/Berlin)", "Created (Europe/Berlin), ISO 8601"]);
  expect(read).toEqual([
    [new Date("2026-10-25T02:30:00.250Z"), "2026-10-25T02:30:00.25+02:00"],
    [new Date("2026-10-25T02:30:00.250Z"), "2026-10-25T02:30:00.25+01:00"],
    [new Date("2026-10-25T03:30:00Z"), "2026-10-25T03:30:00+01:00"],
    ["1890-01-01T00:53:28+00:53", "1890-01-01T00:53:28+00:53"],
    ["2026-02-30T00:00:00Z", "2026-02-30T00:00:00Z"],
    [new Date("2026-03-11T00:00:00Z"), "2026-03-11"],
  ]);
  const facts = new Map((sheets[1]?.data ?? []).map(([name, value]) => [name, value]));
  expect(facts.get("Times that clocks show twice")).toBe("2; the columns ISO 8601 tell which is which");
});

test("a date's heading names the zone, whoever wrote it", async () => {
  const { sheets } = await workbookOf(['{"At":"2026-11-29T12:00:00Z"}'], [{ ...created, header: "When" }]);
  expect(sheets[0]?.data[0]).toEqual(["When (Europe/Berlin)"]);
});

test("codes are text, numbers are numbers however they came, and durations are times that can be added up", async () => {
  const columns: ExportColumn[] = [
    { field: "Code", header: "Code" },
    { field: "Score", header: "Score", type: "number" },
    { field: "Length", header: "Length", type: "number", unit: "seconds" },
    { field: "Wait", header: "Wait", type: "number", unit: "milliseconds" },
  ];
  const rowTexts = [
    '{"Code":"0012345","Score":"3.125","Length":90061,"Wait":"1500"}',
    '{"Code":"1-2","Score":"12345678901234567890","Length":-1,"Wait":null}',
    '{"Code":"Billing","Score":"007","Length":"59.5","Wait":""}',
  ];
  const { parts } = await workbookOf(rowTexts, columns);
  const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
  const cell = (place: string) => new RegExp(`<c r="${place}"([^>]*)>(.*?)</c>`).exec(sheet)?.slice(1);
  const text = (value: string) => `<is><t xml:space="preserve">${value}</t></is>`;
  expect(cell("A2")).toEqual([' s="2" t="inlineStr"', text("0012345")]);
  expect(cell("A3")).toEqual([' s="2" t="inlineStr"', text("1-2")]);
  expect(cell("A4")).toEqual([' t="inlineStr"', text("Billing")]);
  expect(cell("B2")).toEqual(["", "<v>3.125</v>"]);
  expect(cell("B3")).toEqual([' s="2" t="inlineStr"', text("12345678901234567890")]);
  expect(cell("B4")).toEqual([' s="2" t="inlineStr"', text("007")]);
  expect(cell("C2")).toEqual([' s="6"', `<v>${90_061 / 86_400}</v>`]);
  expect(cell("C3")).toEqual(["", "<v>-1</v>"]);
  expect(cell("C4")).toEqual([' s="7"', `<v>${59_500 / 86_400_000}</v>`]);
  expect(cell("D2")).toEqual([' s="7"', `<v>${1500 / 86_400_000}</v>`]);
});

test("a sheet has a filter over all its rows, and columns as wide as what they show", async () => {
  const columns: ExportColumn[] = [created, { field: "Text", header: "Text" }, { field: "N", header: "N" }];
  const row = JSON.stringify({ At: "2026-11-29T12:00:00Z", Text: "x".repeat(30), N: 7 });
  const { parts } = await workbookOf([row, row], columns);
  expect(parts["xl/worksheets/sheet1.xml"]).toContain('</sheetData><autoFilter ref="A1:C3"/></worksheet>');
  expect(parts["xl/workbook.xml"]).toContain(
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'Rows'!$A$1:$C$3</definedName>`,
  );
  const widths = [...(parts["xl/worksheets/sheet1.xml"] ?? "").matchAll(/<col min="\d" max="\d" width="(\d+)"/g)];
  expect(widths.map(([, width]) => Number(width))).toEqual([28, 32, 10]);
});

/** What a workbook is written from. `write` needs only what of the spool counts. */
async function workbook() {
  const { folder, id, upstream } = await exported();
  const { manifest } = await onDisk(folder, id);
  const path = join(folder, "exports", id, "rows.ndjson");
  const target = join(folder, "split.xlsx");
  const plan = { ...manifest, format: "xlsx" as const, options: exportOptionsSchema.parse({}) };
  const write = (watermark: Watermark, most?: SheetSize) =>
    writeXlsx(plan, { path, watermark }, () => manifest, target, most);
  return { write, path, target, spool: upstream.spool(), bytes: manifest.checkpoint.bytes };
}

/**
 * The sheets of a workbook with sheets of that size, and how many rows each has with its heading. Rows behind the first
 * ones come when all of those were taken.
 */
async function split(most: SheetSize, first = rows) {
  const { write, target, spool, bytes } = await workbook();
  const growing = spoolWatermark();
  const begun = Buffer.byteLength(`${spool.split("\n", first).join("\n")}\n`);
  growing.grow(begun);
  await write(
    {
      ...growing,
      beyond(counted) {
        if (counted === begun) growing.grow(bytes);
        if (counted === bytes) growing.end();
        return growing.beyond(counted);
      },
    },
    most,
  );
  const sheets = await readWorkbook(target, { trim: false });
  const ids = sheets.slice(0, -1).flatMap(({ data }) => data.slice(1).map((cells) => cells[1]));
  expect(ids).toEqual(expected().map(({ Id }) => Id));
  return sheets.map(({ sheet, data }) => [sheet, data.length]);
}

const noEnd = Number.POSITIVE_INFINITY;

test("more rows than a sheet holds go on in the next one", async () => {
  const names = ["Rows", "Rows 2", "Rows 3", "View"];
  const facts = expect.any(Number);
  const in1000s = await split({ rows: 1000, bytes: noEnd });
  expect(in1000s).toEqual([1001, 1001, 501, facts].map((count, index) => [names[index], count]));
});

test("a sheet that is full with the last row that has come is not the last one", async () => {
  const sheets = await split({ rows: 1000, bytes: noEnd }, 1000);
  expect(sheets.map(([name]) => name)).toEqual(["Rows", "Rows 2", "Rows 3", "View"]);
});

test("a workbook that is stopped, or whose rows are gone, ends with the reason", async () => {
  const { write, path, bytes } = await workbook();
  const watermark = spoolWatermark();
  watermark.grow(bytes);
  const writing = write(watermark);
  watermark.stop(new Error("no more of it"));
  await expect(writing).rejects.toThrow("no more of it");
  await rm(path);
  await expect(write(watermark)).rejects.toMatchObject({ code: "ENOENT" });
});

test("rows that fill their last sheet begin no further one", async () => {
  const sheets = await split({ rows: rows / 2, bytes: noEnd });
  expect(sheets).toEqual([
    ["Rows", rows / 2 + 1],
    ["Rows 2", rows / 2 + 1],
    ["View", expect.any(Number)],
  ]);
});

test("a sheet ends before it is too long for a zip's 32-bit form", async () => {
  const sheets = await split({ rows: noEnd, bytes: 300_000 });
  expect(sheets.map(([name]) => name)).toEqual(["Rows", "Rows 2", "Rows 3", "Rows 4", "View"]);
});

test("a workbook of no rows has its heading, in a sheet of its own", async () => {
  const set = await stage({ rows: 0 });
  const id = await begin(set.proxy.url, { ...order, format: "xlsx" });
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows: 0 });
  const response = await fetch(`${set.proxy.url}/api/exports/${id}/file?format=xlsx`);
  const sheets = await readWorkbook(Buffer.from(await response.arrayBuffer()));
  expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([
    ["Rows", 1],
    ["View", expect.any(Number)],
  ]);
});
