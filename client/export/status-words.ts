import type { ExportActivity, ExportStatus } from "../../contract/export-status.ts";
import type { ExportSelection } from "../../contract/selection.ts";
import { formatClock } from "../format/time.ts";
import { say, t } from "../words/words.ts";

function secondsUntil(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / 1000));
}

function leftWords(seconds: number): string {
  if (seconds < 90) return t("exporting.item.secondsLeft", { count: Math.max(1, Math.ceil(seconds)) });
  if (seconds < 5400) return t("exporting.item.minutesLeft", { count: Math.round(seconds / 60) });
  return t("exporting.item.hoursLeft", { count: Math.round(seconds / 3600) });
}

/** The total, as long as it can still be true. */
export function knownTotal({ expectedRows, rows }: ExportStatus): number | undefined {
  return expectedRows !== undefined && expectedRows >= rows ? expectedRows : undefined;
}

/** How far a running export is: `3,000 of 12,408 rows · 3 pages · 850 rows/s · about 11 s left`. */
export function progressWords(item: ExportStatus): string {
  const { rows, pages, rate, activity } = item;
  const total = knownTotal(item);
  const parts = [
    total === undefined
      ? t("exporting.item.rows", { count: rows })
      : t("exporting.item.rowsOf", { count: rows, total }),
    t("exporting.item.pages", { count: pages }),
  ];
  if (rate) parts.push(t("exporting.item.rate", { count: rate }));
  // While it waits, nobody knows how long it will.
  if (rate && total !== undefined && total > rows && activity?.kind === "reading") {
    parts.push(leftWords((total - rows) / rate));
  }
  return parts.join(" · ");
}

/**
 * What a running export is at, with the seconds of a wait as they are now.
 *
 * @param zone of the times that are named.
 */
export function activityWords(activity: ExportActivity, now: number, zone: string): string {
  switch (activity.kind) {
    case "preparing": {
      const { job } = activity;
      if (!job) return t("exporting.activity.preparing");
      const time = formatClock(job.insteadAt, zone);
      return t(job.isWaiting ? "exporting.activity.waiting" : "exporting.activity.preparingUntil", { time });
    }
    case "rereading":
      return t("exporting.activity.rereading", { count: activity.rows });
    case "limited": {
      const seconds = secondsUntil(activity.until, now);
      return seconds > 0 ? t("exporting.activity.limited", { seconds }) : t("exporting.activity.limitedOver");
    }
    case "retrying": {
      const { until, why } = activity;
      return t("exporting.activity.retrying", {
        why: say(why),
        attempt: activity.attempt + 1,
        seconds: secondsUntil(until, now),
      });
    }
    default:
      return t(`exporting.activity.${activity.kind}`);
  }
}

/** How the file of an export stands to what Twilio counts. */
function doubtWords({ rows, check }: ExportStatus): string {
  if (check?.verdict === "short" && check.counted !== undefined) {
    return t("exporting.item.short", { found: check.found ?? 0, count: check.counted });
  }
  return t("exporting.item.doubtful", { count: rows });
}

/** How an export stands, in words that confuse none of its ends with another. */
export function stateWords(item: ExportStatus): string {
  const { state, rows: count, damage } = item;
  if (damage) return t("exporting.item.damaged", { count });
  if (state === "doubtful") return doubtWords(item);
  return state === "running" ? t("exporting.item.running") : t(`exporting.item.${state}`, { count });
}

/** What has to be said where not every selected conversation was there; undefined where all were, or it is not over. */
export function missingWords({ chosen, found }: Pick<ExportSelection, "chosen" | "found">): string | undefined {
  return found === undefined || found === chosen ? undefined : t("exporting.selection.missing", { chosen, found });
}
