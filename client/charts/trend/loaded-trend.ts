import type { FieldRoles } from "../../../contract/fields.ts";
import type { Row } from "../../../contract/page.ts";
import { rowsZone } from "../../view/asked-zone.ts";
import type { Pin } from "../../view/pin.ts";
import { trendGrain } from "../time/buckets.ts";
import { readTrend, trendRow } from "./read-trend.ts";
import type { Trend } from "./trend.ts";

/**
 * The loaded rows over time, for accounts that cannot count by hour or day. The population says `loaded`.
 *
 * @throws InsightsError when a time cannot be read.
 */
export function loadedTrend(
  rows: readonly Row[],
  { roles, grains }: Pick<FieldRoles, "roles" | "grains">,
  pin: Pin,
  zone: string,
): Trend {
  const shown = roles.time?.shown ?? "";
  const read = rows.map((row) => trendRow(row, 1, shown, roles));
  const cellZone = rowsZone([shown], zone, grains);
  const frame = { window: pin.window, zone, cellZone, grain: trendGrain(pin.window), kind: "loaded" } as const;
  return readTrend(read, frame, roles.sentiment !== undefined);
}
