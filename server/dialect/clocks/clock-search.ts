import type { FindingKind } from "../../../contract/findings.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { Knowledge } from "../../accounts/knowledge.ts";
import type { Clock } from "../../clock.ts";
import { refusalOf } from "../../twilio/refusals.ts";
import { partsOfReading } from "../answer/readings.ts";
import { isUnanswered, type Lane, shared } from "../lane.ts";
import type { Shape } from "../shape.ts";
import { areAlike } from "../time/likely-zones.ts";
import { untilAborted } from "../until-aborted.ts";
import { clockCalls } from "./clock-calls.ts";
import { type ClockDoubt, clockDoubt } from "./clock-doubt.ts";
import { type ClockState, type ClockVerdict, proveClocks } from "./clock-proof.ts";

/** A page of a query, in the one form. */
type Page = { request: InsightsQueryRequest; pageSize: number | undefined; rows: readonly Buffer[] };

/** Finds out in which zone an account's times are, where their cells do not say it or seem to say it wrongly. */
export type ClockSearch = {
  /** What is known of the account's clocks, as a text to be compared: a page from before is read anew. */
  known(): string;
  /** Looks at a page. Whoever brings one that is in doubt waits for the search, which is made once. */
  settled(page: Page, lane: Lane, signal: AbortSignal): Promise<void>;
};

/** All that is asked in a day. */
const mostCalls = 6;
const dayMs = 24 * 3_600_000;
/** After so long a search that was held up is made again. */
const failedMs = 60_000;

function isOfClocks(kind: FindingKind): boolean {
  return kind === "own-zone" || kind === "range-zone" || kind === "open-zone";
}

const fresh = (): ClockState => ({ proofs: [], calls: { left: mostCalls }, filterIsTrue: false });

export function clockSearch({
  knowledge,
  clock,
  shape,
}: {
  knowledge: Knowledge;
  clock: Clock;
  shape(signal: AbortSignal): Promise<Shape>;
}): ClockSearch {
  let state = fresh();
  let [since, waitUntil] = [0, 0];
  let running: Promise<void> | undefined;
  let viewZone: string | undefined;

  function learn({ list: { time }, why }: ClockDoubt, { kind, zones }: ClockVerdict): void {
    const [zone] = zones;
    const how = areAlike(zones, clock.now()) ? "seen" : "guessed";
    if (kind === "range" && zone !== undefined) {
      knowledge.learn({ kind: "range-zone", field: time.field, value: zone, how });
      return;
    }
    if (kind === "own" && zone !== undefined && why === "odd") {
      const form = partsOfReading(knowledge.find("time-cells", time.shown)?.value)?.form ?? "iso";
      knowledge.learn({ kind: "time-cells", field: time.shown, value: `${form}:false`, how: "seen" });
    }
    const before = knowledge.find("own-zone", time.shown);
    const isNews = zone !== undefined && (before?.value !== zone || before?.how !== how);
    if (isNews && (kind === "own" || why === "silent"))
      knowledge.learn({ kind: "own-zone", field: time.shown, value: zone, how });
    if (kind === "own" && zone !== undefined) return;
    // Cells that say their zone are believed where nothing shows another one.
    if (why === "odd") waitUntil = clock.now() + dayMs;
    else knowledge.learn({ kind: "open-zone", field: time.shown, how: "seen" });
  }

  async function search(doubt: ClockDoubt, lane: Lane): Promise<void> {
    const known = knowledge.find("own-zone", doubt.list.time.shown)?.value;
    if (known === undefined && clock.now() - since > dayMs) {
      state = fresh();
      since = clock.now();
    }
    const own = shared(lane);
    try {
      const calls = clockCalls(doubt.list, { knowledge, lane: own });
      learn(doubt, await proveClocks({ doubt, calls, state, known, viewZone }));
    } catch (error) {
      if (refusalOf(error)) learn(doubt, { kind: "open", zones: [] });
      // What holds up every call teaches nothing.
      else if (isUnanswered(error)) waitUntil = clock.now() + failedMs;
      else throw error;
    }
  }

  return {
    known: () =>
      knowledge
        .findings()
        .filter(({ kind, value }) => isOfClocks(kind) && value !== "UTC")
        .map(({ kind, value }) => `${kind} ${value}`)
        .join(),
    async settled({ request, pageSize, rows }, lane, signal) {
      const zone = request.properties?.timezone;
      if (zone !== undefined && zone !== "UTC") viewZone = zone;
      if (rows.length === 0) return;
      if (!running) {
        const doubt = clockDoubt({ request, pageSize }, rows, await shape(signal), knowledge);
        if (!doubt || clock.now() < waitUntil) return;
        running ??= search(doubt, lane).finally(() => {
          running = undefined;
        });
      }
      await untilAborted(running, signal);
    },
  };
}
