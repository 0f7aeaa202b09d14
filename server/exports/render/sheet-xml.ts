/** What XML cannot hold: all but the characters of its rule `Char`, and the carriage return, which it reads as a line feed. */
const forbidden = String.raw`[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]`;

/**
 * That, and the underscore of what Excel would read as an escape though it is plain text: `_x0041_`, also where the
 * second underscore is that of the escape which the next character becomes.
 */
const unwritable = new RegExp(`${forbidden}|_(?=x[0-9A-Fa-f]{4}(?:_|${forbidden}))`, "gu");

const named: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** `_x000D_`: how Office Open XML writes a character that XML cannot hold (ECMA-376, ST_Xstring). */
function escaped(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

export function xmlText(text: string): string {
  return text.replace(unwritable, escaped).replace(/[&<>]/g, (sign) => named[sign] ?? sign);
}

/** `A`, `Z`, `AA`: the letters of a column, counted from 0. */
export function columnLetters(index: number): string {
  const letters = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letters : columnLetters(Math.floor(index / 26) - 1) + letters;
}

/** The styles of styles.xml by their place there. */
export const styles = { plain: 0, heading: 1, text: 2 } as const;

export type SheetCell =
  | { kind: "empty" }
  | { kind: "number"; text: string }
  | { kind: "boolean"; value: boolean }
  | { kind: "text"; text: string; style?: number };

export function cellXml(cell: SheetCell, place: string): string {
  switch (cell.kind) {
    case "empty":
      return "";
    case "number":
      return `<c r="${place}"><v>${cell.text}</v></c>`;
    case "boolean":
      return `<c r="${place}" t="b"><v>${cell.value ? 1 : 0}</v></c>`;
    case "text": {
      const style = cell.style ? ` s="${cell.style}"` : "";
      return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell.text)}</t></is></c>`;
    }
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

/** What stands before the rows of a sheet: its first row stays in sight. */
export function sheetStart(columns: number, width: number): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `${declaration}<worksheet ${main}><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols><col min="1" max="${columns}" width="${width}" customWidth="1"/></cols><sheetData>`;
}

export const sheetEnd = "</sheetData></worksheet>";

const types = "http://schemas.openxmlformats.org/package/2006/content-types";
const packageRels = "http://schemas.openxmlformats.org/package/2006/relationships";
const officeRels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const sheetMl = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The parts of a workbook beside its sheets, by path. Sheet n lies in `xl/worksheets/sheet<n>.xml`, from 1. */
export function workbookParts(sheetNames: readonly string[]): Record<string, string> {
  const override = (path: string, type: string) =>
    `<Override PartName="${path}" ContentType="${sheetMl}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${officeRels}/${type}" Target="${target}"/>`;
  const each = (write: (name: string, number: number) => string) =>
    sheetNames.map((name, index) => write(name, index + 1)).join("");
  return {
    "[Content_Types].xml": `${declaration}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("/xl/workbook.xml", "sheet.main")}${override("/xl/styles.xml", "styles")}${each((_, number) => override(`/xl/worksheets/sheet${number}.xml`, "worksheet"))}</Types>`,
    "_rels/.rels": `${declaration}<Relationships xmlns="${packageRels}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `${declaration}<workbook ${main} xmlns:r="${officeRels}"><sheets>${each((name, number) => `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${declaration}<Relationships xmlns="${packageRels}">${each((_, number) => relation(`rId${number}`, "worksheet", `worksheets/sheet${number}.xml`))}${relation("rIdStyles", "styles", "styles.xml")}</Relationships>`,
    "xl/styles.xml": `${declaration}<styleSheet ${main}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
}
