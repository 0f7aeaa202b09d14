import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FieldRoles } from "../../contract/fields.ts";
import { perCubeRole } from "../../contract/roles.ts";
import { type Async, fromQuery } from "../api/async.ts";
import type { Told } from "../api/told.ts";
import type { Pin } from "../view/pin.ts";
import type { Chosen, FilterRole, View } from "../view/view.ts";
import { t } from "../words/words.ts";
import { whyAbsent } from "./absent.ts";
import type { Breakdown } from "./breakdown.ts";
import { breakDown, filterGroups } from "./cube.ts";
import { separateBreakdown } from "./separate.ts";
import { type Breakdowns, separateQueries } from "./separate-queries.ts";
import { isOff, type KnownCube, surplus, useCube } from "./use-cube.ts";
import { useLastKnown } from "./use-last-known.ts";

function splitCube({ groups, told }: KnownCube, chosen: Chosen, { roles }: FieldRoles) {
  const all = filterGroups(groups, chosen);
  // What another role lacks changes nothing of how many conversations have this one's values.
  const toldOf = (role: FilterRole): Told => ({
    ...told,
    notReturned: told.notReturned.filter((field) => field === roles[role]?.field),
  });
  return {
    charts: perCubeRole((role): Breakdown => ({ ...breakDown(role, all), told: toldOf(role) })),
    facets: perCubeRole(
      (role): Breakdown => ({ ...breakDown(role, filterGroups(groups, chosen, role)), told: toldOf(role) }),
    ),
  };
}

/** A field that Twilio leaves out of every row says nothing, and least of all that nothing is set. */
function unlessLeftOut(state: Async<Breakdown>, role: FilterRole, field: string): Async<Breakdown> {
  const isLeftOut = state.status === "ready" && state.data.told?.notReturned.includes(field);
  return isLeftOut
    ? { status: "absent", reason: t("errors.notReturned", { label: t(`view.columns.${role}`) }) }
    : state;
}

/**
 * Splits the conversations of the view by every role: from the one cube where that is exact, else from queries of each
 * role's own. Where an account answers arrays member by member, a conversation with two channels stands in two rows of
 * the cube, and one without a language may stand in none; its rows then do not add up to what the range holds, which is
 * how it is found out. Where the account refuses the cube, each role is asked for on its own as well.
 *
 * @param loaded what the loaded rows say, for accounts without a measure that counts conversations.
 * @returns beside the breakdowns, whether the account is known to answer member by member, and whether it takes arrays
 * apart at all, so that conversations without a value may have no row.
 */
export function useBreakdowns(
  view: View,
  fields: FieldRoles,
  pin: Pin,
  loaded: Breakdowns["charts"],
): Breakdowns & { memberByMember: boolean; takenApart: boolean } {
  const { known, refused, isEstimate, updating, failed } = useCube(view, fields, pin);
  const split = useMemo(() => known && splitCube(known, view.chosen, fields), [known, view.chosen, fields]);
  const wanted = known || refused ? separateQueries(view, fields, known?.addsUp === true) : [];
  const answers = useQueries({
    queries: wanted.map(({ role, scope }) => separateBreakdown(role, scope, view, fields, pin, isEstimate)),
  });

  const fromCube = (role: FilterRole, purpose: keyof Breakdowns): Async<Breakdown> => {
    if (failed) return { status: "failed", error: failed.error, retry: () => void failed.refetch() };
    return split ? { status: "ready", data: split[purpose][role], updating } : { status: "loading" };
  };

  const one =
    (purpose: keyof Breakdowns) =>
    (role: FilterRole): Async<Breakdown> => {
      if (!fields.roles[role]) return { status: "absent", reason: whyAbsent(role, fields) };
      if (!fields.roles.count) return loaded[role];
      const place = wanted.findIndex((want) => want.role === role && want.purpose === purpose);
      const answer = answers[place];
      return unlessLeftOut(answer ? fromQuery(answer) : fromCube(role, purpose), role, fields.roles[role].field);
    };
  const isApart = known ? !known.addsUp && surplus(known) > 0 : answers.some(({ data }) => data?.takenApart === true);
  return {
    ...useLastKnown({ charts: perCubeRole(one("charts")), facets: perCubeRole(one("facets")) }),
    memberByMember: isApart,
    takenApart: isOff(known),
  };
}
