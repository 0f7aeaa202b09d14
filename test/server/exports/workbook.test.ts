import { rm } from "node:fs/promises";
import { join } from "node:path";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { exportOptionsSchema } from "../../../contract/export.ts";
import { type Extent, growingExtent } from "../../../server/exports/render/extent.ts";
import { type SheetSize, writeXlsx } from "../../../server/exports/render/xlsx.ts";
import { expected, exported, inBerlin, joined, rows } from "./odd-rows.ts";
import { begin, ended, onDisk, order, stage } from "./support.ts";

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

/** What a workbook is written from. `write` needs only what of the spool counts. */
async function workbook() {
  const { folder, id, upstream } = await exported();
  const { manifest } = await onDisk(folder, id);
  const path = join(folder, "exports", id, "rows.ndjson");
  const target = join(folder, "split.xlsx");
  const plan = { ...manifest, format: "xlsx" as const, options: exportOptionsSchema.parse({}) };
  const write = (extent: Extent, most?: SheetSize) => writeXlsx(plan, { path, extent }, () => manifest, target, most);
  return { write, path, target, spool: upstream.spool(), bytes: manifest.checkpoint.bytes };
}

/**
 * The sheets of a workbook with sheets of that size, and how many rows each has with its heading. Rows behind the first
 * ones come when all of those were taken.
 */
async function split(most: SheetSize, first = rows) {
  const { write, target, spool, bytes } = await workbook();
  const growing = growingExtent();
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
  const extent = growingExtent();
  extent.grow(bytes);
  const writing = write(extent);
  extent.stop(new Error("no more of it"));
  await expect(writing).rejects.toThrow("no more of it");
  await rm(path);
  await expect(write(extent)).rejects.toMatchObject({ code: "ENOENT" });
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
