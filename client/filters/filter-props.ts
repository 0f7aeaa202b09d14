import type { Async } from "../api/async.ts";
import type { Breakdown } from "../insights/breakdown.ts";
import type { FilterRole, View } from "../view/view.ts";
import type { Edited } from "./chips.ts";
import type { Addable } from "./more/addable.ts";

/** What the filters are drawn from, as a bar or as a drawer. */
export type FilterBarProps = {
  view: View;
  onChange: (next: View) => void;
  /** The values of each role, counted with the filters of the other roles applied. */
  facets: Record<FilterRole, Async<Breakdown>>;
  /** Roles that no field of this account plays. */
  missing: readonly FilterRole[];
  /** What filters on any other field are made from. */
  addable: Addable;
  /** The filter that is open; undefined when none is. */
  edited: Edited | undefined;
  onEdit: (next: Edited | undefined) => void;
};
