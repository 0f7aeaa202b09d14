import { hasLost } from "../../api/told.ts";
import type { Breakdown } from "../../insights/breakdown.ts";
import { t } from "../../words/words.ts";
import { overlapNote, restNotes } from "../card/words.ts";

/** What a breakdown is compared with: of figures that lack something, a change would be of what they lack. */
export function comparable(previous: Breakdown | undefined, breakdown: Breakdown): Breakdown | undefined {
  return previous && ![previous, breakdown].some(hasLost) ? previous : undefined;
}

/** What must be said of a breakdown. The chart tells of "Not set" at its own bar; the table has the room to say it in full. */
export function breakdownNotes(breakdown: Breakdown, view: "chart" | "table" | "file"): string[] {
  const { role, overlap, notSet, restUnknown } = breakdown;
  const notes = [...(overlap ? [overlapNote(role)] : []), ...restNotes(notSet > 0, restUnknown)];
  return !restUnknown && view !== "chart" && notSet > 0 ? [...notes, t("charts.notSetNote")] : notes;
}
