import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { type CountCheck, checkCount } from "../../../contract/checks.ts";
import { type FieldRoles, standsApart } from "../../../contract/fields.ts";
import type { FilterLeaf } from "../../../contract/query.ts";
import { allPagesQuery, type FetchedRows } from "../../api/all-pages.ts";
import { type Async, hasFailed, isFormer, isUpdating } from "../../api/async.ts";
import { failureText, isRefused } from "../../api/errors.ts";
import { isLacking, joinTold, nothingTold, roundingStep } from "../../api/told.ts";
import { cellMembers } from "../../format/values.ts";
import { whyAbsent } from "../../insights/absent.ts";
import type { Breakdown } from "../../insights/breakdown.ts";
import { readCount } from "../../insights/cube.ts";
import { readOnce } from "../../insights/read-once.ts";
import { conditionLeaves, countRequest } from "../../view/compile.ts";
import type { Pin } from "../../view/pin.ts";
import type { View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { trendGrain } from "../time/buckets.ts";
import { readTrend, trendRow, withRest } from "./read-trend.ts";
import type { Trend } from "./trend.ts";
import { useOldestRows } from "./use-oldest-rows.ts";

/** The account's dimension for a grain, and the grain of its cells. */
type GrainField = { field: string; cells: Trend["grain"]; grain: Trend["grain"] };

/** Hours can be added up to days, but not the other way round. */
function grainField({ roles }: FieldRoles, wanted: Trend["grain"]): GrainField | undefined {
  const { hour, day } = roles.time?.grains ?? {};
  if (wanted === "day" && day) return { field: day, cells: "day", grain: "day" };
  if (hour) return { field: hour, cells: "hour", grain: wanted };
  return day ? { field: day, cells: "day", grain: "day" } : undefined;
}

type Slice = { bySentiment: boolean; more: FilterLeaf[]; enabled: boolean };

/** What a trend is drawn in, and the spellings of the sentiments that it has. */
type Read = { trend: Trend; sentiments: readonly string[] };

function useTrendQuery(view: View, fields: FieldRoles, pin: Pin, wanted: Trend["grain"], slice: Slice) {
  const { roles } = fields;
  const grain = grainField(fields, wanted);
  const sentiment = slice.bySentiment ? roles.sentiment : undefined;
  const dimensions = [grain?.field, sentiment?.field].filter((field) => field !== undefined);
  const request = countRequest(view, fields, pin.window, dimensions, { kind: "all" }, slice.more);
  const cellZone = request.properties?.timezone ?? "UTC";
  const read = useMemo(
    () =>
      readOnce(({ rows, told }: FetchedRows): Read => {
        const count = roles.count?.field ?? "";
        const read = rows.map((row) =>
          trendRow(row, readCount(row, count), grain?.field ?? "", sentiment ? { sentiment } : {}),
        );
        const frame = {
          window: pin.window,
          zone: view.zone,
          cellZone,
          grain: grain?.grain ?? "day",
          cells: grain?.cells,
          kind: "all",
        } as const;
        const sentiments = sentiment ? rows.flatMap((row) => cellMembers(row[sentiment.field])) : [];
        // What is in no row is not known, which is not the same as not set.
        const isSplit = sentiment !== undefined && !told.notReturned.includes(sentiment.field);
        const trend = { ...readTrend(read, frame, isSplit), told };
        return { trend, sentiments: [...new Set(sentiments)] };
      }),
    [roles, pin.window, view.zone, cellZone, grain?.field, grain?.grain, grain?.cells, sentiment],
  );
  // Rows of another window must not be drawn into this one's buckets, not even for a moment. The function stays the
  // same from render to render: a new one would have the former rows read anew, and what is new is drawn again.
  const formerOfPin = useCallback(
    (former: FetchedRows | undefined, query: { queryKey: readonly unknown[] } | undefined) =>
      query?.queryKey[1] === pin.id ? former : undefined,
    [pin.id],
  );
  return useQuery({
    ...allPagesQuery(request, pin.id),
    enabled: slice.enabled && grain !== undefined && roles.count !== undefined,
    placeholderData: formerOfPin,
    // What was refused stays so when another chart asks for the same.
    retryOnMount: false,
    select: read,
  });
}

/** A trend's conversations, those beside the window among them, against how many there are. */
function checkTrend(trend: Trend | undefined, counted: number | undefined): CountCheck | undefined {
  return trend && counted !== undefined ? checkCount(trend.population.count + trend.outside, counted) : undefined;
}

/** What is said of a trend: of every answer that it is made of, and that its count is another one than `counted`. */
function withTold(trend: Trend, answers: readonly (Read | undefined)[], counted: number | undefined): Trend {
  const check = checkTrend(trend, counted);
  const told = joinTold(answers.map((answer) => answer?.trend.told));
  if (!check || check.kind === "agrees") return { ...trend, told };
  const off = { found: trend.population.count, counted: check.counted };
  const isNear = check.kind === "near" && !isLacking(told, check);
  return { ...trend, told: isNear ? { ...told, near: check } : { ...told, off } };
}

/** A trend of all, and why it is not split by sentiment where that failed. */
function unsplit(trend: Trend, why: unknown): Trend {
  if (why === null) return trend;
  const note = { text: t("errors.unsplit", { why: failureText(why).title }) };
  return { ...trend, told: joinTold([trend.told, { ...nothingTold, notes: [note] }]) };
}

/**
 * Whether a trend holds another number than the split, by more than an account that estimates is off. A day's sum over
 * rounded sentiments is further off than its own count.
 */
function isOff(check: CountCheck | undefined, split: Breakdown | undefined, trend: Trend | undefined): boolean {
  if (roundingStep(trend?.told) !== undefined) return true;
  const isEstimate = check?.kind === "near" && split?.told?.near !== undefined;
  return check !== undefined && check.kind !== "agrees" && !isEstimate;
}

/** What else is known of the view that a trend is of. */
export type TrendSetting = {
  /** The split by sentiment: the trend must hold as many conversations, and as many without a sentiment. */
  sentiment: Async<Breakdown>;
  /** How many conversations the view has, where the split does not tell because the account has no sentiment. */
  counted?: number | undefined;
  /** The grain, where not the window decides it. */
  grain?: Trend["grain"];
};

/**
 * Whether the account takes its sentiment beside the count. Of one in another cube that is known once the split by it
 * alone has come, or was refused; until then it is asked for in no other query.
 */
function takenBeside(fields: FieldRoles, { status }: TrendSetting["sentiment"]): "yes" | "unknown" | "no" {
  const { sentiment } = fields.roles;
  if (!sentiment || sentiment.cube === fields.cube || status === "ready") return "yes";
  return status === "failed" ? "no" : "unknown";
}

/** Why the split by sentiment cannot be had; null where it can, or where that is not known. */
function splitFault(beside: ReturnType<typeof takenBeside>, split: TrendSetting["sentiment"]): unknown {
  return beside === "no" && split.status === "failed" ? split.error : null;
}

function outcome(data: Trend | undefined, asked: ReturnType<typeof useTrendQuery>[], isOpen: boolean): Async<Trend> {
  const failed = asked.find(hasFailed);
  if (failed) return { status: "failed", error: failed.error, retry: () => void failed.refetch() };
  if (!data) return { status: "loading" };
  return { status: "ready", data, updating: isOpen || asked.some(isFormer) };
}

/**
 * The conversations of the view over time, split by sentiment where the account has it. Where the rows by sentiment do
 * not add up to the conversations (those of a condition leave some out; an account that answers member by member leaves
 * some out and repeats others), all are asked for beside them, and where some have several sentiments, also those that
 * have any. Counts that are near each other and of an account that estimates are taken as they are.
 *
 * Where the split is refused, it is the trend of all without one.
 *
 * @param loaded what the loaded rows say, for accounts that cannot count by hour or day.
 */
export function useTrend(
  view: View,
  fields: FieldRoles,
  pin: Pin,
  loaded: Async<Trend>,
  { sentiment, grain = trendGrain(pin.window), counted }: TrendSetting,
): Async<Trend> {
  const { roles } = fields;
  const condition = conditionLeaves(roles.sentiment);
  const beside = takenBeside(fields, sentiment);
  const slice = { bySentiment: true, more: condition, enabled: beside === "yes" };
  const parts = useTrendQuery(view, fields, pin, grain, slice);
  const split = sentiment.status === "ready" && !sentiment.updating ? sentiment.data : undefined;
  const check = isFormer(parts) ? undefined : checkTrend(parts.data?.trend, split?.population.count);
  const isShort = isOff(check, split, parts.data?.trend);
  const stands = roles.sentiment !== undefined && standsApart(roles.sentiment, fields);
  const isApart = stands || (roles.sentiment !== undefined && isShort);
  const isSeveral = isApart && split?.overlap === true && (parts.data?.sentiments.length ?? 0) > 0;
  const refusal = isRefused(parts.error) ? parts.error : null;
  const isAlone = beside === "no" || refusal !== null;
  const whyAlone = refusal ?? splitFault(beside, sentiment);
  const all = useTrendQuery(view, fields, pin, grain, { bySentiment: false, more: [], enabled: isApart || isAlone });
  const anyOf: FilterLeaf = {
    op: "IN",
    field: roles.sentiment?.field ?? "",
    values: [...(parts.data?.sentiments ?? [])],
  };
  const having = useTrendQuery(view, fields, pin, grain, {
    bySentiment: false,
    more: isSeveral ? [...condition, anyOf] : [],
    enabled: isSeveral,
  });
  const isConditional = condition.length > 0;
  // What is drawn for a moment of the former view is not held against this one.
  const inAll = [parts, all, having].some(isFormer) ? undefined : (split?.population.count ?? counted);
  const drawn = useMemo(() => {
    // A sentiment that is refused does not take the trend along: that is then of all of them, without a split.
    if (isAlone) return all.data && unsplit(withTold(all.data.trend, [all.data], inAll), whyAlone);
    if (!parts.data || !isApart) return parts.data && withTold(parts.data.trend, [parts.data], inAll);
    if (!all.data || (isSeveral && !having.data)) return undefined;
    // No conversation has two times: where all of them by time are not the split's number either, counts are estimates.
    const isNear = [parts.data, all.data].every(({ trend: { told = nothingTold, ...trend } }) => {
      const near = checkTrend(trend, inAll);
      return near?.kind === "near" && !isLacking(told, near);
    });
    if (isNear && !isConditional) return withTold(parts.data.trend, [parts.data, all.data], inAll);
    const joined = withRest(all.data.trend, parts.data.trend, isSeveral ? having.data?.trend : undefined);
    return withTold(joined, [parts.data, all.data, isSeveral ? having.data : undefined], inAll);
  }, [isAlone, whyAlone, parts.data, isApart, isConditional, all.data, isSeveral, having.data, inAll]);

  useOldestRows(view, fields, pin, { trend: drawn, isFormer: isFormer(parts) });

  if (!roles.time) return { status: "absent", reason: whyAbsent("time", fields) };
  if (!roles.count || !grainField(fields, "day")) return loaded;
  // Until the split is known it is not known whether these rows add up.
  const isOpen = roles.sentiment !== undefined && (sentiment.status === "loading" || isUpdating(sentiment));
  const apart = isSeveral ? [parts, all, having] : [parts, all];
  const together = isApart ? apart : [parts];
  return outcome(drawn, isAlone ? [all] : together, isOpen);
}
