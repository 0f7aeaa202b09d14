import { formatMoment, formatTime } from "../../format/time.ts";
import { resolveRange } from "../../view/range.ts";
import type { TimeRange } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { offsetLabel, zoneLabel } from "./zone-text.ts";

/** Whether the range is still going on: its end is the moment at which it is asked for. */
function endsNow(range: TimeRange): boolean {
  if (range.kind === "calendar") return range.period === "thisWeek" || range.period === "thisMonth";
  return range.kind === "relative";
}

function nowText(ms: number, zone: string): string {
  return t("filters.range.now", { clock: formatMoment(ms, zone) });
}

/**
 * The instants a range means, in its zone: `Nov 16, 2026, 00:00 – now (Nov 22, 14:05), Europe/Berlin, UTC+1`. When the
 * clocks change in between, each end carries its own offset.
 *
 * @throws RangeError when the zone or a fixed time is not valid.
 */
export function exactRange(range: TimeRange, zone: string, now: number): string {
  const { from, to } = resolveRange(range, zone, now);
  const start = formatTime(from, zone);
  const end = endsNow(range) ? nowText(to, zone) : formatTime(to, zone);
  const [offset, laterOffset] = [offsetLabel(zone, from), offsetLabel(zone, to)];
  if (offset !== laterOffset) return `${start} (${offset}) – ${end} (${laterOffset}), ${zoneLabel(zone)}`;
  return `${start} – ${end}, ${zone === offset ? zone : `${zoneLabel(zone)}, ${offset}`}`;
}
