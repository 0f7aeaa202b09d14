import type { FieldRoles } from "../../../contract/fields.ts";
import type { Metadata } from "../../../contract/metadata.ts";
import type { Async } from "../../api/async.ts";
import type { Breakdown } from "../../insights/breakdown.ts";
import type { ViewColumn } from "../../view/columns.ts";
import type { Pin } from "../../view/pin.ts";
import type { FilterRole, View } from "../../view/view.ts";
import type { PreviousCharts } from "../previous/use-previous-period.ts";
import type { Trend } from "../trend/trend.ts";

/** One value of a role in one stretch of time. Milliseconds since 1970; `to` is excluded. */
export type ChartPart = {
  role: FilterRole;
  spellings: readonly string[];
  from: number;
  to: number;
  /** Whether it is left out. */
  exclude: boolean;
};

/** What the charts are given of the dashboard. A card takes what it needs of it, and asks for the rest itself. */
export type ChartSetting = {
  metadata: Metadata;
  /** The dimensions that can be columns: those of text can be filtered by. */
  columns: readonly ViewColumn[];
  view: View;
  fields: FieldRoles;
  /** The moment of the view: what is not whole or fresh at it is drawn so. */
  pin: Pin;
  breakdowns: Record<FilterRole, Async<Breakdown>>;
  trend: Async<Trend>;
  /** The same charts of the period before, where the view compares. */
  previous?: PreviousCharts | undefined;
  onView: (view: View) => void;
  /** Chooses a value of a role by all its spellings, or takes it back. */
  onToggle: (role: FilterRole, spellings: readonly string[]) => void;
  /** Leaves a value of a role out, or takes that back. */
  onExclude?: ((role: FilterRole, spellings: readonly string[]) => void) | undefined;
  /** Takes a value of a role, or leaves it out, and narrows the time range, in one step. */
  onPart?: ((part: ChartPart) => void) | undefined;
  /** Narrows the time range; `toMs` is excluded. */
  onRange?: ((fromMs: number, toMs: number) => void) | undefined;
};
