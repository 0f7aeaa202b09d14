import type { FieldRoles } from "../../../contract/fields.ts";
import type { Metadata } from "../../../contract/metadata.ts";
import type { Async } from "../../api/async.ts";
import type { Breakdowns } from "../../insights/separate-queries.ts";
import type { ViewColumn } from "../../view/columns.ts";
import type { Pin } from "../../view/pin.ts";
import type { View } from "../../view/view.ts";
import type { Trend } from "../trend/trend.ts";
import type { FigureChange } from "./change.ts";
import type { LinePoint } from "./line.ts";

/** What the key figures are given of the dashboard. */
export type FiguresSetting = {
  metadata: Metadata;
  view: View;
  setView: (view: View) => void;
  fields: FieldRoles;
  pin: Pin;
  breakdowns: Breakdowns;
  trend: Async<Trend>;
  rows: { isFirstLoad: boolean; isUpdating: boolean; error: unknown };
  /** The dimensions that are columns, and with them the measures that can be. */
  columns: readonly ViewColumn[];
  selectable: readonly ViewColumn[];
};

/** One figure as it is drawn. */
export type KeyFigure = {
  name: "conversations" | "negative" | "ai" | "duration" | "wait";
  label: string;
  /** Undefined while it is on its way. */
  value: string | undefined;
  /** Whether the value is that of the view before, while this one's is on its way. */
  isFormer?: boolean;
  /** What waits for it: the charts themselves, or what comes after them. */
  waitsFor: "charts" | "later";
  change: FigureChange | undefined;
  line: readonly LinePoint[];
  /** The exact value, what it is of and what it is held against, and what a click does; a sentence each. */
  title: readonly string[];
  /** Undefined where the account gives nothing that a click could do. */
  onPress: (() => void) | undefined;
  /** Whether its filter is on; undefined where it is no filter. */
  pressed?: boolean;
};
