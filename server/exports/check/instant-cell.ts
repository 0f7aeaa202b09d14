import type { Instants } from "../../../contract/checks.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";

const quote = 0x22;
const instant = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d(?::?\d\d)?)?$/;
/** A cell without an offset is in the zone that the query asked for, which is sure of this one only. */
const utc: ReadonlySet<string> = new Set(["UTC", "Etc/UTC", "Z"]);

/** Whether cells without an offset are instants: those of a query in UTC are, whatever zone an account writes them in. */
function isInUtc({ properties }: InsightsQueryRequest): boolean {
  return utc.has(properties?.timezone ?? "UTC");
}

/**
 * The instant of a time cell in whole milliseconds since 1970, fractions of one dropped; undefined where the cell is no
 * time, or one without an offset in a zone whose meaning differs between accounts.
 *
 * @param cell the JSON of the cell.
 */
export function instantOf(cell: Buffer | undefined, request: InsightsQueryRequest): number | undefined {
  if (cell === undefined || cell[0] !== quote) return undefined;
  const [, date, time, fraction = "", offset] = instant.exec(cell.toString("utf8", 1, cell.length - 1)) ?? [];
  if (!date || (offset === undefined && !isInUtc(request))) return undefined;
  const zone = offset === undefined ? "Z" : offset.toUpperCase().replace(/^([+-]\d\d)$/, "$1:00");
  const milliseconds = Date.parse(`${date}T${time}.${fraction.padEnd(3, "0").slice(0, 3)}${zone}`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/** Characters of a date and a time up to the minute, and the quote before them. */
const minuteLength = 17;
const letterZ = 0x5a;

/**
 * Tells whether time cells are within two instants, reading as little of each as that needs: rows come in the order of
 * their times more often than not, so the minute is mostly that of the row before, and all of a minute is mostly within.
 */
export function minuteReader({ from, to }: Instants): (bytes: Buffer, at: number, end: number) => boolean {
  const held = Buffer.alloc(minuteLength);
  let isWithin = false;
  return (bytes, at, end) => {
    if (bytes[end - 2] !== letterZ) return false;
    let same = 0;
    while (same < minuteLength && bytes[at + same] === held[same]) same += 1;
    if (same < minuteLength) {
      bytes.copy(held, 0, at, at + minuteLength);
      const start = Date.parse(`${held.toString("latin1", 1)}:00Z`);
      isWithin = start >= from && start + 61_000 <= to;
    }
    return isWithin;
  };
}
