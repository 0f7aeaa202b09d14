import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { FieldRoles } from "../../contract/fields.ts";
import type { Row } from "../../contract/page.ts";
import { countRequest } from "../view/compile.ts";
import type { Pin } from "../view/pin.ts";
import type { View } from "../view/view.ts";
import { anyValueLeaf, type CubeGroup, provesWhole, readCube, singleCount, totalOf } from "./cube.ts";
import { jointRoles } from "./wanted.ts";
import { wholeQuery } from "./whole.ts";

/** The small cube, what its window holds, and whether its rows are those conversations, each once. */
export type KnownCube = { groups: readonly CubeGroup[]; count: number; addsUp: boolean };

/**
 * The small cube of the time range and, beside it, how many conversations the range holds. Neither depends on the
 * chosen values, so that ticking a filter asks for neither again. While those of another range are on their way, the
 * former two stay, together: one held against the other's range would seem not to add up.
 *
 * An account that answers arrays member by member gives a conversation with two channels two rows, and may give one
 * without a language none. Both at once can add up by chance. So where the answer itself does not show that no
 * conversation is left out, it is asked how many have a value everywhere.
 */
export function useCube(view: View, fields: FieldRoles, pin: Pin) {
  const { roles } = fields;
  const joint = jointRoles(fields);
  const dimensions = useMemo(() => jointRoles(fields).flatMap((role) => fields.roles[role]?.field ?? []), [fields]);
  const ask = (by: readonly string[], leaves: ReturnType<typeof anyValueLeaf>[] = []) =>
    wholeQuery(countRequest(view, fields, pin.window, by, { kind: "none" }, leaves), pin.id);
  const enabled = roles.count !== undefined;
  const readGroups = useCallback(
    (rows: Row[]) => ({ groups: readCube(rows, roles), isWhole: provesWhole(rows, dimensions) }),
    [roles, dimensions],
  );
  const readTotal = useCallback((rows: Row[]) => singleCount(rows, roles), [roles]);
  const cube = useQuery({ ...ask(dimensions), enabled, select: readGroups });
  const total = useQuery({ ...ask([]), enabled, select: readTotal });

  const [read, count] = [cube.data, total.data];
  const equal = read !== undefined && count !== undefined && totalOf(read.groups) === count;
  const doubtful = equal && !read.isWhole && count > 0;
  const leaves = doubtful ? joint.map((role) => anyValueLeaf(roles[role]?.field ?? "", role, read.groups)) : [];
  const proof = useQuery({ ...ask([], leaves), enabled: doubtful, select: readTotal });
  const addsUp = equal && (!doubtful || proof.data === count);

  const isKnown = read !== undefined && count !== undefined && (!doubtful || proof.data !== undefined);
  const fresh = useMemo(
    (): KnownCube | undefined => (isKnown && read ? { groups: read.groups, count, addsUp } : undefined),
    [isKnown, read, count, addsUp],
  );
  const [former, setFormer] = useState(fresh);
  if (fresh && fresh !== former) setFormer(fresh);
  const asked = doubtful ? [cube, total, proof] : [cube, total];
  return { known: fresh ?? former, updating: !fresh, failed: asked.find((query) => query.isError) };
}
