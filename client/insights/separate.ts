import { queryOptions } from "@tanstack/react-query";
import type { FieldRoles } from "../../contract/fields.ts";
import { conditionLeaves, countRequest, type FilterScope } from "../view/compile.ts";
import type { Pin } from "../view/pin.ts";
import type { FilterRole, View } from "../view/view.ts";
import type { Breakdown } from "./breakdown.ts";
import { anyValueLeaf, breakDown, readCube, singleCount } from "./cube.ts";
import { wholeQuery } from "./whole.ts";

/**
 * One role's breakdown from queries of its own: by value, and the population beside it. Needed where the small cube
 * cannot be added up: where an account answers an array-valued dimension member by member, so that one conversation
 * stands in several rows, and where a role means something only under a condition.
 *
 * How many conversations have a value at all is asked for too, unless the answer says it. It tells conversations with
 * several values from those that the answer leaves out because they have none: where both occur, one hides the other.
 */
export function separateBreakdown(role: FilterRole, scope: FilterScope, view: View, fields: FieldRoles, pin: Pin) {
  const field = fields.roles[role];
  const condition = conditionLeaves(field);
  const ask = (dimensions: string[], more = condition) =>
    wholeQuery(countRequest(view, fields, pin.window, dimensions, scope, more), pin.id);
  const byValue = ask(field ? [field.field] : []);
  const population = ask([], []);
  return queryOptions({
    // With the scope: without a choice, chart and facet ask the same, and one list must not hold a query twice.
    queryKey: ["separate", role, scope, ...byValue.queryKey, ...population.queryKey],
    queryFn: async ({ client }): Promise<Breakdown> => {
      // Asked through the cache: the roles of one view share their population.
      const count = async (query: ReturnType<typeof ask>) =>
        singleCount(await client.ensureQueryData(query), fields.roles);
      const [rows, all, covered] = await Promise.all([
        client.ensureQueryData(byValue),
        count(population),
        condition.length > 0 ? count(ask([])) : undefined,
      ]);
      const groups = readCube(rows, fields.roles);
      const broken = breakDown(role, groups);
      const having = (): number | Promise<number> => {
        if (covered !== undefined) return covered - broken.notSet;
        if (broken.notSet > 0) return all - broken.notSet;
        if (broken.entries.length === 0) return 0;
        return count(ask([], [anyValueLeaf(field?.field ?? "", role, groups)]));
      };
      const some = await having();
      const counted = broken.entries.reduce((sum, entry) => sum + entry.count, 0);
      const overlap = broken.overlap || counted > some;
      return { ...broken, population: { kind: "all", count: all }, notSet: Math.max(0, all - some), overlap };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
