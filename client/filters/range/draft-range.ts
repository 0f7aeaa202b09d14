import { Temporal } from "temporal-polyfill";
import { isWallTime, realRange, resolveRange } from "../../view/range.ts";
import type { TimeRange } from "../../view/view.ts";
import { t } from "../../words/words.ts";

/** One end of a range while it is being written: `YYYY-MM-DD` and `HH:mm`, empty where nothing was written. */
export type DraftEnd = { date: string; time: string };

/** A fixed range while it is being written. */
export type DraftRange = { from: DraftEnd; to: DraftEnd };

/** A draft that means something, or the sentence that says why it does not. */
export type CheckedDraft = { ok: true; range: TimeRange } | { ok: false; problem: string };

function dateOf(ms: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Today's date in the zone, which need not be the browser's. */
export function todayIn(zone: string, now: number): string {
  return dateOf(now, zone);
}

function draftEnd(text: string): DraftEnd {
  // What is typed has no seconds.
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

/** What a person starts from: the range of the view as whole days, or its times when it is fixed already. */
export function draftOf(range: TimeRange, zone: string, now: number): DraftRange {
  const real = realRange(range, zone);
  if (real.kind === "fixed") return { from: draftEnd(real.from), to: draftEnd(real.to) };
  const { from, to } = resolveRange(range, zone, now);
  // The last instant inside: a week that ends at Monday's midnight ends on Sunday.
  return { from: { date: dateOf(from, zone), time: "" }, to: { date: dateOf(Math.max(from, to - 1), zone), time: "" } };
}

function wallTime({ date, time }: DraftEnd): string {
  return time === "" ? date : `${date}T${time}`;
}

/** Checks a draft. A day without a time is a whole day: from its first instant, or to the end of it. */
export function checkDraft(draft: DraftRange, zone: string, now: number): CheckedDraft {
  if (draft.from.date === "") return { ok: false, problem: t("rangePanel.problems.noFrom") };
  if (draft.to.date === "") return { ok: false, problem: t("rangePanel.problems.noTo") };
  const range: TimeRange = { kind: "fixed", from: wallTime(draft.from), to: wallTime(draft.to) };
  if (!isWallTime(range.from) || !isWallTime(range.to)) return { ok: false, problem: t("rangePanel.problems.noDate") };
  const [start, end] = [`${draft.from.date}T${draft.from.time}`, `${draft.to.date}T${draft.to.time || "24:00"}`];
  if (end < start) return { ok: false, problem: t("rangePanel.problems.reversed") };
  // Also an hour that clocks skip is no time at all.
  const window = resolveRange(range, zone, now);
  if (window.to <= window.from) return { ok: false, problem: t("rangePanel.problems.empty") };
  return { ok: true, range };
}
