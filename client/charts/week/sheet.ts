import { t } from "../../words/words.ts";
import type { Sheet } from "../save/sheet.ts";
import { hourName, type PreparedWeek } from "./prepare.ts";

/** The rows of the heat map's table; an hour that is not in the range has an empty cell and no zero. */
export function weekSheet({ days }: PreparedWeek): Sheet {
  return [
    [t("charts.trend.hour.name"), ...days.map(({ long }) => long)],
    ...Array.from({ length: 24 }, (_, hour) => [
      hourName(hour),
      ...days.map(({ cells }) => (cells[hour]?.shade === undefined ? undefined : cells[hour]?.count)),
    ]),
  ];
}
