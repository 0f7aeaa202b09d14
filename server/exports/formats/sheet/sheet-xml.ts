import { beyondXml, escapedText } from "../../../../contract/markup.ts";

/** What a cell cannot hold: what XML cannot, and the carriage return, which XML reads as a line feed. */
const forbidden = String.raw`(?:${beyondXml}|\r)`;

/**
 * That, and the underscore of what Excel would read as an escape though it is plain text: `_x0041_`, also where the
 * second underscore is that of the escape which the next character becomes.
 */
const unwritable = new RegExp(`${forbidden}|_(?=x[0-9A-Fa-f]{4}(?:_|${forbidden}))`, "gu");

/** `_x000D_`: how Office Open XML writes a character that XML cannot hold (ECMA-376, ST_Xstring). */
function escaped(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

export function xmlText(text: string): string {
  return escapedText(text.replace(unwritable, escaped));
}

/** `A`, `Z`, `AA`: the letters of a column, counted from 0. */
export function columnLetters(index: number): string {
  const letters = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letters : columnLetters(Math.floor(index / 26) - 1) + letters;
}

/** The styles of styles.xml by their place there. */
export const styles = {
  plain: 0,
  heading: 1,
  text: 2,
  time: 3,
  timeWithMs: 4,
  day: 5,
  duration: 6,
  durationWithMs: 7,
} as const;

/** How numbers of those styles are shown; 49 is text as such, and 164 the first that a file names itself. */
const formats: readonly [style: number, format: string][] = [
  [styles.time, String.raw`yyyy\-mm\-dd\ hh:mm:ss`],
  [styles.timeWithMs, String.raw`yyyy\-mm\-dd\ hh:mm:ss.000`],
  [styles.day, String.raw`yyyy\-mm\-dd`],
  [styles.duration, "[h]:mm:ss"],
  [styles.durationWithMs, "[h]:mm:ss.000"],
];
const ownFormat = 161;
const numberFormats = formats.map(([style, code]) => `<numFmt numFmtId="${ownFormat + style}" formatCode="${code}"/>`);
const formatStyles = formats.map(([style]) => `<xf xfId="0" numFmtId="${ownFormat + style}" applyNumberFormat="1"/>`);

export type SheetCell =
  | { kind: "empty" }
  | { kind: "number"; text: string; style?: number }
  | { kind: "boolean"; value: boolean }
  | { kind: "text"; text: string; style?: number };

const styled = (style: number | undefined) => (style ? ` s="${style}"` : "");

export function cellXml(cell: SheetCell, place: string): string {
  switch (cell.kind) {
    case "empty":
      return "";
    case "number":
      return `<c r="${place}"${styled(cell.style)}><v>${cell.text}</v></c>`;
    case "boolean":
      return `<c r="${place}" t="b"><v>${cell.value ? 1 : 0}</v></c>`;
    case "text":
      return `<c r="${place}"${styled(cell.style)} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell.text)}</t></is></c>`;
  }
}

/** A row of a sheet; rows and columns count from 0. */
export function rowXml(cells: readonly SheetCell[], row: number, letters: readonly string[]): string {
  const number = row + 1;
  let xml = `<row r="${number}">`;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (cell) xml += cellXml(cell, `${letters[index] ?? columnLetters(index)}${number}`);
  }
  return `${xml}</row>`;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What stands before the rows of a sheet: its first row stays in sight. Widths are in letters, one for each column. */
export function sheetStart(widths: readonly number[]): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  return `${declaration}<worksheet ${main}><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join("")}</cols><sheetData>`;
}

/** What stands behind them. The filter's buttons are those of its first row, e.g. of `A1:F2501`. */
export function sheetEnd(filter?: string): string {
  return `</sheetData>${filter === undefined ? "" : `<autoFilter ref="${filter}"/>`}</worksheet>`;
}

/** A sheet's name, and the cells that its filter is for. */
export type SheetEntry = { name: string; filter?: string };

/** Excel looks for what a filter is for among the names of a workbook; `'Rows 2'!$A$1:$F$2501`. */
function filterNames(sheets: readonly SheetEntry[]): string {
  const names = sheets.flatMap(({ name, filter }, index) => {
    const cells = filter?.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    const definition = `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${xmlText(name)}'!${cells}</definedName>`;
    return cells === undefined ? [] : [definition];
  });
  return names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : "";
}

const types = "http://schemas.openxmlformats.org/package/2006/content-types";
const packageRels = "http://schemas.openxmlformats.org/package/2006/relationships";
const officeRels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const sheetMl = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The parts of a workbook beside its sheets, by path. Sheet n lies in `xl/worksheets/sheet<n>.xml`, from 1. */
export function workbookParts(sheets: readonly SheetEntry[]): Record<string, string> {
  const override = (path: string, type: string) =>
    `<Override PartName="${path}" ContentType="${sheetMl}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${officeRels}/${type}" Target="${target}"/>`;
  const each = (write: (name: string, number: number) => string) =>
    sheets.map(({ name }, index) => write(name, index + 1)).join("");
  return {
    "[Content_Types].xml": `${declaration}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("/xl/workbook.xml", "sheet.main")}${override("/xl/styles.xml", "styles")}${each((_, number) => override(`/xl/worksheets/sheet${number}.xml`, "worksheet"))}</Types>`,
    "_rels/.rels": `${declaration}<Relationships xmlns="${packageRels}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `${declaration}<workbook ${main} xmlns:r="${officeRels}"><sheets>${each((name, number) => `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets>${filterNames(sheets)}</workbook>`,
    "xl/_rels/workbook.xml.rels": `${declaration}<Relationships xmlns="${packageRels}">${each((_, number) => relation(`rId${number}`, "worksheet", `worksheets/sheet${number}.xml`))}${relation("rIdStyles", "styles", "styles.xml")}</Relationships>`,
    "xl/styles.xml": `${declaration}<styleSheet ${main}><numFmts count="${formats.length}">${numberFormats.join("")}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${3 + formats.length}"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/>${formatStyles.join("")}</cellXfs></styleSheet>`,
  };
}
