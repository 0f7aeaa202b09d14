import type { DurationUnit } from "../../../contract/durations.ts";
import type { CellKind } from "../../../contract/roles/role.ts";
import type { ColumnRole } from "../../../contract/roles.ts";

/** What a cell is drawn from. */
export type CellProps = {
  kind: CellKind;
  role?: ColumnRole | undefined;
  value: unknown;
  /** Of an agent: what says whether it is a person. */
  kindValue?: unknown;
  /** Whether one value has to do, and how many more there are. */
  isTight?: boolean | undefined;
  zone: string;
  /** The times are days or longer stretches of the calendar. */
  calendar?: true | undefined;
  /** The field is in no row of the list: nothing is known of its values, not even that there are none. */
  notReturned?: boolean | undefined;
  /** The unit of a duration. */
  unit?: DurationUnit | undefined;
};
