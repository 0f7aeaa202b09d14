import type { Row } from "../../../../contract/page.ts";
import { instantWriter } from "../../instant.ts";
import { clockMs, clockReader } from "../../wall-clock.ts";
import { cellText, isLookalike, isPlainNumber } from "../cells/cell.ts";
import { ExactNumber, isDouble } from "../cells/exact.ts";
import { type WrittenColumn, writtenColumns } from "../cells/written-columns.ts";
import type { RenderPlan } from "../format.ts";
import { dateSerial, durationSerial, hasFraction } from "./serial.ts";
import { type SheetCell, styles } from "./sheet-xml.ts";

/** The most characters that Excel takes in a cell; a longer one makes it call the file damaged. */
export const longestCell = 32_767;
const cutMark = "… (cut)";

/** What cells could not say: those that Excel cannot hold whole, and dates of an hour that clocks repeat. */
export type SheetNotes = { cutCells: number; repeatedTimes: number };

/** Turns rows into cells, and counts what those could not say. */
export type SheetCells = { headings: SheetCell[]; of(row: Row): SheetCell[]; notes(): SheetNotes };

/** The digits of a number that a cell holds exactly: accounts write numbers as text, too. */
function cellDigits(value: unknown, { type }: WrittenColumn): string | undefined {
  if (type === "id" || type === "text") return undefined;
  if (typeof value === "number") return String(value);
  const text = value instanceof ExactNumber ? value.text : value;
  const isNumber = value instanceof ExactNumber || type === "number";
  return isNumber && typeof text === "string" && isPlainNumber(text) && isDouble(text) ? text : undefined;
}

export function sheetCells(plan: RenderPlan): SheetCells {
  const { zone, options } = plan;
  const columns = writtenColumns(plan);
  const writeInstant = instantWriter(zone);
  const readClock = clockReader(zone);
  const notes = { cutCells: 0, repeatedTimes: 0 };

  function text(value: string, style?: number): SheetCell {
    const styled = style ? { style } : {};
    if (value.length <= longestCell) return { kind: "text", text: value, ...styled };
    notes.cutCells += 1;
    return { kind: "text", text: value.slice(0, longestCell - cutMark.length) + cutMark, ...styled };
  }

  /** An instant or a day as a date; undefined for what is neither, and for days before spreadsheets have any. */
  function date(value: unknown): SheetCell | undefined {
    if (typeof value !== "string") return undefined;
    const isDay = value.length === 10;
    const clock = isDay ? undefined : readClock(value);
    const ms = isDay ? clockMs(value, "00:00:00") : clock?.ms;
    const serial = ms === undefined ? undefined : dateSerial(ms);
    if (serial === undefined) return undefined;
    if (clock?.repeated) notes.repeatedTimes += 1;
    const withClock = hasFraction(serial) ? styles.timeWithMs : styles.time;
    return { kind: "number", text: String(serial), style: isDay ? styles.day : withClock };
  }

  function number(digits: string, { unit }: WrittenColumn): SheetCell {
    const serial = unit === undefined ? undefined : durationSerial(Number(digits), unit);
    if (serial === undefined) return { kind: "number", text: digits };
    return {
      kind: "number",
      text: String(serial),
      style: hasFraction(serial) ? styles.durationWithMs : styles.duration,
    };
  }

  function cell(value: unknown, column: WrittenColumn): SheetCell {
    if (value === null || value === undefined) return { kind: "empty" };
    const { type, times } = column;
    const isText = type === "id" || type === "text";
    if (typeof value === "boolean" && !isText) return { kind: "boolean", value };
    const digits = cellDigits(value, column);
    if (digits !== undefined) return number(digits, column);
    const dated = type === "time" && times === "spreadsheet" ? date(value) : undefined;
    if (dated) return dated;
    const written = cellText(value, {
      arrayMark: options.arrayMark,
      writeText: type === "time" ? writeInstant : undefined,
    });
    // In a cell of text, what looks like a number stays text when somebody edits it.
    return text(written, isText || isLookalike(written) ? styles.text : undefined);
  }

  return {
    headings: columns.map(({ header }) => text(header, styles.heading)),
    of: (row) =>
      columns.map((column) => cell(Object.hasOwn(row, column.field) ? row[column.field] : undefined, column)),
    notes: () => ({ ...notes }),
  };
}
