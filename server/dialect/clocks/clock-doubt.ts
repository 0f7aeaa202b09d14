import type { Knowledge } from "../../accounts/knowledge.ts";
import { partsOfReading } from "../answer/readings.ts";
import type { Shape } from "../shape.ts";
import { spellingOf, windowOf } from "../split-filters.ts";
import { type ClockList, shownIn } from "./clock-calls.ts";
import type { Shown, Window } from "./listed.ts";

/** Times of a list of which it is to be found out in which zone they are. */
export type ClockDoubt = {
  list: ClockList;
  /** Rows of the list, by what their cells show. */
  rows: Shown[];
  /** What the list's filter leaves of the time. */
  window: Window | undefined;
  /** `silent`: cells say no zone. `odd`: they say one, and lie beside the window. */
  why: "silent" | "odd";
  /** Whether windows of a few seconds can be asked for. */
  canAsk: boolean;
};

/** Rows at each end of a page that are looked at. */
const looked = 30;
/** A filter may drop fractions of a second, and may be read in another zone. */
const [leastOddMs, mostOddMs] = [60_000, 26 * 3_600_000];

function isBeside({ from, to }: Window, { wallMs }: Shown): boolean {
  const beside = Math.max(from - wallMs, wallMs - to);
  return beside > leastOddMs && beside < mostOddMs;
}

/**
 * What is to be found out of the times in a list, if anything. Of cells with Z or an offset that is nothing but where they
 * lie beside the window.
 *
 * @param rows the rows of a page, in the one form.
 */
export function clockDoubt(
  { request, pageSize }: Pick<ClockList, "request" | "pageSize">,
  rows: readonly Buffer[],
  shape: Shape,
  knowledge: Knowledge,
): ClockDoubt | undefined {
  const { id, time } = shape.roles;
  const { dimensions = [] } = request.query;
  if (!id || !time || !dimensions.includes(id.field) || !dimensions.includes(time.shown)) return undefined;
  if ((request.properties?.timezone ?? "UTC") !== "UTC" || shape.grains.has(time.shown)) return undefined;
  if (knowledge.find("open-zone", time.shown) || knowledge.find("range-zone", time.field)) return undefined;
  const frame = partsOfReading(knowledge.find("time-cells", time.shown)?.value)?.frame;
  const own = knowledge.find("own-zone", time.shown);
  const why = frame === undefined || frame === "stated" ? "odd" : "silent";
  if (own?.how === "seen" || frame === "false") return undefined;
  const ends =
    why === "odd" ? [...rows.slice(0, 1), ...rows.slice(-1)] : [...rows.slice(0, looked), ...rows.slice(-looked)];
  const shown = shownIn([...new Set(ends)], { id, time }, knowledge);
  const asked = windowOf(request);
  const window = asked?.field === time.field ? asked : undefined;
  if (shown.length === 0 || (why === "odd" && !(window && shown.some((row) => isBeside(window, row)))))
    return undefined;
  const canAsk = !knowledge.find("no-filter", time.field) && spellingOf(knowledge) !== "date";
  return { list: { request, pageSize, id, time, shape }, rows: shown, window, why, canAsk };
}
