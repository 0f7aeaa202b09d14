import { type ClockProof, fittingZones, likelyZones, offsetShowing, offsetsShowing } from "../time/likely-zones.ts";
import type { ClockCalls } from "./clock-calls.ts";
import type { ClockDoubt } from "./clock-doubt.ts";
import type { Shown } from "./listed.ts";
import { findOffset, fitsWindow, type OffsetSearch } from "./offset-search.ts";

/** What is found out in the course of a day. */
export type ClockState = {
  /** Rows of which the instant is known. */
  proofs: ClockProof[];
  /** How many calls may still be made. */
  calls: { left: number };
  /** Whether the filter is known to compare instants, so that it is the cells that are in another zone. */
  filterIsTrue: boolean;
};

/**
 * `own`: cells show the clocks of the first zone; several zones where they have been the same in all rows that were seen.
 * `range`: cells are in UTC, and the filter reads its values in the zone. `open`: neither was proven; the zones are those
 * that may be.
 */
export type ClockVerdict = { kind: "own" | "range" | "open"; zones: string[] };

const minuteMs = 60_000;

/** Milliseconds between two times that cells can tell apart. */
function stepOf(rows: readonly Shown[]): number {
  return rows.length > 2 && rows.every(({ wallMs }) => wallMs % minuteMs === 0) ? minuteMs : 1000;
}

/** By how much each zone's clocks are ahead where they show what a row shows. */
function offsetsIn(zones: readonly string[], { wallMs }: Shown): string {
  return zones.map((zone) => offsetShowing(zone, wallMs)).join();
}

/** The searches for one row, one after the other: the likeliest offset at one row, then any at another. */
function searchesFor(
  rows: readonly Shown[],
  zones: readonly string[],
  { doubt, calls, state, viewZone }: Asking,
): OffsetSearch[] {
  const [a, b] = [rows[Math.floor(rows.length / 2)], rows[Math.floor(rows.length / 3)]];
  if (!a || !b) return [];
  const { window, why } = doubt;
  // Where clocks are changed in the list, rows of the other side are ahead by something else.
  const isAhead = offsetsIn(zones, b);
  const common = {
    others: doubt.rows.filter((row) => offsetsIn(zones, row) === isAhead),
    step: stepOf(doubt.rows),
    calls: state.calls,
    ask: calls.list,
  };
  const likeliest = offsetShowing(zones[0] ?? "UTC", a.wallMs) ?? 0;
  const possible = offsetsShowing(zones, b.wallMs).filter(
    (offset) => !window || fitsWindow(offset, common.others, window, common.step),
  );
  const viewed = viewZone !== undefined && zones.includes(viewZone) ? offsetShowing(viewZone, b.wallMs) : undefined;
  return [
    ...(why === "odd" ? [] : [{ ...common, row: a, offsets: [likeliest], guesses: [] }]),
    { ...common, row: b, offsets: possible, guesses: viewed === undefined ? [] : [viewed] },
  ];
}

type Found = { row: Shown; offset: number };

async function firstFound(searches: readonly OffsetSearch[]): Promise<Found | undefined> {
  for (const search of searches) {
    const offset = await findOffset(search);
    if (offset !== undefined) return { row: search.row, offset };
  }
  return undefined;
}

/** Whether cells are in another zone, or the filter's values are read in one. Undefined where that cannot be told. */
async function sideOf({ row, offset }: Found, { calls, state }: Asking): Promise<"own" | "range" | undefined> {
  if (offset === 0 || state.filterIsTrue) return "own";
  if (state.calls.left === 0) return undefined;
  state.calls.left -= 1;
  const second = Math.floor((row.wallMs - offset) / 1000) * 1000;
  const isHeeded = await calls.heedsOffset({ from: second - minuteMs, to: second + 2 * minuteMs }, row);
  state.filterIsTrue = isHeeded === true;
  return isHeeded === undefined ? undefined : isHeeded ? "own" : "range";
}

type Asking = {
  doubt: ClockDoubt;
  calls: ClockCalls;
  state: ClockState;
  /** The zone that was taken to be the account's before, if any. */
  known: string | undefined;
  /** The zone that somebody looks at the account in. */
  viewZone: string | undefined;
};

/**
 * Finds out in which zone the times of a list are: it asks for a few seconds around a row and sees whether the row comes.
 * As long as the zones that fit would read a row of the list differently, it asks at such a row.
 */
export async function proveClocks(asking: Asking): Promise<ClockVerdict> {
  const { doubt, state, known, viewZone } = asking;
  const all = [known, "UTC", viewZone, ...likelyZones].filter((zone) => zone !== undefined);
  for (;;) {
    const zones = fittingZones(all, state.proofs);
    const open = doubt.rows.filter(({ wallMs }) => offsetsShowing(zones, wallMs).length !== 1);
    if (open.length === 0 && zones.length > 0) return { kind: "own", zones };
    const found = doubt.canAsk ? await firstFound(searchesFor(open, zones, asking)) : undefined;
    const side = found && (await sideOf(found, asking));
    if (!found || !side) return { kind: "open", zones: state.proofs.length > 0 ? zones : [] };
    const read = found.row.wallMs - found.offset;
    if (side === "range") {
      return { kind: "range", zones: fittingZones(all, [{ wallMs: read, ms: found.row.wallMs }]) };
    }
    state.proofs.push({ wallMs: found.row.wallMs, ms: read });
  }
}
