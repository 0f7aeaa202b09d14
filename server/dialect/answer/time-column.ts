import { readForm, type TimeForm, timeForms } from "../time/forms.ts";
import type { Wall } from "../time/wall.ts";
import { startsDay, type WallClock } from "../time/wall-clock.ts";
import type { GrainLength } from "./grain-length.ts";
import type { TimeFrame, TimeReading } from "./readings.ts";
import { instantIn } from "./time-cell.ts";

/** What is known of a column of times before its cells are looked at. */
export type TimeColumn = {
  kind: "plain" | "grain";
  /** The clocks of the zone that was asked; undefined where Node does not know the zone. */
  clock: WallClock | undefined;
  /** Whether that zone is UTC, so that no two frames differ. */
  isUtc: boolean;
  /** The window that the cells were filtered by, if it is on this time. */
  window: { from: number; to: number } | undefined;
  /** How long a bucket lasts, of a grain that tells. */
  length: GrainLength | undefined;
};

/** How the cells of a column are written. */
export type ColumnVerdict = {
  reading: TimeReading;
  /** Whether the cells themselves rule every other reading out. */
  isSure: boolean;
  /** Whether the cells may stay as they are. */
  isUsual: boolean;
};

const usualInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const usualWall = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/;

/** Filters may count their end in, and may drop fractions of a second. */
const slack = 1000;
/** A filter that is read in another zone is off by less than this; two ways to read a date are weeks apart. */
const wideSlack = 26 * 3_600_000;

/** Whether a time, or a bucket that begins with it, lies in the window; undefined where there is none to hold it against. */
function inWindow({ kind, window, length }: TimeColumn, ms: number, tolerance: number): boolean | undefined {
  if (!window || (kind === "grain" && !length)) return undefined;
  const end = ms + (length?.ms ?? 0);
  return end > window.from - tolerance && ms <= window.to + tolerance;
}

function areAllWithin(
  column: TimeColumn,
  walls: readonly Wall[],
  frame: TimeFrame,
  tolerance = slack,
): boolean | undefined {
  let known: boolean | undefined;
  for (const wall of walls) {
    const ms = instantIn(frame, wall, column.clock);
    known = ms === undefined ? false : inWindow(column, ms, tolerance);
    if (!known) return known;
  }
  return known;
}

/** Whether every bucket begins where a day of the zone does, as days, weeks and months do. */
function areAllAligned({ kind, length, clock }: TimeColumn, walls: readonly Wall[], frame: TimeFrame): boolean {
  if (kind !== "grain" || !length?.isCalendar || !clock) return false;
  return walls.every((wall) => {
    const ms = instantIn(frame, wall, clock);
    return ms !== undefined && startsDay(clock, ms);
  });
}

/** The frames that cells can be in: what they seem to say first. Undefined where they do not all say the same. */
function possibleFrames(walls: readonly Wall[]): [usual: TimeFrame, other: TimeFrame] | undefined {
  if (walls.every(({ offset }) => offset === undefined)) return ["asked", "utc"];
  return walls.every(({ offset }) => offset !== undefined) ? ["stated", "false"] : undefined;
}

/** The frame that the cells prove, or the one that they seem to be in. */
function chooseFrame(
  column: TimeColumn,
  walls: readonly Wall[],
  [usual, other]: [TimeFrame, TimeFrame],
): { frame: TimeFrame; isSure: boolean } {
  const usualFits = areAllWithin(column, walls, usual);
  const otherFits = areAllWithin(column, walls, other);
  if (usualFits === true && otherFits === false) return { frame: usual, isSure: true };
  if (otherFits === true && usualFits === false) return { frame: other, isSure: true };
  // A day that seems to begin where days of UTC do can also be one of UTC: then Z is true, and the zone was not taken.
  const isAligned = areAllAligned(column, walls, usual);
  const otherAligned = usual === "asked" && areAllAligned(column, walls, other);
  if (isAligned !== otherAligned) return { frame: isAligned ? usual : other, isSure: true };
  return { frame: usual === "asked" ? "open" : usual, isSure: false };
}

/** The forms in which every cell can be read. Of two orders of day and month, those that come near the window. */
function possibleForms(cells: readonly string[], column: TimeColumn): { form: TimeForm; walls: Wall[] }[] {
  const read = timeForms.flatMap((form) => {
    const walls: Wall[] = [];
    for (const cell of cells) {
      const wall = readForm(form, cell);
      if (!wall) return [];
      walls.push(wall);
    }
    return [{ form, walls }];
  });
  const isCertain = read.length === 1 && !read[0]?.form.startsWith("epoch");
  if (isCertain) return read;
  return read.filter(({ walls }) => {
    const frames = possibleFrames(walls);
    return frames && areAllWithin(column, walls, frames[1] === "utc" ? "utc" : frames[0], wideSlack) !== false;
  });
}

/**
 * Finds out how the cells of a time are written. Every cell has to fit: undefined where one does not, and where dates
 * could be read in two ways.
 *
 * @param cells texts, and the digits of numbers; none empty.
 */
export function readTimeColumn(cells: readonly string[], column: TimeColumn): ColumnVerdict | undefined {
  if (cells.length === 0) return undefined;
  // What most accounts write, in what most queries ask for: it need not be read to be left as it is.
  if (column.kind === "plain" && column.isUtc && cells.every((cell) => usualInstant.test(cell))) {
    return { reading: "iso:stated", isSure: false, isUsual: true };
  }
  const [found, ...others] = possibleForms(cells, column);
  const frames = found && possibleFrames(found.walls);
  if (!found || !frames || others.length > 0) return undefined;
  const { frame, isSure } = chooseFrame(column, found.walls, frames);
  const reading: TimeReading = `${found.form}:${frame}`;
  if (column.kind === "plain" && !found.walls.every(({ hasClock }) => hasClock)) {
    return undefined;
  }
  const usual = frame === "stated" ? usualInstant : usualWall;
  const mayStay = frame === "stated" || (column.kind === "grain" && (frame === "asked" || frame === "open"));
  return { reading, isSure, isUsual: mayStay && found.form === "iso" && cells.every((cell) => usual.test(cell)) };
}
