import { Temporal } from "temporal-polyfill";
import { formatDecimal, readDecimal } from "../../format/decimal.ts";
import { nudged } from "../../view/nudge.ts";
import { isWallTime, resolveRange } from "../../view/range.ts";
import type { View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import type { DraftEnd, DraftRange } from "../range/draft-range.ts";

type Range = { from: string | undefined; to: string | undefined };

/** A range that means something, or the sentence that says why it does not. */
export type CheckedRange = { ok: true; range: Range } | { ok: false; problem: string };

/** The range on a field in the view, both ends open when there is none. */
export function moreRange(view: View, field: string): Range {
  const filter = view.more.find((one) => one.kind === "range" && one.field === field);
  return filter?.kind === "range" ? filter : { from: undefined, to: undefined };
}

/** Reads two numbers as they are typed; an empty one leaves its end open. */
export function checkNumbers(fromText: string, toText: string): CheckedRange {
  const [from, to] = [readDecimal(fromText), readDecimal(toText)];
  if ((fromText.trim() !== "" && from === undefined) || (toText.trim() !== "" && to === undefined))
    return { ok: false, problem: t("fieldFilter.notNumber", { example: 12_345.6 }) };
  if (from === undefined && to === undefined) return { ok: false, problem: t("fieldFilter.empty") };
  if (from !== undefined && to !== undefined && Number(to) < Number(from))
    return { ok: false, problem: t("fieldFilter.reversed") };
  return { ok: true, range: { from, to } };
}

function wallOf({ date, time }: DraftEnd): string | undefined {
  if (date === "") return undefined;
  return time === "" ? date : `${date}T${time}`;
}

/** Reads two times of the zone as instants; a day without a time is the whole day. An empty end is open. */
export function checkTimes(draft: DraftRange, zone: string): CheckedRange {
  const [from, to] = [wallOf(draft.from), wallOf(draft.to)];
  if (from === undefined && to === undefined) return { ok: false, problem: t("fieldFilter.empty") };
  if ((from !== undefined && !isWallTime(from)) || (to !== undefined && !isWallTime(to)))
    return { ok: false, problem: t("rangePanel.problems.noDate") };
  const start = from === undefined ? undefined : resolveRange({ kind: "fixed", from, to: from }, zone, 0).from;
  // Both ends of a filter are included, so it ends with the last millisecond of the day or before the minute.
  const end = to === undefined ? undefined : resolveRange({ kind: "fixed", from: to, to }, zone, 0).to - 1;
  if (start !== undefined && end !== undefined && end < start)
    return { ok: false, problem: t("rangePanel.problems.reversed") };
  const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());
  return { ok: true, range: { from: iso(start), to: iso(end) } };
}

function draftEnd(iso: string | undefined, zone: string, isEnd: boolean): DraftEnd {
  const ms = iso === undefined ? Number.NaN : Date.parse(iso);
  if (Number.isNaN(ms)) return { date: "", time: "" };
  const at = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const shown = at(isEnd ? ms + 1 : ms);
  const wholeDay = shown.equals(shown.startOfDay());
  if (wholeDay) return { date: at(ms).toPlainDate().toString(), time: "" };
  return { date: shown.toPlainDate().toString(), time: shown.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** What a person starts from: the times of the range that is set already. */
export function draftTimes({ from, to }: Range, zone: string): DraftRange {
  return { from: draftEnd(from, zone, false), to: draftEnd(to, zone, true) };
}

/** What Twilio is asked for instead of a range of numbers: decimals between an end and its neighbour are let in. */
export function askedText(range: Range): string {
  const { from, to } = nudged(range.from, range.to);
  const [low, high] = [formatDecimal(from ?? ""), formatDecimal(to ?? "")];
  if (to === undefined) return t("fieldFilter.asked", { ends: t("fieldFilter.moreThan", { from: low }) });
  if (from === undefined) return t("fieldFilter.asked", { ends: t("fieldFilter.lessThan", { to: high }) });
  return t("fieldFilter.asked", { ends: t("fieldFilter.moreAndLess", { from: low, to: high }) });
}
