import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type FieldRoles, standsApart } from "../../../contract/fields.ts";
import { type KeyFields, keyFields } from "../../../contract/key-figures.ts";
import type { Metadata } from "../../../contract/metadata.ts";
import { totalOrder } from "../../../contract/order.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { allPagesQuery, type FetchedRows } from "../../api/all-pages.ts";
import { type Async, fromQuery, hasFailed, isFormer } from "../../api/async.ts";
import { fetchMeasures } from "../../api/measures-apart.ts";
import { joinTold, roundingStep } from "../../api/told.ts";
import { singleCount } from "../../insights/cube.ts";
import { readOnce } from "../../insights/read-once.ts";
import { conditionLeaves, countRequest } from "../../view/compile.ts";
import type { Pin } from "../../view/pin.ts";
import type { AgentList, View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { type Agents, agentRows, type NegativeState, readFelt, readGroups } from "./agents.ts";

/** An account may have as many agents as it likes; so many pages of them are read. */
const mostPages = 10;

/** What the card can list: the fields of this account, and what is listed now. */
export type AgentChoice = {
  by: AgentList["by"] | undefined;
  /** The field that the rows are of. */
  field: string | undefined;
  /** Whether both lists are there to be chosen from. */
  isChoice: boolean;
  key: KeyFields;
};

/** Which of the two lists is shown: the one that the view names, where the account has its field. */
export function agentChoice(view: View, fields: FieldRoles, metadata: Metadata): AgentChoice {
  const key = keyFields(metadata, fields);
  const own = { agent: fields.roles.agent?.field, kind: fields.roles.agentKind?.field ?? key.agentKind };
  const isChoice = own.agent !== undefined && own.kind !== undefined;
  const first = own.agent === undefined ? "kind" : "agent";
  const by = isChoice ? view.agents.by : own[first] === undefined ? undefined : first;
  return { by, field: by && own[by], isChoice, key };
}

function measuresOf({ averageDuration, longestWait }: KeyFields): string[] {
  return [averageDuration, longestWait].flatMap((measure) => measure?.field ?? []);
}

/** Counts and measures by agent, the most conversations first; and counts by agent, kind and sentiment. */
function agentRequests(view: View, fields: FieldRoles, pin: Pin, { by, field = "", key }: AgentChoice) {
  const { count, sentiment, agent, agentKind } = fields.roles;
  const ofAgent = conditionLeaves(by === "agent" ? agent : agentKind);
  const ordered = (request: InsightsQueryRequest) => {
    const orderBy = [{ field: count?.field ?? "", direction: "DESC" as const }];
    return totalOrder({ ...request, query: { ...request.query, orderBy } });
  };
  const figures = countRequest(view, fields, pin.window, [field], { kind: "all" }, ofAgent);
  const measures = [...(figures.query.measures ?? []), ...measuresOf(key)];
  const isBeside = by === "agent" && agentKind !== undefined && !standsApart(agentKind, fields);
  const kind = isBeside ? agentKind.field : undefined;
  const dimensions = [field, kind, sentiment?.field].flatMap((one) => one ?? []);
  const leaves = [...ofAgent, ...conditionLeaves(sentiment)];
  return {
    figures: ordered({ ...figures, query: { ...figures.query, measures } }),
    felt: sentiment && ordered(countRequest(view, fields, pin.window, dimensions, { kind: "all" }, leaves)),
    kind,
  };
}

/** Rows that could not be read, or came twice, may be of any agent. */
function isWhole({ cut, told }: Pick<FetchedRows, "cut" | "told">): boolean {
  return !cut && told.lost + told.repeated === 0;
}

function negativeState(isAsked: boolean, felt: { hasSentiments: boolean } | undefined, failed: boolean): NegativeState {
  if (!isAsked || felt?.hasSentiments === false) return "none";
  if (failed) return "failed";
  return felt ? "known" : "coming";
}

/**
 * The agents of a view, or people against AI: their conversations with the account's own averages in one query, then, in
 * another, how many are negative. The number of all conversations is what other cards have asked for.
 */
export function useAgents(view: View, fields: FieldRoles, pin: Pin, metadata: Metadata): Async<Agents> {
  const choice = useMemo(() => agentChoice(view, fields, metadata), [view, fields, metadata]);
  const { field = "", by, key } = choice;
  const { count } = fields.roles;
  const enabled = field !== "" && count !== undefined;
  const requests = agentRequests(view, fields, pin, choice);
  const { kind } = requests;
  const [duration, wait] = [key.averageDuration?.field, key.longestWait?.field];
  const sentiment = fields.roles.sentiment?.field;
  const read = useMemo(
    () =>
      readOnce((answer: FetchedRows) => ({
        groups: readGroups(answer.rows, { by: field, count: count?.field ?? "", duration, wait }),
        cut: answer.cut,
        told: answer.told,
      })),
    [field, count, duration, wait],
  );
  const readSplit = useMemo(
    () =>
      readOnce((answer: FetchedRows) => ({
        ...readFelt(answer.rows, { by: field, count: count?.field ?? "", kind, sentiment: sentiment ?? "" }),
        isWhole: isWhole(answer),
        told: answer.told,
      })),
    [field, count, kind, sentiment],
  );
  const ask = (request: InsightsQueryRequest, alone: readonly string[]) => ({
    queryKey: ["agents", pin.id, field, request],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      fetchMeasures(request, { apart: alone, by: field, mostPages }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    // The agents before a filter stand there until those after it come, but never those of another list or window.
    placeholderData: (former: FetchedRows | undefined, query: { queryKey: readonly unknown[] } | undefined) =>
      query?.queryKey[1] === pin.id && query.queryKey[2] === field ? former : undefined,
  });
  const figures = useQuery({ ...ask(requests.figures, measuresOf(key)), select: read, enabled });
  const isThere = figures.data !== undefined && !isFormer(figures);
  const split = useQuery({
    ...ask(requests.felt ?? requests.figures, []),
    select: readSplit,
    enabled: isThere && requests.felt !== undefined,
  });
  const all = useQuery({
    ...allPagesQuery(countRequest(view, fields, pin.window, [], { kind: "all" }), pin.id),
    enabled,
  });
  const felt = requests.felt ? split.data : undefined;
  const negative = negativeState(requests.felt !== undefined, felt, hasFailed(split));
  const population = all.data && isThere ? singleCount(all.data.rows, fields.roles) : undefined;
  const state = fromQuery(figures);
  const data = useMemo((): Agents | undefined => {
    if (!figures.data) return undefined;
    const { groups, cut, told } = figures.data;
    // What is cut, lacks rows or is rounded adds up to nothing that says how many are left over.
    const isExact = isWhole({ cut, told }) && roundingStep(told) === undefined;
    return {
      ...(population === undefined ? {} : { population: { kind: "all", count: population } }),
      ...agentRows({
        groups,
        felt: negative === "known" ? felt : undefined,
        byKind: by === "kind",
        population: isExact ? population : undefined,
      }),
      negative,
      hasDuration: groups.some((group) => group.duration !== undefined),
      hasWait: groups.some((group) => group.wait !== undefined),
      cut,
      told: joinTold([told, felt?.told]),
    };
  }, [figures.data, felt, negative, by, population]);

  if (!count) return { status: "absent", reason: t("charts.absent.count") };
  if (field === "") return { status: "absent", reason: t("charts.agents.absent") };
  if (state.status !== "ready") return state;
  return data ? { status: "ready", data, updating: state.updating } : { status: "loading" };
}
