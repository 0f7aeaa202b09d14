import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Options, ZipFile } from "yazl";
import type { Manifest } from "../../../contract/manifest.ts";
import type { FormatWriter, RenderPlan } from "./format.ts";
import { columnWidths } from "./sheet/column-widths.ts";
import { longestCell, type SheetCells, type SheetNotes, sheetCells } from "./sheet/sheet-cells.ts";
import {
  columnLetters,
  rowXml,
  type SheetEntry,
  sheetEnd,
  sheetStart,
  styles,
  workbookParts,
} from "./sheet/sheet-xml.ts";
import { viewFacts } from "./sheet/view-sheet.ts";
import { readRows, type SpoolSource } from "./spool/read-spool.ts";
import { type RowSource, rowSource } from "./spool/row-source.ts";

/** A sheet ends with the row that reaches either. */
export type SheetSize = { rows: number; bytes: number };

/**
 * Under its heading, a sheet holds so many rows. In the zip's 32-bit form, it holds 4 GiB. The 64-bit form would have to be
 * chosen before a sheet's length is known, and Excel calls a workbook damaged whose streamed parts have it unless their
 * headers name version 4.5, which yazl's do not. So a sheet of long rows ends before.
 */
const usualSize: SheetSize = { rows: 1_048_575, bytes: 4_000_000_000 };
const piece = 64 * 1024;
/** Of the View sheet: names, and what they say. */
const factWidths = [32, 100];

/** A sheet that is being written: its parts, and at the end the cells that its filter is for. */
type Sheet = { cells: SheetCells; source: RowSource; most: SheetSize; onEnd: (filter: string) => void };

async function* rowSheet({ cells, source, most, onEnd }: Sheet): AsyncGenerator<Buffer> {
  const letters = cells.headings.map((_, index) => columnLetters(index));
  const widths = columnWidths(cells.headings);
  let xml = rowXml(cells.headings, 0, letters);
  let [rows, bytes] = [0, 0];
  // Widths stand before the rows, so those of the first part decide.
  const start = () => (bytes === 0 ? sheetStart(widths.found()) : "");
  while (rows < most.rows && bytes < most.bytes && (source.held() || (await source.more()))) {
    rows += 1;
    const row = cells.of(source.take());
    if (bytes === 0) widths.look(row);
    xml += rowXml(row, rows, letters);
    if (xml.length < piece) continue;
    const part = Buffer.from(start() + xml);
    bytes += part.length;
    yield part;
    xml = "";
  }
  const filter = `A1:${letters.at(-1)}${rows + 1}`;
  onEnd(filter);
  yield Buffer.from(start() + xml + sheetEnd(filter));
}

/** A fact that is longer than a cell goes on in the next line, e.g. a query that names a thousand conversations. */
function inCells(name: string, value: string): [name: string, text: string][] {
  const cells = Math.max(1, Math.ceil(value.length / longestCell));
  return Array.from({ length: cells }, (_, cell) => [
    cell === 0 ? name : `${name}, continued`,
    value.slice(cell * longestCell, (cell + 1) * longestCell),
  ]);
}

function factSheet(plan: RenderPlan, manifest: Manifest, notes: SheetNotes): string {
  const facts = viewFacts(plan, manifest, notes).flatMap(([name, value]) => inCells(name, value));
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
  return sheetStart(factWidths) + lines.join("") + sheetEnd();
}

/** Resolves when the part was read to its end. yazl does not look at what goes wrong there. */
function addPart(zip: ZipFile, path: string, options: Partial<Options>, xml: AsyncGenerator<Buffer>): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = Readable.from(xml, { highWaterMark: 1 });
    stream.once("end", resolve).once("error", reject);
    zip.addReadStream(stream, path, options);
  });
}

type Workbook = { plan: RenderPlan; source: RowSource; manifest(): Manifest; most: SheetSize };

/**
 * The rows come first: how many sheets they need, and what the "View" sheet says, is known when the last one is written.
 * OPC asks for no order of the parts, readers go by the directory at the zip's end, and Google Sheets writes
 * `[Content_Types].xml` last, too.
 */
async function fill(zip: ZipFile, { plan, source, manifest, most }: Workbook): Promise<void> {
  // Files of the same export are the same in every byte, whenever they are made and whether they followed it or not.
  const options = { mtime: new Date(manifest().createdAt) };
  const cells = sheetCells(plan);
  const sheets: SheetEntry[] = [];
  do {
    const sheet: SheetEntry = { name: sheets.length === 0 ? "Rows" : `Rows ${sheets.length + 1}` };
    sheets.push(sheet);
    const onEnd = (filter: string) => {
      sheet.filter = filter;
    };
    await addPart(zip, `xl/worksheets/sheet${sheets.length}.xml`, options, rowSheet({ cells, source, most, onEnd }));
  } while (await source.more());
  sheets.push({ name: "View" });
  const parts = {
    [`xl/worksheets/sheet${sheets.length}.xml`]: factSheet(plan, manifest(), cells.notes()),
    ...workbookParts(sheets),
  };
  for (const [path, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), path, options);
  zip.end();
}

/**
 * A workbook: the rows, on as many sheets as they need, and a sheet "View" that says where they come from. The sheets are
 * made while the file is written, so that memory stays flat.
 *
 * @param manifest what it says now; asked again for its last word when the spool has ended.
 */
export async function writeXlsx(
  plan: RenderPlan,
  spool: SpoolSource,
  manifest: () => Manifest,
  target: string,
  most = usualSize,
): Promise<void> {
  const batches = readRows(spool);
  const source = rowSource(batches);
  const zip = new ZipFile();
  const given = new AbortController();
  const file = createWriteStream(target, { mode: 0o600 });
  const writing = pipeline(zip.outputStream, file, { signal: given.signal });
  try {
    // When the disk is full nobody asks for the rest of the rows: the filling never ends.
    await Promise.race([writing, fill(zip, { plan, source, manifest, most })]);
    await writing;
  } catch (error) {
    given.abort();
    await writing.catch(() => undefined);
    throw error;
  } finally {
    await batches.return(undefined);
  }
}

export const xlsx: FormatWriter = {
  isSpool: false,
  write: ({ plan, spool, manifest, target }) => writeXlsx(plan, spool, manifest, target),
};
