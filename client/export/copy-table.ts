import { Temporal } from "temporal-polyfill";
import { harmless } from "../../contract/formulas.ts";
import type { Row } from "../../contract/page.ts";
import { type CopiedTable, tableToCopy } from "../format/copied-table.ts";
import type { ViewColumn } from "../view/columns.ts";
import { columnHeader } from "./export-column.ts";

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
  return tableToCopy(header, lines);
}
