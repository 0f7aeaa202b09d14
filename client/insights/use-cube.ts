import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { type CountCheck, checkCount, mayBeEstimates } from "../../contract/checks.ts";
import type { FieldRoles } from "../../contract/fields.ts";
import { countRequest } from "../view/compile.ts";
import type { Pin } from "../view/pin.ts";
import { filterRoles, type View } from "../view/view.ts";
import { hasFailed } from "./async.ts";
import { anyValueLeaf, type CubeGroup, provesWhole, readCount, readCube, totalOf, valuesOf } from "./cube.ts";
import { isRefused } from "./errors.ts";
import { isLacking, joinTold, type Told } from "./told.ts";
import { jointRoles } from "./wanted.ts";
import { type ReadRows, refusableQuery, wholeQuery } from "./whole.ts";

/**
 * The small cube, what its window holds, and whether its rows are those conversations, each once. `isEstimate`: the
 * account estimates its counts, so that they are near each other and not the same.
 */
export type KnownCube = {
  groups: readonly CubeGroup[];
  count: number;
  addsUp: boolean;
  isEstimate: boolean;
  told: Told;
};

type Answered = { told: Told };

/** Whether figures differ from a count as estimates do, and not for rows that could not be read. */
function mayBeEstimate(read: Answered | undefined, check: CountCheck | undefined): boolean {
  if (!read || !check) return false;
  return mayBeEstimates(check.found, check.counted) && !isLacking(read.told, check);
}

/** Whether the counts by day are another number, for another reason than rows that could not be read. */
function isOffFrom(days: (Answered & { count: number }) | undefined, counted: number | undefined): boolean {
  if (!days || counted === undefined || days.count === counted) return false;
  return !isLacking(days.told, { found: days.count, counted });
}

/** Whether a cube does not add up for another reason than rows of it that could not be read. */
export function isOff(known: KnownCube | undefined): known is KnownCube {
  return known?.addsUp === false && known.told.lost === 0;
}

/** Whether an account seems to take lists apart: its cube does not add up, and no group has two values of a role. */
export function isTakenApart(known: KnownCube | undefined): boolean {
  if (!isOff(known)) return false;
  return known.groups.every(({ members }) => filterRoles.every((role) => members[role].length < 2));
}

/**
 * The small cube of the time range and, beside it, how many conversations the range holds. Neither depends on the
 * chosen values, so that ticking a filter asks for neither again. While those of another range are on their way, the
 * former two stay, together: one held against the other's range would seem not to add up.
 *
 * An account that answers arrays member by member gives a conversation with two channels two rows, and may give one
 * without a language none. Both at once can add up by chance. So where the answer itself does not show that no
 * conversation is left out, it is asked how many have a value everywhere, which is held against the rows that have one.
 *
 * An account may refuse so many fields at once, or what else the cube needs. Then nothing is known and nothing has failed
 * (`refused`): each role can be asked for on its own.
 *
 * Where the two differ by so little that counts may be estimates, they are held against the count by day: no
 * conversation has two days, so counts that are exact add up to the whole. Where lists come whole, a cube of more
 * conversations than there are is proof enough. What is short where rows could not be read is no estimate.
 */
export function useCube(view: View, fields: FieldRoles, pin: Pin) {
  const { roles } = fields;
  const joint = jointRoles(fields);
  const dimensions = useMemo(() => jointRoles(fields).flatMap((role) => fields.roles[role]?.field ?? []), [fields]);
  const requestOf = (by: readonly string[], leaves: ReturnType<typeof anyValueLeaf>[] = []) =>
    countRequest(view, fields, pin.window, by, { kind: "none" }, leaves);
  const ask = (...of: Parameters<typeof requestOf>) => wholeQuery(requestOf(...of), pin.id);
  const enabled = roles.count !== undefined;
  const readGroups = useCallback(
    (answer: ReadRows | "refused") => {
      if (answer === "refused") return answer;
      const { rows, told } = answer;
      return { groups: readCube(rows, roles), isWhole: provesWhole(rows, dimensions), told };
    },
    [roles, dimensions],
  );
  const readTotal = useCallback(
    ({ rows, told }: ReadRows) => ({
      count: rows.reduce((sum, row) => sum + readCount(row, roles.count?.field ?? ""), 0),
      told,
    }),
    [roles],
  );
  const cube = useQuery({ ...refusableQuery(requestOf(dimensions), pin.id), enabled, select: readGroups });
  const total = useQuery({ ...ask([]), enabled, select: readTotal });

  const refused = cube.data === "refused";
  const read = cube.data === "refused" ? undefined : cube.data;
  const count = total.data?.count;
  const check = read && count !== undefined ? checkCount(totalOf(read.groups), count) : undefined;
  const valued = read ? joint.filter((role) => valuesOf(role, read.groups).length > 0) : [];
  const isDoubtful = check?.kind === "agrees" && !read?.isWhole && valued.length > 0;
  const leaves = isDoubtful
    ? valued.map((role) => anyValueLeaf(roles[role]?.field ?? "", role, read?.groups ?? []))
    : [];
  const proof = useQuery({ ...ask([], leaves), enabled: isDoubtful, select: readTotal });
  const full = read?.groups.filter(({ members }) => valued.every((role) => members[role].length > 0)) ?? [];
  const isProven = !isDoubtful || proof.data?.count === totalOf(full);

  const grain = roles.time?.grains.day ?? roles.time?.grains.hour;
  const isShown = read?.isWhole === true && (check?.kind === "near" || check?.kind === "over");
  const mayBe = mayBeEstimate(read, check);
  const needsDays = mayBe && !isShown && grain !== undefined;
  const days = useQuery({ ...ask(grain ? [grain] : []), enabled: needsDays, select: readTotal });
  const isEstimate = mayBe && (isShown || isOffFrom(days.data, count));
  const addsUp = (check?.kind === "agrees" && isProven) || isEstimate;

  // A proof that the account refuses is none.
  const proofs = [...(isDoubtful ? [proof] : []), ...(needsDays ? [days] : [])];
  const asked = [cube, total, ...proofs.filter(({ error }) => !isRefused(error))];
  const isKnown = asked.every(({ data }) => data !== undefined);
  const told = total.data?.told;
  const fresh = useMemo((): KnownCube | undefined => {
    if (!isKnown || !read || count === undefined) return undefined;
    const all = joinTold([read.told, told]);
    const near = isEstimate ? { found: totalOf(read.groups), counted: count } : undefined;
    return { groups: read.groups, count, addsUp, isEstimate, told: near ? { ...all, near } : all };
  }, [isKnown, read, count, addsUp, isEstimate, told]);
  const [former, setFormer] = useState(fresh);
  if (fresh && fresh !== former) setFormer(fresh);
  if (refused) return { known: undefined, refused, updating: false, failed: undefined };
  return { known: fresh ?? former, refused, updating: !fresh, failed: asked.find(hasFailed) };
}
