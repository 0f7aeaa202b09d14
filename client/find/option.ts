import type { ReactNode } from "react";
import type { FieldRoles } from "../../contract/fields.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { Async } from "../api/async.ts";
import type { Breakdown } from "../insights/breakdown.ts";
import type { Rows } from "../rows/use-rows.ts";
import type { ViewColumn } from "../view/columns.ts";
import type { Pin } from "../view/pin.ts";
import type { SetView } from "../view/use-view.ts";
import type { FilterRole, View } from "../view/view.ts";

/** A line of the list that can be chosen. */
export type FindOption = {
  key: string;
  icon: ReactNode;
  text: string;
  /** `data` is the account's or a person's, which no translator may touch; an `id` is also cut in its middle. */
  of: "words" | "data" | "id";
  /** A second line. */
  under?: string;
  /** What stands at the end of the line. */
  end?: ReactNode;
  /** Enter, or a click. The box closes before. */
  run: () => void;
  /** Shift and Enter: adds it to the filters. */
  add?: () => void;
};

/** Lines under a heading, and how many there are where not all are shown. */
export type FindGroup = { key: string; title: string; options: readonly FindOption[]; all: number };

/** Something that can be done, a place to go to, or a saved view: what is found by its words alone. */
export type FindAction = {
  key: string;
  icon: ReactNode;
  text: string;
  of: "words" | "data";
  /** Further words that it is found by. */
  words?: string;
  end?: string;
  run: () => void;
};

/** The rows that are held; the same object as long as they are the same rows. */
export type HeldRows = Pick<Rows, "index" | "count" | "isUpdating">;

/** What the box finds in, and what it does. */
export type FindSubject = {
  view: View;
  setView: SetView;
  fields: FieldRoles;
  /** The table's columns, of which the loaded rows have cells. */
  shown: readonly ViewColumn[];
  /** All columns, measures included. */
  columns: readonly ViewColumn[];
  rows: HeldRows;
  facets: Record<FilterRole, Async<Breakdown>>;
  pin: Pin;
  /** The table's query. */
  request: InsightsQueryRequest;
  actions: readonly FindAction[];
  views: readonly FindAction[];
  /** Selects conversations, in another view where one is given. */
  onSelect: (ids: readonly string[], view?: View) => void;
  /** The same, and exports them. */
  onExport: (ids: readonly string[], view?: View) => void;
};

/** How many lines a group has at most. What is left out is said in its heading. */
export const mostShown = 6;

/** A group; none where it has no lines. */
export function groupOf(key: string, title: string, options: readonly FindOption[], all = options.length): FindGroup[] {
  return options.length > 0 ? [{ key, title, options, all }] : [];
}
