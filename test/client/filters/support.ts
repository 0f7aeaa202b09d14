import type { Async } from "../../../client/api/async.ts";
import type { Addable } from "../../../client/filters/more/addable.ts";
import type { Breakdown, BreakdownEntry } from "../../../client/insights/breakdown.ts";
import type { FilterRole } from "../../../client/view/view.ts";
import { findFields } from "../../../contract/fields.ts";

/** A value with its spellings, the first of which is the one that is shown. */
export function entry(count: number, ...spellings: string[]): BreakdownEntry {
  return { key: spellings[0]?.toLowerCase() ?? "", spellings, count };
}

export function breakdown(role: FilterRole, entries: readonly BreakdownEntry[], notSet = 0): Breakdown {
  return { role, population: { kind: "all", count: 12 }, entries, notSet, overlap: false };
}

export function ready(data: Breakdown, updating = false): Async<Breakdown> {
  return { status: "ready", data, updating };
}

/** The instant of an ISO text, in milliseconds since 1970. */
export function at(iso: string): number {
  return Date.parse(iso);
}

/** ICU sets thin and narrow spaces around dashes, and which ones changes between versions. */
export function plainSpaces(text: string): string {
  return text.replace(/[\u2009\u202f\u00a0]/g, " ");
}

/** An account whose fields all have a filter of their own. */
export const noOthers: Addable = {
  columns: [],
  fields: findFields({ cubes: [] }),
  pin: { id: 1, at: 0, window: { from: 0, to: 1 } },
  loadedRows: () => [],
};
