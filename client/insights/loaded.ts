import type { FieldRoles, Roles } from "../../contract/fields.ts";
import type { Row } from "../../contract/page.ts";
import { rowsZone } from "../view/asked-zone.ts";
import type { Pin } from "../view/pin.ts";
import type { FilterRole } from "../view/view.ts";
import type { Breakdown } from "./breakdown.ts";
import { trendGrain } from "./buckets.ts";
import { breakDown, type CubeGroup, readMembers } from "./cube.ts";
import { readTrend, trendRow } from "./read-trend.ts";
import type { Trend } from "./trend.ts";
import { perRole } from "./wanted.ts";

/** The rows loaded so far as groups of one conversation each. */
function loadedGroups(rows: readonly Row[], roles: Roles): CubeGroup[] {
  return rows.map((row) => ({ count: 1, members: readMembers(row, roles) }));
}

/**
 * What the loaded rows say of each role, for accounts without a measure that counts conversations. The population
 * says `loaded`, and so does the screen.
 */
export function loadedBreakdowns(rows: readonly Row[], roles: Roles): Record<FilterRole, Breakdown> {
  const groups = loadedGroups(rows, roles);
  return perRole((role) => breakDown(role, groups, "loaded"));
}

/** The loaded rows over time. @throws InsightsError when a time cannot be read. */
export function loadedTrend(
  rows: readonly Row[],
  { roles, grains }: Pick<FieldRoles, "roles" | "grains">,
  pin: Pin,
  zone: string,
): Trend {
  const shown = roles.time?.shown ?? "";
  const read = rows.map((row) => trendRow(row, 1, shown, roles));
  const cellZone = rowsZone([shown], zone, grains);
  const frame = { window: pin.window, zone, cellZone, grain: trendGrain(pin.window), kind: "loaded" } as const;
  return readTrend(read, frame, roles.sentiment !== undefined);
}
