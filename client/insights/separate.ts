import { queryOptions } from "@tanstack/react-query";
import { mayBeEstimates } from "../../contract/checks.ts";
import type { FieldRoles } from "../../contract/fields.ts";
import { roles } from "../../contract/roles.ts";
import { allPagesQuery } from "../api/all-pages.ts";
import { inexactCounts, joinTold, roundingSlack, roundingStep, type Told, toldOfMembers } from "../api/told.ts";
import { conditionLeaves, countRequest, type FilterScope } from "../view/compile.ts";
import type { Pin } from "../view/pin.ts";
import type { FilterRole, View } from "../view/view.ts";
import type { Breakdown } from "./breakdown.ts";
import { anyValueLeaf, breakDown, provesWhole, readCube, singleCount, totalOf } from "./cube.ts";
import { estimateQuery } from "./estimate.ts";

/**
 * One role's breakdown from queries of its own: by value, and the population beside it. Needed where the small cube
 * cannot be added up: where an account answers an array-valued dimension member by member, so that one conversation
 * stands in several rows, and where a role means something only under a condition.
 *
 * How many conversations have a value at all is asked for too, unless the answer says it. It tells conversations with
 * several values from those that the answer leaves out because they have none: where both occur, one hides the other.
 * Those without a value are the rest, whether some of them have a row, as nulls may, or not, as empty arrays. Where rows
 * could not be read, the rest may have values that are in those, unless the rows that are left hold every conversation.
 *
 * @param isEstimate whether the account is known to estimate its counts: a few more are then not several values of one,
 * and what is held against something else, as those without a value are, is counted in parts where that is nearer.
 */
export function separateBreakdown(
  role: FilterRole,
  scope: FilterScope,
  view: View,
  fields: FieldRoles,
  pin: Pin,
  isEstimate: boolean,
) {
  const name = fields.roles[role]?.field ?? "";
  const condition = conditionLeaves(fields.roles[role]);
  const ask = (dimensions: string[], more = condition) =>
    allPagesQuery(countRequest(view, fields, pin.window, dimensions, scope, more), pin.id);
  const byValue = ask(name ? [name] : []);
  const population = ask([], []);
  return queryOptions({
    // With the scope: without a choice, chart and facet ask the same, and one list must not hold a query twice.
    queryKey: ["separate", role, scope, isEstimate, ...byValue.queryKey, ...population.queryKey],
    queryFn: async ({ client }): Promise<Breakdown> => {
      // Asked through the cache: the roles of one view share their population.
      const [{ rows, told }, all] = await Promise.all([client.fetchQuery(byValue), client.fetchQuery(population)]);
      const groups = readCube(rows, fields.roles);
      const broken = breakDown(role, groups);
      const near = isEstimate ? await client.fetchQuery(estimateQuery(view, fields, pin, scope)) : null;
      const count = near?.found ?? singleCount(all.rows, fields.roles);
      const isCapped = inexactCounts(told)?.kind === "capped";
      const having = async (): Promise<{ some: number; of?: Told }> => {
        if (broken.entries.length === 0) return { some: 0 };
        // Of figures that end at a cap, only one that stands for itself says anything.
        if (isCapped) return { some: Math.max(0, count - broken.notSet) };
        // Whole arrays are of different conversations, and those that no row has have none.
        if (condition.length === 0 && provesWhole(rows, [name])) {
          const total = totalOf(groups);
          // A sum of rounded groups is off by more than the one of those without a value.
          if (roundingStep(told) !== undefined) return { some: Math.max(0, count - broken.notSet) };
          return { some: (isEstimate && mayBeEstimates(total, count) ? count : total) - broken.notSet };
        }
        const any = ask([...(near?.by ?? [])], [...condition, anyValueLeaf(name, role, groups)]);
        const answer = await client.fetchQuery(any);
        return { some: totalOf(readCube(answer.rows, fields.roles)), of: answer.told };
      };
      const { some, of } = await having();
      const answered = { ...joinTold([told, all.told, of]), ...(near ? { near } : {}) };
      const isOnce = provesWhole(rows, [name]) || !roles[role].several;
      const isNobodys = isCapped && broken.notSet === 0;
      const restUnknown = isNobodys || (answered.lost > 0 && !(isOnce && totalOf(groups) === count));
      const found = broken.entries.reduce((sum, entry) => sum + entry.count, 0);
      const isOver =
        !of?.lost &&
        found - some > roundingSlack(told, groups.length + 1) &&
        !(isEstimate && mayBeEstimates(found, some));
      // Its facet, which is not filtered by the role, shows what a filter hides: it is asked for anyway.
      const isMember = roles[role].several && !provesWhole(rows, [name]);
      const isFiltered = scope.kind === "all" && isMember && view.chosen[role].length > 0;
      const own = () => separateBreakdown(role, { kind: "except", role }, view, fields, pin, isEstimate);
      const facet = isFiltered ? await client.fetchQuery(own()).catch(() => undefined) : undefined;
      return {
        ...broken,
        population: { kind: "all", count },
        notSet: Math.max(0, count - some),
        restUnknown,
        overlap: broken.overlap || isOver,
        takenApart: !broken.overlap && isOver,
        told: facet?.takenApart
          ? toldOfMembers(
              answered,
              role,
              broken.entries.map(({ key }) => key),
              view,
            )
          : answered,
      };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
