import { t } from "../../words/words.ts";
import { roleOne } from "../card/words.ts";
import type { Sheet } from "../save/sheet.ts";
import type { PreparedCrossing } from "./prepare.ts";

/** The rows of the crossing's table. */
export function crossingSheet({ marks, bars }: PreparedCrossing): Sheet {
  return [
    [roleOne("channel"), ...marks.map(({ label }) => label), t("charts.columns.all")],
    ...bars.map(({ label, segments, total }) => [label, ...segments.map(({ count }) => count), total]),
  ];
}
