import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { FieldRoles } from "../../contract/fields.ts";
import type { Row } from "../../contract/page.ts";
import { conditionLeaves, countRequest } from "../view/compile.ts";
import type { Pin } from "../view/pin.ts";
import type { View } from "../view/view.ts";
import { t } from "../words/words.ts";
import { type Async, fromQuery } from "./async.ts";
import { trendGrain } from "./buckets.ts";
import { readCount } from "./cube.ts";
import { readTrend, trendRow, withRest } from "./read-trend.ts";
import type { Trend } from "./trend.ts";
import { wholeQuery } from "./whole.ts";

/** The account's dimension for a grain: hours can be added up to days, but not the other way round. */
function grainField(
  { roles }: FieldRoles,
  wanted: Trend["grain"],
): { field: string; grain: Trend["grain"] } | undefined {
  const { hour, day } = roles.time?.grains ?? {};
  if (wanted === "day" && day) return { field: day, grain: "day" };
  if (hour) return { field: hour, grain: wanted };
  return day ? { field: day, grain: "day" } : undefined;
}

function useTrendQuery(view: View, fields: FieldRoles, pin: Pin, bySentiment: boolean, enabled: boolean) {
  const { roles } = fields;
  const grain = grainField(fields, trendGrain(pin.window));
  const sentiment = bySentiment ? roles.sentiment : undefined;
  const dimensions = [grain?.field, sentiment?.field].filter((field) => field !== undefined);
  const request = countRequest(view, fields, pin.window, dimensions, { kind: "all" }, conditionLeaves(sentiment));
  const read = useCallback(
    (rows: Row[]): Trend => {
      const count = roles.count?.field ?? "";
      const read = rows.map((row) =>
        trendRow(row, readCount(row, count), grain?.field ?? "", bySentiment ? roles : {}),
      );
      const total = read.reduce((sum, row) => sum + row.count, 0);
      const population = { kind: "all", count: total } as const;
      const frame = { window: pin.window, zone: view.zone, grain: grain?.grain ?? "day", population };
      return readTrend(read, frame, bySentiment && roles.sentiment !== undefined);
    },
    [roles, pin.window, view.zone, grain?.field, grain?.grain, bySentiment],
  );
  // Rows of another window must not be drawn into this one's buckets, not even for a moment. The function stays the
  // same from render to render: a new one would have the former rows read anew, and what is new is drawn again.
  const formerOfPin = useCallback(
    (former: Row[] | undefined, query: { queryKey: readonly unknown[] } | undefined) =>
      query?.queryKey[1] === pin.id ? former : undefined,
    [pin.id],
  );
  return useQuery({
    ...wholeQuery(request, pin.id),
    enabled: enabled && grain !== undefined && roles.count !== undefined,
    placeholderData: formerOfPin,
    select: read,
  });
}

/**
 * The conversations of the view over time, split by sentiment where the account has it.
 *
 * @param loaded what the loaded rows say, for accounts that cannot count by hour or day.
 */
export function useTrend(view: View, fields: FieldRoles, pin: Pin, loaded: Async<Trend>): Async<Trend> {
  const conditional = fields.roles.sentiment?.condition !== undefined;
  const bySentiment = useTrendQuery(view, fields, pin, true, true);
  const all = useTrendQuery(view, fields, pin, false, conditional);
  const joined = useMemo(
    () => (conditional && all.data && bySentiment.data ? withRest(all.data, bySentiment.data) : undefined),
    [conditional, all.data, bySentiment.data],
  );
  if (!fields.roles.time) return { status: "absent", reason: t("errors.absentRole.time") };
  if (!fields.roles.count || !grainField(fields, "day")) return loaded;
  if (!conditional) return fromQuery(bySentiment);
  const whole = fromQuery(all);
  const parts = fromQuery(bySentiment);
  if (parts.status !== "ready" || whole.status !== "ready") return parts.status === "ready" ? whole : parts;
  return joined ? { status: "ready", data: joined, updating: whole.updating || parts.updating } : { status: "loading" };
}
