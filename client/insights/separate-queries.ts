import { type FieldRoles, standsApart } from "../../contract/fields.ts";
import type { Async } from "../api/async.ts";
import type { FilterScope } from "../view/compile.ts";
import { type FilterRole, filterRoles, type View } from "../view/view.ts";
import type { Breakdown } from "./breakdown.ts";

/** For each role what its chart shows (every filter applied) and what its facet shows (every filter but its own). */
export type Breakdowns = {
  charts: Record<FilterRole, Async<Breakdown>>;
  facets: Record<FilterRole, Async<Breakdown>>;
};

export type SeparateQuery = { role: FilterRole; purpose: keyof Breakdowns; scope: FilterScope };

/** Roles whose members can stand side by side in one cube: those of the home cube that need no condition to hold. */
export function jointRoles(fields: FieldRoles): FilterRole[] {
  return filterRoles.filter((role) => {
    const own = fields.roles[role];
    return own !== undefined && !standsApart(own, fields);
  });
}

/**
 * Which breakdowns the cube cannot give for this view, so that they need queries of their own: those of a role that
 * stands apart, and all of them when the cube's rows cannot be added up or a filter of the view is not in the cube. Values
 * that are left out are left out of the cube already, but a role's own facet has to show them.
 */
export function separateQueries(view: View, fields: FieldRoles, cubeAddsUp: boolean): SeparateQuery[] {
  const joint = jointRoles(fields);
  const apartChosen = filterRoles.some((role) => !joint.includes(role) && view.chosen[role].length > 0);
  const all = filterRoles.filter((role) => fields.roles[role]);
  const roles = cubeAddsUp && !apartChosen ? all.filter((role) => !joint.includes(role)) : all;
  const leavesOut = (role: FilterRole) => view.excluded[role].length > 0 || view.notSet.includes(role);
  const own = all.filter((role) => !roles.includes(role) && leavesOut(role));
  return [
    ...roles.map((role): SeparateQuery => ({ role, purpose: "charts", scope: { kind: "all" } })),
    ...[...roles, ...own].map((role): SeparateQuery => ({ role, purpose: "facets", scope: { kind: "except", role } })),
  ];
}
