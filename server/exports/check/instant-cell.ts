import type { InsightsQueryRequest } from "../../../contract/query.ts";

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
  if (cell === undefined || cell[0] !== 0x22) return undefined;
  const [, date, time, fraction = "", offset] = instant.exec(cell.toString("utf8", 1, cell.length - 1)) ?? [];
  if (!date || (offset === undefined && !isInUtc(request))) return undefined;
  const zone = offset === undefined ? "Z" : offset.toUpperCase().replace(/^([+-]\d\d)$/, "$1:00");
  const milliseconds = Date.parse(`${date}T${time}.${fraction.padEnd(3, "0").slice(0, 3)}${zone}`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
