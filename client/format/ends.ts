import { t } from "../words/words.ts";
import { formatDecimal } from "./decimal.ts";
import { formatTime, parseTime } from "./time.ts";

function endText(text: string, zone: string): string {
  const ms = parseTime(text, zone);
  return ms === undefined ? formatDecimal(text) : formatTime(ms, zone);
}

/** A range on a field in words: `5 – 10`, `≥ 5`, or two times in the zone. An undefined end is open. */
export function formatEnds({ from, to }: { from: string | undefined; to: string | undefined }, zone: string): string {
  if (from === undefined) return t("filters.more.atMost", { to: endText(to ?? "", zone) });
  if (to === undefined) return t("filters.more.atLeast", { from: endText(from, zone) });
  return t("filters.more.between", { from: endText(from, zone), to: endText(to, zone) });
}
