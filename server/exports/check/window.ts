import { type Instants, isWithin } from "../../../contract/checks.ts";
import type { ExportCheck } from "../../../contract/export-check.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { fingerprintSet } from "../snapshot/fingerprints.ts";
import { cellPlaces } from "../snapshot/row-cells.ts";
import { instantOf, minuteReader } from "./instant-cell.ts";

/** So far outside a row can come to be by an end that is counted in or by dropped fractions of a second. */
const nearMs = 1000;

/** Leaves out the rows whose time is outside the window that was asked for. */
export type WindowSieve = {
  within(row: Buffer): boolean;
  /** The rows within; the conversations of the others are counted in the check, each once. */
  sift(rows: readonly Buffer[]): Buffer[];
};

/** Rows whose time cannot be read are within. */
export function windowSieve(check: ExportCheck | undefined, request: InsightsQueryRequest): WindowSieve {
  const time = check?.time;
  if (!check || !time) return { within: () => true, sift: (rows) => [...rows] };
  const window: Instants = { from: Date.parse(time.from), to: Date.parse(time.to) };
  const cells = cellPlaces([check.id, time.field]);
  const isSurelyWithin = minuteReader(window);
  const left = fingerprintSet();

  /** What of a row is outside; undefined where it is within. */
  function outside(row: Buffer): { key: Buffer; isAstray: boolean } | undefined {
    cells.read(row);
    const { bytes } = cells;
    const [fromId = -1, from = -1] = cells.from;
    const [toId = -1, to = -1] = cells.to;
    if (from < 0 || isSurelyWithin(bytes, from, to)) return undefined;
    const at = instantOf(bytes.subarray(from, to), request);
    if (at === undefined || isWithin(window, at)) return undefined;
    return {
      key: fromId < 0 ? row : bytes.subarray(fromId, toId),
      isAstray: at < window.from - nearMs || at > window.to + nearMs,
    };
  }

  return {
    within: (row) => outside(row) === undefined,
    sift: (rows) =>
      rows.filter((row) => {
        const found = outside(row);
        if (found && left.add(found.key)) {
          check.leftOut += 1;
          if (found.isAstray) check.astray += 1;
        }
        return !found;
      }),
  };
}
