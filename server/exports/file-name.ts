import { Temporal } from "temporal-polyfill";
import { type ExportFormat, formats } from "../../contract/formats.ts";
import type { Manifest } from "../../contract/manifest.ts";
import { zoneInName } from "../../contract/zone-name.ts";

/** Letters and digits of any script, with single hyphens for all else: valid on every system and in every header. */
function slug(text: string): string {
  const words = text.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return [...words.join("-")].slice(0, 60).join("");
}

type Zoned = Temporal.ZonedDateTime;

function minute({ year, month, day, hour, minute: minutes }: Zoned): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const date = `${year}-${two(month)}-${two(day)}`;
  return hour === 0 && minutes === 0 ? date : `${date}T${two(hour)}${two(minutes)}`;
}

/**
 * A range as a person says it: where it ends with a day, that day is the last one. Its end itself is not in it, and is the
 * beginning of the day behind.
 */
function rangeText(from: Zoned, to: Zoned): string {
  const endsDay = to.equals(to.startOfDay()) && Temporal.ZonedDateTime.compare(from, to) < 0;
  const last = endsDay ? to.toPlainDate().subtract({ days: 1 }).toString() : minute(to);
  return `${minute(from)}_to_${last}`;
}

/** What the name says of a file that is not complete. */
function doubt({ state, check, checkpoint }: Manifest): string {
  if (state !== "doubtful" || check?.found === undefined) return `partial-${checkpoint.rows}-rows`;
  const { verdict, found, counted } = check;
  if (verdict === "short") return `partial-${found}-of-${counted}`;
  return `unverified-${found}${counted === undefined ? "" : `-counted-${counted}`}`;
}

/**
 * `late-calls_2026-11-01_to_2026-11-22T1030_Europe-Berlin.csv`: the view's name, its range in its zone, and the zone. A
 * file that does not hold every row says `partial` and how many it holds, of how many conversations where that is known;
 * one whose figures contradict each other says `unverified` and both; one of selected conversations, how many those were.
 */
export function fileName(manifest: Manifest, format: ExportFormat, zone = manifest.zone): string {
  const { range, name, complete, selection } = manifest;
  const inZone = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const parts = [slug(name) || "conversations"];
  const chosen = selection ? `${selection.chosen}-selected` : "";
  // The name that is proposed for a selection begins with it.
  if (!parts[0]?.startsWith(chosen)) parts.push(chosen);
  if (range) parts.push(rangeText(inZone(range.from), inZone(range.to)));
  else parts.push(minute(inZone(manifest.createdAt)));
  parts.push(zoneInName(zone));
  if (!complete) parts.push(doubt(manifest));
  return `${parts.join("_")}.${formats[format].ending}`;
}
