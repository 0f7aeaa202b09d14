import { t } from "../words/words.ts";
import { type AgentList, agentFigures, type Explore, exploreLooks, exploreTops, usualAgents } from "./view.ts";

/** The parts of an address that say how charts are drawn. */
export const chartKeys = ["measure", "by", "split", "draw", "top", "agents"] as const;

/** The chart of a person's own, and a sentence for each part of it that could not be used. */
export function readExplore(params: URLSearchParams): { explore: Explore | undefined; notes: string[] } {
  const [measure, dimension] = [params.get("measure"), params.get("by")];
  if (!measure || !dimension) return { explore: undefined, notes: [] };
  const [draw, top] = [params.get("draw"), params.get("top")];
  const found = {
    split: params.get("split") || undefined,
    look: exploreLooks.find((one) => one === draw),
    top: exploreTops.find((one) => String(one) === top),
  };
  const unread = [...(draw && !found.look ? ["draw"] : []), ...(top && !found.top ? ["top"] : [])];
  const { split, look, top: most } = found;
  return {
    explore: {
      measure,
      dimension,
      ...(split ? { split } : {}),
      ...(look ? { look } : {}),
      ...(most ? { top: most } : {}),
    },
    notes: unread.map((key) => t("view.notPart", { key })),
  };
}

export function writeExplore(params: URLSearchParams, explore: Explore | undefined): void {
  if (!explore) return;
  const { measure, dimension, split, look, top } = explore;
  params.set("measure", measure);
  params.set("by", dimension);
  if (split) params.set("split", split);
  if (look) params.set("draw", look);
  if (top) params.set("top", String(top));
}

function writtenAgents({ by, sort, direction }: AgentList): string {
  return `${by}:${sort}:${direction.toLowerCase()}`;
}

/** How agents are listed; undefined where the address does not say it, or in words that mean nothing here. */
export function readAgents(params: URLSearchParams): AgentList | undefined {
  const text = params.get("agents");
  const all = (["agent", "kind"] as const).flatMap((by) =>
    agentFigures.flatMap((sort) => (["ASC", "DESC"] as const).map((direction) => ({ by, sort, direction }))),
  );
  return all.find((one) => writtenAgents(one) === text);
}

export function writeAgents(params: URLSearchParams, agents: AgentList): void {
  const text = writtenAgents(agents);
  if (text !== writtenAgents(usualAgents)) params.set("agents", text);
}
