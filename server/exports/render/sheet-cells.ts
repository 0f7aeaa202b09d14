import type { ExportColumn } from "../../../contract/export.ts";
import type { Row } from "../../../contract/page.ts";
import { instantWriter } from "../instant.ts";
import { cellText } from "./cell.ts";
import { ExactNumber, isDouble } from "./exact.ts";
import type { RenderPlan } from "./plan.ts";
import { type SheetCell, styles } from "./sheet-xml.ts";

/** The most characters that Excel takes in a cell; a longer one makes it call the file damaged. */
export const longestCell = 32_767;
const cutMark = "… (cut)";

/** Turns rows into cells, and counts those that Excel cannot hold whole. */
export type SheetCells = { headings: SheetCell[]; of(row: Row): SheetCell[]; cut(): number };

export function sheetCells({ columns, zone, options }: RenderPlan): SheetCells {
  const writeInstant = instantWriter(zone);
  let cutCells = 0;

  function text(value: string, style?: number): SheetCell {
    if (value.length <= longestCell)
      return style ? { kind: "text", text: value, style } : { kind: "text", text: value };
    cutCells += 1;
    return { kind: "text", text: value.slice(0, longestCell - cutMark.length) + cutMark };
  }

  function cell(value: unknown, type: ExportColumn["type"]): SheetCell {
    if (value === null || value === undefined) return { kind: "empty" };
    const isText = type === "id" || type === "text";
    if (typeof value === "boolean" && !isText) return { kind: "boolean", value };
    if (typeof value === "number" && !isText) return { kind: "number", text: String(value) };
    if (value instanceof ExactNumber && !isText && isDouble(value.text)) return { kind: "number", text: value.text };
    const words = { arrayMark: options.arrayMark, writeText: type === "time" ? writeInstant : undefined };
    return text(cellText(value, words), isText ? styles.text : undefined);
  }

  return {
    headings: columns.map(({ header }) => text(header, styles.heading)),
    of: (row) => columns.map(({ field, type }) => cell(Object.hasOwn(row, field) ? row[field] : undefined, type)),
    cut: () => cutCells,
  };
}
