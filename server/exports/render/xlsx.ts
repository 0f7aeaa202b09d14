import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { Manifest } from "../../../contract/manifest.ts";
import type { Row } from "../../../contract/page.ts";
import type { RenderPlan } from "./plan.ts";
import { readRows, type SpoolSource } from "./read-spool.ts";
import { longestCell, type SheetCells, sheetCells } from "./sheet-cells.ts";
import { columnLetters, rowXml, sheetEnd, sheetStart, styles, workbookParts } from "./sheet-xml.ts";
import { viewFacts } from "./view-sheet.ts";

/** Rows that a sheet can hold under its heading. */
export const rowsPerSheet = 1_048_575;
/** A part longer than this may need the zip's 64-bit form, which has to be chosen before its length is known. */
const longPart = 500_000_000;
const piece = 64 * 1024;

/** Hands out rows one sheet after another. */
type RowSource = { next(most: number): AsyncGenerator<Row[]> };

function rowSource(batches: AsyncGenerator<Row[]>): RowSource {
  let left: Row[] = [];
  return {
    async *next(most) {
      for (let wanted = most; wanted > 0; ) {
        if (left.length === 0) {
          const batch = await batches.next();
          if (batch.done) return;
          left = batch.value;
        }
        const rows = left.slice(0, wanted);
        left = left.slice(wanted);
        wanted -= rows.length;
        yield rows;
      }
    },
  };
}

async function* rowSheet(cells: SheetCells, source: RowSource, most: number): AsyncGenerator<string> {
  const letters = cells.headings.map((_, index) => columnLetters(index));
  let xml = sheetStart(letters.length, 24) + rowXml(cells.headings, 0, letters);
  let row = 1;
  for await (const rows of source.next(most)) {
    for (const one of rows) {
      xml += rowXml(cells.of(one), row, letters);
      row += 1;
      if (xml.length < piece) continue;
      yield xml;
      xml = "";
    }
  }
  yield xml + sheetEnd;
}

/** A fact that is longer than a cell goes on in the next line, e.g. a query that names a thousand conversations. */
function inCells(name: string, value: string): [name: string, text: string][] {
  const cells = Math.max(1, Math.ceil(value.length / longestCell));
  return Array.from({ length: cells }, (_, cell) => [
    cell === 0 ? name : `${name}, continued`,
    value.slice(cell * longestCell, (cell + 1) * longestCell),
  ]);
}

function factSheet(plan: RenderPlan, manifest: Manifest, cutCells: number): string {
  const facts = viewFacts(plan, manifest, cutCells).flatMap(([name, value]) => inCells(name, value));
  const lines = facts.map(([name, text], row) =>
    rowXml(
      [
        { kind: "text", text: name, style: styles.heading },
        { kind: "text", text },
      ],
      row,
      ["A", "B"],
    ),
  );
  return sheetStart(2, 40) + lines.join("") + sheetEnd;
}

/**
 * A workbook: the rows, on as many sheets as they need, and a sheet "View" that says where they come from. The sheets are
 * made while the file is written, so that memory stays flat.
 */
export async function writeXlsx(
  plan: RenderPlan,
  spool: SpoolSource,
  manifest: Manifest,
  target: string,
  most = rowsPerSheet,
): Promise<void> {
  const sheets = Math.max(1, Math.ceil(manifest.checkpoint.rows / most));
  const names = Array.from({ length: sheets }, (_, index) => (index === 0 ? "Rows" : `Rows ${index + 1}`));
  const cells = sheetCells(plan);
  const batches = readRows(spool);
  const source = rowSource(batches);
  // Files of the same export are the same in every byte, whenever they are made.
  const mtime = new Date(manifest.finishedAt ?? manifest.createdAt);
  const forceZip64Format = manifest.checkpoint.bytes > longPart;
  const zip = new ZipFile();
  const failed = once(zip, "error").then(([error]) => {
    throw error;
  });
  const writing = pipeline(zip.outputStream, createWriteStream(target, { mode: 0o600 }));
  for (const [path, xml] of Object.entries(workbookParts([...names, "View"]))) {
    zip.addBuffer(Buffer.from(xml), path, { mtime });
  }
  for (let index = 0; index < sheets; index += 1) {
    const open = () => Readable.from(rowSheet(cells, source, most), { highWaterMark: 1 });
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, { mtime, forceZip64Format }, (done) =>
      done(null, open()),
    );
  }
  // Asked for when all rows are written, so that it can say how many cells were cut.
  const last = () => Readable.from([factSheet(plan, manifest, cells.cut())]);
  zip.addReadStreamLazy(`xl/worksheets/sheet${sheets + 1}.xml`, { mtime }, (done) => done(null, last()));
  zip.end({ forceZip64Format, comment: "" });
  try {
    await Promise.race([writing, failed]);
  } finally {
    // When the disk is full nobody asks for the rest of the rows, and the spool would stay open.
    await batches.return(undefined);
  }
}
