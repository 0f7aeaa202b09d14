import { queryOptions } from "@tanstack/react-query";
import type { FieldRoles } from "../../contract/fields.ts";
import { conditionLeaves, countRequest, type FilterScope } from "../view/compile.ts";
import type { Pin } from "../view/pin.ts";
import type { FilterRole, View } from "../view/view.ts";
import type { Breakdown } from "./breakdown.ts";
import { breakDown, readCube, singleCount, totalOf } from "./cube.ts";
import { wholeQuery } from "./whole.ts";

/**
 * One role's breakdown from queries of its own: by value, and the population beside it. Needed where the small cube
 * cannot be added up: where an account answers an array-valued dimension member by member, so that one conversation
 * stands in several rows, and where a role means something only under a condition.
 */
export function separateBreakdown(role: FilterRole, scope: FilterScope, view: View, fields: FieldRoles, pin: Pin) {
  const field = fields.roles[role];
  const condition = conditionLeaves(field);
  const ask = (dimensions: string[], more = condition) =>
    wholeQuery(countRequest(view, fields, pin.window, dimensions, scope, more), pin.id);
  const byValue = ask(field ? [field.field] : []);
  const population = ask([], []);
  const covered = ask([]);
  return queryOptions({
    // With the scope: without a choice, chart and facet ask the same, and one list must not hold a query twice.
    queryKey: ["separate", role, scope, ...byValue.queryKey, ...population.queryKey],
    queryFn: async ({ client }): Promise<Breakdown> => {
      // Asked through the cache: the roles of one view share their population.
      const [rows, all, withRole] = await Promise.all([
        client.ensureQueryData(byValue),
        client.ensureQueryData(population),
        condition.length > 0 ? client.ensureQueryData(covered) : undefined,
      ]);
      const groups = readCube(rows, fields.roles);
      const broken = breakDown(role, groups);
      const count = singleCount(all, fields.roles);
      const without = withRole ? Math.max(0, count - singleCount(withRole, fields.roles)) : 0;
      const overlap = broken.overlap || totalOf(groups) + without > count;
      // An account that leaves conversations without a value out of the answer has at least so many of them.
      const unseen = count - (totalOf(groups) - broken.notSet);
      const notSet = Math.max(broken.notSet + without, unseen);
      return { ...broken, population: { kind: "all", count }, notSet, overlap };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
