import type { FieldRole, TimeRole } from "../../../contract/fields.ts";
import type { FilterGroup, InsightsQueryRequest } from "../../../contract/query.ts";
import type { Knowledge } from "../../accounts/knowledge.ts";
import { refusalOf } from "../../twilio/refusals.ts";
import type { SentQuery } from "../ladder.ts";
import type { Lane } from "../lane.ts";
import { readRow } from "../leave-out.ts";
import { textOf } from "../local/cells.ts";
import { planQuery } from "../plan.ts";
import type { Shape } from "../shape.ts";
import { spellingOf } from "../split-filters.ts";
import { readMicros } from "../time/instant.ts";
import { wallClock } from "../time/wall-clock.ts";
import { translate } from "../translate.ts";
import { ownZone } from "./known-clocks.ts";
import type { Listed, Shown, Window } from "./listed.ts";

/** A list of conversations with their times, and what its fields are. */
export type ClockList = {
  request: InsightsQueryRequest;
  pageSize: number | undefined;
  id: FieldRole;
  time: TimeRole;
  shape: Shape;
};

export type ClockCalls = {
  /** Conversations of a window, as the account lists them. */
  list(window: Window): Promise<Listed>;
  /**
   * Whether the filter takes its values for instants: whether a window has the same row where it is written with another
   * offset, or without one for another zone of the query. Undefined where that cannot be told.
   */
  heedsOffset(window: Window, row: Shown): Promise<boolean | undefined>;
};

/** The rows with an id, and what their cells show, wherever they have been read in. */
export function shownIn(
  rows: readonly Buffer[],
  { id, time }: Pick<ClockList, "id" | "time">,
  knowledge: Knowledge,
): Shown[] {
  const clock = wallClock(ownZone(knowledge) ?? "UTC");
  return rows.map(readRow).flatMap((row) => {
    const micros = readMicros(row[time.shown]);
    const name = textOf(row[id.field]);
    if (micros === undefined || name === "") return [];
    const ms = Math.floor(micros / 1000);
    return [{ id: name, wallMs: ms + (clock?.offsetAt(ms).milliseconds ?? 0) }];
  });
}

/** How the bounds of a window are written: as usual, with the offset of another zone, or for a query in that zone. */
type Writing = "usual" | "offset" | "zone";

/** Of half hours, as few zones are, and the same all year. */
const other = { zone: "Asia/Kolkata", ms: 19_800_000, offset: "+05:30" };

function withOffset(groups: readonly FilterGroup[]): FilterGroup[] {
  const rewritten = (value: string) =>
    `${new Date(Date.parse(value) + other.ms).toISOString().slice(0, 19)}${other.offset}`;
  return groups.map((group) => ({
    ...group,
    expressions: group.expressions.map((leaf) => ({ ...leaf, values: (leaf.values ?? []).map(rewritten) })),
  }));
}

function written({ request, pageSize }: SentQuery, writing: Writing): SentQuery {
  const { query } = request;
  if (writing === "offset")
    return { request: { ...request, query: { ...query, filters: withOffset(query.filters ?? []) } }, pageSize };
  return writing === "zone"
    ? { request: { ...request, properties: { timezone: other.zone } }, pageSize }
    : { request, pageSize };
}

/** Fewer rows than the smallest pages have are no page that is cut, although some APIs name one behind it. */
const leastCut = 10;

/** The calls that find out in which zone an account's times are. Each is one page, written as the account takes it. */
export function clockCalls(
  { request, pageSize, id, time, shape }: ClockList,
  { knowledge, lane }: { knowledge: Knowledge; lane: Lane },
): ClockCalls {
  const [first] = request.query.orderBy ?? [];
  // Rows that may be of another zone than asked must not be what their cells are read by.
  const readOnly: Knowledge = { ...knowledge, learn: () => undefined, forget: () => undefined };

  async function ask({ from, to }: Window, writing: Writing): Promise<Listed> {
    const { query: _, ...around } = request;
    const moved = writing === "zone" ? other.ms : 0;
    const expressions = [
      { op: "GT" as const, field: time.field, values: [new Date(from + moved).toISOString()] },
      { op: "LT" as const, field: time.field, values: [new Date(to + moved).toISOString()] },
    ];
    const query = {
      dimensions: [id.field, time.shown],
      filters: [{ op: "AND" as const, expressions }],
      ...(first?.field === time.shown ? { orderBy: [first] } : {}),
    };
    const plan = planQuery({ ...around, query }, pageSize, knowledge, shape);
    const sent = "sent" in plan ? plan.sent[0] : undefined;
    if (!("sent" in plan) || !sent) return { rows: [], isWhole: false };
    const page = await lane.first(written(sent, writing));
    const { rows } = await translate(plan, page, shape, { knowledge: readOnly, lane });
    const isWhole = page.nextToken === undefined || rows.length < leastCut;
    return { rows: shownIn(rows, { id, time }, knowledge), isWhole };
  }

  return {
    list: (window) => ask(window, "usual"),
    async heedsOffset(window, row) {
      const spelling = spellingOf(knowledge);
      if (spelling.startsWith("epoch")) return true;
      const hasOffset = spelling === "milliseconds" || spelling === "seconds" || spelling === "offset";
      if (!hasOffset && (request.properties === undefined || knowledge.find("no-properties"))) return undefined;
      try {
        const isThere = (await ask(window, hasOffset ? "offset" : "zone")).rows.some((one) => one.id === row.id);
        // What does not heed the zone of the query may be read in UTC or in the account's own.
        return isThere || hasOffset ? isThere : undefined;
      } catch (error) {
        if (refusalOf(error)) return undefined;
        throw error;
      }
    },
  };
}
