import type { Told } from "../api/told.ts";
import type { FilterRole } from "../view/view.ts";

/** One value of a role and the conversations that have it. */
export type BreakdownEntry = {
  /** The value without regard to case. */
  key: string;
  /** Every spelling of it that the account uses, for the filter that is sent upstream. */
  spellings: readonly string[];
  count: number;
};

/** Which conversations were counted: every one that matches, or only the rows loaded so far. */
export type Population = { kind: "all" | "loaded"; count: number };

/** How the conversations of a view split by one role. */
export type Breakdown = {
  role: FilterRole;
  population: Population;
  /** Most frequent first; each conversation once for each value it has. */
  entries: readonly BreakdownEntry[];
  /** Conversations that have no value for the role. */
  notSet: number;
  /** Whether `notSet` is what is left over where rows could not be read, which may be of values that nobody knows. */
  restUnknown?: boolean;
  /** Whether some conversations have several values, so that the counts add up to more than the population. */
  overlap: boolean;
  /** Whether the overlap shows in rows of one value each: the account takes lists of values apart. */
  takenApart?: boolean;
  /** Undefined for the loaded rows, of which the list itself tells. */
  told?: Told;
};
