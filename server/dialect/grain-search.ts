import { checkCount } from "../../contract/checks.ts";
import type { FieldRoles, TimeRole } from "../../contract/fields.ts";
import type { Metadata } from "../../contract/metadata.ts";
import { totalOrder } from "../../contract/order.ts";
import type { FilterGroup, InsightsQueryRequest, QueryDefinition } from "../../contract/query.ts";
import { namelessTimes } from "../../contract/type-guesses.ts";
import type { Knowledge } from "../accounts/knowledge.ts";
import type { Clock } from "../clock.ts";
import { ProblemError } from "../messages/problem.ts";
import type { WirePage } from "../twilio/read-page.ts";
import type { ReadAll } from "./complete.ts";
import { cellMs, type Fitting, fittingGrains, fittingTogether, type StartOf, utcStarts } from "./grain-cells.ts";
import { readRow } from "./leave-out.ts";
import { windowOf } from "./split-filters.ts";
import { untilAborted } from "./until-aborted.ts";

/** Finds out which times whose names say nothing are grains of the conversation's time. */
export type GrainSearch = {
  /** Whoever asks in a window of time waits for the search, which uses that window; it is made once. */
  settled(request: InsightsQueryRequest, signal: AbortSignal): Promise<void>;
};

type Calls = {
  /** What the account lists, once it was asked. */
  metadata(): Metadata | undefined;
  first(request: InsightsQueryRequest, pageSize: number, signal: AbortSignal): Promise<WirePage>;
  readAll(signal: AbortSignal): ReadAll;
};

type Window = { from: number; to: number };
type Open = { time: TimeRole; id: string | undefined; count: string; fields: string[] };

/** More fields of which nothing is known are not looked into. */
const mostFields = 8;
/** Fewer rows show too little. */
const leastRows = 20;
const sampled = 1000;
const weekMs = 7 * 86_400_000;
const longestMs = 60_000;
/** After so long a search that showed nothing is made again, and one that failed or was held up. */
const againMs = 60 * 60_000;
const failedMs = 60_000;

/** Rows of the whole window, and where they do not tell the grains apart, of its two ends. */
function partsOf({ from, to }: Window): Window[] {
  const middle = Math.floor((from + to) / 2);
  return [
    { from, to },
    { from, to: middle },
    { from: middle, to },
  ];
}

export function createGrainSearch(
  { knowledge, clock, fieldsOf }: { knowledge: Knowledge; clock: Clock; fieldsOf(metadata: Metadata): FieldRoles },
  calls: Calls,
): GrainSearch {
  let running: Promise<void> | undefined;
  /** A longer window may show what a shorter one did not. */
  let tried = { span: 0, until: 0 };
  /** What is open is reckoned out once for all that is known. */
  let seen: { metadata: Metadata; version: number; open: Open | undefined } | undefined;

  function reckon(metadata: Metadata): Open | undefined {
    const { roles, grains } = fieldsOf(metadata);
    const { time, count, id } = roles;
    const cube = metadata.cubes.find(({ name }) => name === time?.cube);
    if (!time || !count || !cube || time.shown !== time.field) return undefined;
    if (time.grains.day ?? time.grains.hour) return undefined;
    const isOpen = (field: string) =>
      !knowledge.find("no-field", field) && knowledge.find("grain", field)?.of !== time.field;
    const fields = namelessTimes(cube, time, grains).filter(isOpen).slice(0, mostFields);
    return fields.length > 0 ? { time, id: id?.field, count: count.field, fields } : undefined;
  }

  function openIn(metadata: Metadata): Open | undefined {
    const { version } = knowledge;
    if (seen?.metadata !== metadata || seen.version !== version) seen = { metadata, version, open: reckon(metadata) };
    return seen.open;
  }

  /** The fields whose every cell is the time beside it, cut to one grain. Undefined where that cannot be told. */
  async function fitting(
    { time, id, fields }: Open,
    ask: (window: Window, query: QueryDefinition) => Promise<WirePage>,
    { window, startOf }: { window: Window; startOf: StartOf },
  ): Promise<{ fit: Fitting[]; newest: number } | undefined> {
    const rows: ReturnType<typeof readRow>[] = [];
    const dimensions = [...new Set([...(id === undefined ? [] : [id]), time.shown, ...fields])];
    for (const part of partsOf(window)) {
      rows.push(...(await ask(part, { dimensions })).rows.map(readRow));
      const newest = Math.max(...rows.map((row) => cellMs(row, time.shown)));
      if (rows.length < leastRows || Number.isNaN(newest)) return undefined;
      const found = fields.map((field) => ({ field, all: fittingGrains(rows, field, time.shown, startOf) }));
      if (found.some(({ all }) => all.length > 1)) continue;
      for (const { field, all } of found) {
        if (all.length === 0) knowledge.learn({ kind: "grain", field, value: "none", of: time.field, how: "seen" });
      }
      const fit = found.flatMap(({ field, all }) => all.map((grain) => ({ field, grain })));
      return { fit, newest };
    }
    return undefined;
  }

  async function search(open: Open, { domain }: InsightsQueryRequest, window: Window): Promise<void> {
    const { time, count } = open;
    const signal = AbortSignal.timeout(longestMs);
    const startOf = utcStarts();
    const within = ({ from, to }: Window): FilterGroup[] => [
      {
        op: "AND",
        expressions: [
          { op: "GT", field: time.field, values: [new Date(from).toISOString()] },
          { op: "LT", field: time.field, values: [new Date(to).toISOString()] },
        ],
      },
    ];
    // In UTC, of which an account that takes no zone says the same.
    const asked = (part: Window, query: QueryDefinition): InsightsQueryRequest => ({
      ...(domain === undefined ? {} : { domain }),
      properties: { timezone: "UTC" },
      query: { ...query, filters: within(part) },
    });
    const ask = (part: Window, query: QueryDefinition) => calls.first(asked(part, query), sampled, signal);
    const found = await fitting(open, ask, { window, startOf });
    if (!found || found.fit.length === 0) return;

    // A sample may miss the one conversation in a hundred whose other time is of another day; a count holds them all.
    const week = { from: Math.max(window.from, found.newest - weekMs), to: window.to };
    const dimensions = found.fit.map(({ field }) => field);
    const read = await calls.readAll(signal)(totalOrder(asked(week, { measures: [count], dimensions })), sampled);
    const groups = read.rows.map(readRow);
    const [all] = (await ask(week, { measures: [count] })).rows;
    const sum = groups.reduce((total, row) => total + Number(row[count]), 0);
    const check = checkCount(sum, all ? Number(readRow(all)[count]) : 0);
    if (check.kind !== "agrees" && check.kind !== "near") return;
    const how = check.kind === "agrees" ? "seen" : "guessed";
    for (const { field, grain, agrees } of fittingTogether(groups, found.fit, startOf)) {
      knowledge.learn({ kind: "grain", field, value: agrees ? grain : "none", of: time.field, how });
    }
  }

  return {
    async settled(request, signal) {
      const metadata = calls.metadata();
      const open = metadata && openIn(metadata);
      const window = open && windowOf(request);
      if (!open || window?.field !== open.time.field) return;
      const span = window.to - window.from;
      const isNews = span > tried.span || clock.now() > tried.until;
      if (!running && isNews) {
        tried = { span, until: clock.now() + againMs };
        running = search(open, request, window)
          // It teaches nothing.
          .catch((error: unknown) => {
            tried = { span: Number.POSITIVE_INFINITY, until: clock.now() + failedMs };
            if (!(error instanceof ProblemError) && !(error instanceof DOMException)) throw error;
          })
          .finally(() => {
            running = undefined;
          });
      }
      await untilAborted(running, signal);
    },
  };
}
