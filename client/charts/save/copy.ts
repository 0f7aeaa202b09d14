import { harmless } from "../../../contract/formulas.ts";
import { type CopiedTable, tableToCopy } from "../../format/copied-table.ts";
import type { Sheet } from "./sheet.ts";

/** What became of a copy: on the clipboard, or a file in its place, and why. */
export type Copied = "copied" | "notSecure" | "refused";

function hasClipboard(): boolean {
  // Pages that came over plain HTTP from another machine have none.
  return "clipboard" in navigator && navigator.clipboard !== undefined && "ClipboardItem" in window;
}

/**
 * Writes to the clipboard, and gives a file where that cannot be.
 *
 * @throws where there is no file either.
 */
export async function copyOrSave(write: () => Promise<void>, save: () => void | Promise<void>): Promise<Copied> {
  if (hasClipboard()) {
    try {
      await write();
      return "copied";
    } catch {
      await save();
      return "refused";
    }
  }
  await save();
  return "notSecure";
}

/** Writes a picture that may still be drawn: some browsers take it only in the very moment of the click. */
export async function copyPicture(png: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
}

/** The numbers of a chart for a spreadsheet: plain digits, and no text that would be run. */
export function sheetToCopy([head = [], ...rows]: Sheet): CopiedTable {
  const cells = (row: Sheet[number]) =>
    row.map((cell) => (typeof cell === "string" ? harmless(cell) : String(cell ?? "")));
  return tableToCopy(cells(head), rows.map(cells));
}
