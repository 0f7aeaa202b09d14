import { Temporal } from "temporal-polyfill";
import { harmless } from "../../contract/formulas.ts";
import { escapedAttribute } from "../../contract/markup.ts";
import type { Row } from "../../contract/page.ts";
import type { ViewColumn } from "../view/columns.ts";
import { columnHeader } from "./export-column.ts";

/** Rows as a spreadsheet takes them from the clipboard: as text with tabs, and as an HTML table. */
export type CopiedTable = { text: string; html: string };

/**
 * The same instant in the zone, to the digit, as ISO 8601 with an offset; anything else as it is. A time of day without
 * an offset is of UTC, as rows are asked for.
 */
function inZone(text: string, zone: string): string {
  const isPlain = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}[\d:.,]*$/.test(text);
  try {
    return Temporal.Instant.from(isPlain ? `${text}Z` : text)
      .toZonedDateTimeISO(zone)
      .toString({ timeZoneName: "never" });
  } catch {
    return text;
  }
}

function cellText(value: unknown, writeText: (text: string) => string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return writeText(value);
  if (Array.isArray(value)) return value.map((member) => cellText(member, writeText)).join("; ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function tabbed(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function markup(cell: string): string {
  return escapedAttribute(cell).replaceAll("\n", "<br>");
}

function htmlRow(cells: readonly string[], tag: "td" | "th"): string {
  return `<tr>${cells.map((cell) => `<${tag}>${markup(cell)}</${tag}>`).join("")}</tr>`;
}

/** Rows under the words of their columns, with times in the zone. */
export function copiedTable(rows: readonly Row[], columns: readonly ViewColumn[], zone: string): CopiedTable {
  const header = columns.map((column) => columnHeader(column, zone));
  const plain = (text: string) => text;
  const timed = (text: string) => inZone(text, zone);
  const lines = rows.map((row) =>
    columns.map(({ field, kind, calendar }) => {
      // A day is the zone's own, and is written as it came.
      const isInstant = kind === "time" && !calendar;
      return harmless(cellText(row[field], isInstant ? timed : plain));
    }),
  );
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
export async function writeClipboard(table: CopiedTable | Promise<CopiedTable>): Promise<void> {
  const part = async (name: keyof CopiedTable, type: string) => new Blob([(await table)[name]], { type });
  await navigator.clipboard.write([
    new ClipboardItem({ "text/plain": part("text", "text/plain"), "text/html": part("html", "text/html") }),
  ]);
}
