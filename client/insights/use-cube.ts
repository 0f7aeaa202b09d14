import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { type CountCheck, checkCount, mayBeEstimates } from "../../contract/checks.ts";
import type { FieldRoles } from "../../contract/fields.ts";
import { allPagesQuery, type FetchedRows, refusableQuery } from "../api/all-pages.ts";
import { hasFailed, isFormer } from "../api/async.ts";
import { isRefused } from "../api/errors.ts";
import { isLacking, joinTold, roundingSlack, roundingStep, type Told } from "../api/told.ts";
import { countRequest } from "../view/compile.ts";
import type { Pin } from "../view/pin.ts";
import { type FilterRole, filterRoles, type View } from "../view/view.ts";
import { anyValueLeaf, type CubeGroup, provesWhole, readCount, readCube, totalOf, valuesOf } from "./cube.ts";
import { estimateQuery, isTooFew } from "./estimate.ts";
import { jointRoles } from "./separate-queries.ts";

/**
 * The small cube, what its window holds, and whether its rows are those conversations, each once. `isEstimate`: the
 * account estimates its counts, so that those of the same conversations are near each other and not the same.
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

/** By how many conversations a cube holds more than there are, beyond what comes of rounding. */
export function surplus({ groups, count, told }: KnownCube): number {
  return totalOf(groups) - count - roundingSlack(told, groups.length + 1);
}

/** Whether a cube does not add up for another reason than rows of it that could not be read, and rounded figures. */
export function isOff(known: KnownCube | undefined): known is KnownCube {
  if (known?.addsUp !== false || known.told.lost > 0) return false;
  return roundingStep(known.told) === undefined || surplus(known) > 0;
}

/** Whether an account seems to take lists apart: its cube does not add up, and no group has two values of a role. */
export function isTakenApart(known: KnownCube | undefined): boolean {
  if (!isOff(known)) return false;
  return known.groups.every(({ members }) => filterRoles.every((role) => members[role].length < 2));
}

/** How many conversations have a value of every one of some roles. */
function withAll(roles: readonly FilterRole[], groups: readonly CubeGroup[]): number {
  return totalOf(groups.filter(({ members }) => roles.every((role) => members[role].length > 0)));
}

/** @param orNear whether it is enough that they differ as estimates do. */
function isSame(counted: number | undefined, found: number, orNear: boolean): boolean {
  return counted === found || (orNear && counted !== undefined && mayBeEstimates(found, counted));
}

function differs(check: CountCheck | undefined): boolean {
  return check !== undefined && check.kind !== "agrees";
}

/** Whether counts in parts prove the count of a doubtful window an estimate. */
function useParts(view: View, fields: FieldRoles, pin: Pin, doubtful: number | undefined) {
  const isNeeded = doubtful !== undefined && !isTooFew(doubtful);
  const query = useQuery({ ...estimateQuery(view, fields, pin, { kind: "none" }), enabled: isNeeded });
  return { asked: isNeeded ? [query] : [], isProof: isNeeded && Boolean(query.data) };
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
 * Where the two differ, or the cube is refused, counts may be estimates, which counts in parts prove. Where lists come
 * whole, a cube of a few more conversations than there are is proof enough. What is short where rows could not be read
 * is no estimate.
 */
export function useCube(view: View, fields: FieldRoles, pin: Pin) {
  const { roles } = fields;
  const joint = jointRoles(fields);
  const dimensions = useMemo(() => jointRoles(fields).flatMap((role) => fields.roles[role]?.field ?? []), [fields]);
  const requestOf = (by: readonly string[], leaves: ReturnType<typeof anyValueLeaf>[] = []) =>
    countRequest(view, fields, pin.window, by, { kind: "none" }, leaves);
  const ask = (...of: Parameters<typeof requestOf>) => allPagesQuery(requestOf(...of), pin.id);
  const enabled = roles.count !== undefined;
  const readGroups = useCallback(
    (answer: FetchedRows | "refused") => {
      if (answer === "refused") return answer;
      const { rows, told } = answer;
      return { groups: readCube(rows, roles), isWhole: provesWhole(rows, dimensions), told };
    },
    [roles, dimensions],
  );
  const readTotal = useCallback(
    ({ rows, told }: FetchedRows) => ({
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
  // One that is new is not held against one that is about to be.
  const isBoth = ![cube, total].some(isFormer);
  const check = read && count !== undefined && isBoth ? checkCount(totalOf(read.groups), count) : undefined;
  const mayBe = mayBeEstimate(read, check);
  const isClose = check?.kind === "agrees" || mayBe;
  const doubted = isClose && read && !read.isWhole ? read.groups : [];
  const valued = joint.filter((role) => valuesOf(role, doubted).length > 0);
  const isDoubtful = valued.length > 0;
  const leaves = valued.map((role) => anyValueLeaf(roles[role]?.field ?? "", role, doubted));
  const proof = useQuery({ ...ask([], leaves), enabled: isDoubtful, select: readTotal });
  const isProven = !isDoubtful || isSame(proof.data?.count, withAll(valued, doubted), mayBe);

  const isShown = mayBe && read?.isWhole === true && check?.kind !== "short";
  const isOpen = !isShown && (refused || differs(check) || (proof.data !== undefined && !isProven));
  const parts = useParts(view, fields, pin, isOpen ? count : undefined);
  const isEstimate = isShown || parts.isProof;
  const isNear = isEstimate && mayBe;
  // Sums of rounded counts are off by many steps, and may be the rounded count of all by chance.
  const isRounded = roundingStep(total.data?.told) !== undefined;
  const addsUp = isProven && !isRounded && (check?.kind === "agrees" || isNear);

  // A proof that the account refuses is none.
  const proofs = isDoubtful && !isRefused(proof.error) ? [proof] : [];
  const asked = [cube, total, ...proofs, ...parts.asked];
  const isKnown = asked.every((query) => query.data !== undefined && !isFormer(query));
  const told = total.data?.told;
  const fresh = useMemo((): KnownCube | undefined => {
    if (!isKnown || !read || count === undefined) return undefined;
    const all = joinTold([read.told, told]);
    const near = isNear && addsUp ? { found: totalOf(read.groups), counted: count } : undefined;
    return { groups: read.groups, count, addsUp, isEstimate, told: near ? { ...all, near } : all };
  }, [isKnown, read, count, addsUp, isEstimate, isNear, told]);
  const [former, setFormer] = useState(fresh);
  if (fresh && fresh !== former) setFormer(fresh);
  const failed = asked.find(hasFailed);
  // Whether its counts are estimates is waited for: what is asked instead is read by that.
  if (refused && (isKnown || failed)) return { known: undefined, refused, isEstimate, updating: false };
  const known = fresh ?? former;
  return { known, refused: false, isEstimate: known?.isEstimate === true, updating: !fresh, failed };
}
