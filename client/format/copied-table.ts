import { escapedAttribute } from "../../contract/markup.ts";

/** A table as a spreadsheet takes it from the clipboard: as text with tabs, and as HTML. */
export type CopiedTable = { text: string; html: string };

function tabbed(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function markup(cell: string): string {
  return escapedAttribute(cell).replaceAll("\n", "<br>");
}

function htmlRow(cells: readonly string[], tag: "td" | "th"): string {
  return `<tr>${cells.map((cell) => `<${tag}>${markup(cell)}</${tag}>`).join("")}</tr>`;
}

/** @param lines cells that are harmless already: what is pasted may be run as a formula. */
export function tableToCopy(header: readonly string[], lines: readonly (readonly string[])[]): CopiedTable {
  const body = lines.map((cells) => htmlRow(cells, "td")).join("");
  return {
    text: [header, ...lines].map((cells) => `${cells.map(tabbed).join("\t")}\r\n`).join(""),
    html: `<table><thead>${htmlRow(header, "th")}</thead><tbody>${body}</tbody></table>`,
  };
}

/**
 * Writes at once, also what is still on its way: some browsers allow it only in the very moment of the click.
 *
 * @throws where the table does not come, or the browser does not let a page write to the clipboard.
 */
export async function copyTable(table: CopiedTable | Promise<CopiedTable>): Promise<void> {
  const part = async (name: keyof CopiedTable, type: string) => new Blob([(await table)[name]], { type });
  await navigator.clipboard.write([
    new ClipboardItem({ "text/plain": part("text", "text/plain"), "text/html": part("html", "text/html") }),
  ]);
}
