import type { Roles } from "../../contract/fields.ts";
import type { Row } from "../../contract/page.ts";
import { perCubeRole } from "../../contract/roles.ts";
import type { FilterRole } from "../view/view.ts";
import type { Breakdown } from "./breakdown.ts";
import { breakDown, type CubeGroup, readMembers } from "./cube.ts";

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
  return perCubeRole((role) => breakDown(role, groups, "loaded"));
}
