import type { FieldRoles } from "../../contract/fields.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { Population } from "../insights/breakdown.ts";
import type { RowIndex } from "../rows/row-index.ts";
import type { ViewColumn } from "../view/columns.ts";
import type { Window } from "../view/range.ts";
import type { View } from "../view/view.ts";

/** The rows of the table as the export needs them. */
type LoadedRows = {
  index: RowIndex;
  count: number;
  /** Whether the last page was seen, so that `count` is all there are. */
  ended: boolean;
  /** Whether the rows are still those of the former view. */
  isUpdating: boolean;
};

/** The view on the screen, as something that can be exported: the very request of the table and what it is made of. */
export type ExportSubject = {
  view: View;
  fields: FieldRoles;
  request: InsightsQueryRequest;
  columns: readonly ViewColumn[];
  window: Window;
  rows: LoadedRows;
  /** What the charts count; undefined while that is not known. */
  population: Population | undefined;
  /** Whether each row is a conversation: some accounts give a conversation a row for each of its values. */
  rowIsConversation: boolean;
  /** The conversations that a person selected, and the field of their ids; undefined where the whole view leaves. */
  selected?: { ids: ReadonlySet<string>; idField: string };
};

/** The view in the words that its filters have on the screen. */
export type SubjectWords = { range: string; filters: readonly string[] };
