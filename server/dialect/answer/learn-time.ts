import { wallClock } from "../time/wall-clock.ts";
import { grainLength } from "./grain-length.ts";
import { bareName } from "./keys.ts";
import { type Asked, entryOf, partsOfReading, type Readings, type TimeReading } from "./readings.ts";
import { cellsZone } from "./time-cell.ts";
import { type ColumnVerdict, readTimeColumn, type TimeColumn } from "./time-column.ts";

/** Texts and the digits of numbers; undefined where a cell is neither. Databases write no time as zero. */
function timeTexts(cells: readonly unknown[]): string[] | undefined {
  const some = cells.filter((cell) => cell !== 0 && cell !== "0");
  const isText = (cell: unknown) => typeof cell === "string" || typeof cell === "number";
  return some.every(isText) ? some.map(String) : undefined;
}

function columnOf(field: string, asked: Asked): TimeColumn {
  const { grains, telling, window } = asked;
  const kind = grains.has(field) ? "grain" : "plain";
  const zone = cellsZone(kind, asked);
  const name = telling.get(field) ?? field;
  // The grains of a time have its name and something behind it.
  const isOfWindow =
    window && (window.field === field || (kind === "grain" && bareName(name).startsWith(bareName(window.field))));
  const length = kind === "grain" ? grainLength(name) : undefined;
  // A bucket that reaches over the end of the window ends behind it.
  const behind = asked.ends?.has(field) ? (length?.ms ?? 0) : 0;
  return {
    kind,
    clock: wallClock(zone),
    isUtc: zone === "UTC",
    window: isOfWindow ? { ...window, to: window.to + behind } : undefined,
    length,
  };
}

function saysOffset(reading: TimeReading): boolean {
  const frame = partsOfReading(reading)?.frame;
  return frame === "stated" || frame === "false";
}

/** What is believed of a column after an answer: what was known stays until cells rule it out. */
function settle(known: TimeReading | undefined, verdict: ColumnVerdict | undefined): TimeReading | undefined {
  if (!verdict) return known;
  const { reading, isSure, isUsual } = verdict;
  const isAlike =
    known !== undefined &&
    partsOfReading(known)?.form === partsOfReading(reading)?.form &&
    saysOffset(known) === saysOffset(reading);
  if (isAlike && !isSure) return known;
  if (!isUsual) return reading;
  return isAlike ? undefined : known;
}

/** An account that writes a false Z into one time does so in each grain; cells of days alone could not prove it. */
function withProof(column: TimeColumn, verdict: ColumnVerdict | undefined, known: Readings): ColumnVerdict | undefined {
  const form = partsOfReading(verdict?.reading)?.form;
  const isOpen = verdict && !verdict.isSure && verdict.reading.endsWith(":stated") && column.kind === "grain";
  if (!form || !isOpen) return verdict;
  const reading: TimeReading = `${form}:false`;
  return Object.values(known.times).includes(reading) ? { reading, isSure: false, isUsual: false } : verdict;
}

/**
 * What is believed of how a time's cells are written after an answer; undefined where they are as the rest of Earshot
 * reads them.
 *
 * @param cells what JSON says of the cells; none null or empty.
 */
export function learnTime(
  field: string,
  cells: readonly unknown[],
  asked: Asked,
  known: Readings,
): TimeReading | undefined {
  const column = columnOf(field, asked);
  const texts = timeTexts(cells);
  const verdict = texts && withProof(column, readTimeColumn(texts, column), known);
  return settle(entryOf(known.times, field), verdict);
}
