import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import type { FieldRoles } from "../../../contract/fields.ts";
import { allPagesQuery, type FetchedRows } from "../../api/all-pages.ts";
import { type Async, fromQuery } from "../../api/async.ts";
import { InsightsError } from "../../api/errors.ts";
import { parseTime } from "../../format/time.ts";
import { readCount } from "../../insights/cube.ts";
import { countRequest } from "../../view/compile.ts";
import type { Pin } from "../../view/pin.ts";
import type { View } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import { foldWeek, type WeekHours } from "./week-hours.ts";

/** The volume by weekday and hour: counted by hour upstream, folded here. */
export function useWeekHours(view: View, fields: FieldRoles, pin: Pin): Async<WeekHours> {
  const { count, time } = fields.roles;
  const hourField = time?.grains.hour;
  const request = countRequest(view, fields, pin.window, hourField ? [hourField] : [], { kind: "all" });
  const cellZone = request.properties?.timezone ?? "UTC";
  const fold = useCallback(
    ({ rows, told }: FetchedRows): WeekHours => {
      const hours = rows.map((row) => {
        const cell = row[hourField ?? ""];
        const at = parseTime(cell, cellZone);
        if (at === undefined)
          throw new InsightsError("contract", () => t("errors.detail.time", { cell: String(cell) }));
        return { at, count: readCount(row, count?.field ?? "") };
      });
      return { ...foldWeek(hours, pin.window, view.zone, pin.at), told };
    },
    [hourField, count?.field, view.zone, cellZone, pin.window, pin.at],
  );
  const query = useQuery({
    ...allPagesQuery(request, pin.id),
    enabled: count !== undefined && hourField !== undefined,
    select: fold,
  });
  if (!count) return { status: "absent", reason: t("charts.absent.count") };
  if (!hourField) return { status: "absent", reason: t("charts.absent.hour") };
  return fromQuery(query);
}
