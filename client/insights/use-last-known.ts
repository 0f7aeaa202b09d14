import { useState } from "react";
import { perCubeRole } from "../../contract/roles.ts";
import type { Async } from "../api/async.ts";
import { isNetworkFailure } from "../api/errors.ts";
import type { Breakdown } from "./breakdown.ts";
import type { Breakdowns } from "./separate-queries.ts";

type Known = Record<keyof Breakdowns, Record<keyof Breakdowns["charts"], Breakdown | undefined>>;

function readyOf(state: Async<Breakdown>, former: Breakdown | undefined): Breakdown | undefined {
  return state.status === "ready" ? state.data : former;
}

function lastKnown(state: Async<Breakdown>, former: Breakdown | undefined): Async<Breakdown> {
  return state.status === "loading" && former ? { status: "ready", data: former, updating: true } : state;
}

function lastOffered(state: Async<Breakdown>, former: Breakdown | undefined): Async<Breakdown> {
  const isCut = state.status === "failed" && isNetworkFailure(state.error);
  return isCut && former ? { status: "ready", data: former, updating: true } : lastKnown(state, former);
}

/**
 * The breakdowns, with the last known one of a role, marked as such, while the first answer of another question is on
 * its way: what stands on the screen, and has the focus, is not taken away and put back by a tick. The values to choose
 * from stay also where nothing answers; a chart, which has room to say it, keeps its drawing by itself.
 */
export function useLastKnown({ charts, facets }: Breakdowns): Breakdowns {
  const [former, setFormer] = useState<Known>({
    charts: perCubeRole(() => undefined),
    facets: perCubeRole(() => undefined),
  });
  const known: Known = {
    charts: perCubeRole((role) => readyOf(charts[role], former.charts[role])),
    facets: perCubeRole((role) => readyOf(facets[role], former.facets[role])),
  };
  const isSame = (purpose: keyof Breakdowns) =>
    Object.values(perCubeRole((role) => known[purpose][role] === former[purpose][role])).every(Boolean);
  if (!isSame("charts") || !isSame("facets")) setFormer(known);
  return {
    charts: perCubeRole((role) => lastKnown(charts[role], former.charts[role])),
    facets: perCubeRole((role) => lastOffered(facets[role], former.facets[role])),
  };
}
