/** The roles a person can filter by. */
export const filterRoles = ["channel", "language", "sentiment", "status"] as const;
export type FilterRole = (typeof filterRoles)[number];

export const relativeUnits = ["hour", "day"] as const;
export const calendarPeriods = ["yesterday", "thisWeek", "lastWeek", "thisMonth", "lastMonth"] as const;
export type CalendarPeriod = (typeof calendarPeriods)[number];

/**
 * The time range of a view.
 * - `relative`: the last N hours up to now, or the last N calendar days, today included, up to now.
 * - `calendar`: a named period of the calendar in the view's zone; weeks begin on Monday.
 * - `fixed`: wall-clock times in the view's zone, `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`; `from` is included. A plain date
 *   as `to` means to the end of that day; a `to` with a time is excluded.
 */
export type TimeRange =
  | { kind: "relative"; amount: number; unit: (typeof relativeUnits)[number] }
  | { kind: "calendar"; period: CalendarPeriod }
  | { kind: "fixed"; from: string; to: string };

/** Chosen raw values by role, exactly as the account spells them. An empty list is no filter. */
export type Chosen = Record<FilterRole, readonly string[]>;

export type Sort = { field: string; direction: "ASC" | "DESC" };

/** Everything that decides what is on the screen. Its only home is the address bar. */
export type View = {
  range: TimeRange;
  /** An IANA time zone: in it ranges begin and end, buckets are cut and times are shown. */
  zone: string;
  chosen: Chosen;
  /** Undefined: newest first. */
  sort: Sort | undefined;
  /** Field names of the visible columns in their order; undefined: the account's usual columns. */
  columns: readonly string[] | undefined;
};

export const defaultRange: TimeRange = { kind: "relative", amount: 7, unit: "day" };
export const nothingChosen: Chosen = { channel: [], language: [], sentiment: [], status: [] };

/** The view of a bare address: the last seven days in the given zone, newest first. */
export function defaultView(zone: string): View {
  return { range: defaultRange, zone, chosen: nothingChosen, sort: undefined, columns: undefined };
}

export function withRange(view: View, range: TimeRange): View {
  return { ...view, range };
}

export function withZone(view: View, zone: string): View {
  return { ...view, zone };
}

export function withSort(view: View, sort: Sort | undefined): View {
  return { ...view, sort };
}

export function withColumns(view: View, columns: readonly string[] | undefined): View {
  return { ...view, columns };
}

export function withChosen(view: View, role: FilterRole, values: readonly string[]): View {
  return { ...view, chosen: { ...view.chosen, [role]: values } };
}

/**
 * Chooses the given spellings of one value, or takes them back when any of them is chosen already. One value can have
 * several spellings in one account (`voice`, `VOICE`): they are chosen together.
 */
export function toggleChosen(view: View, role: FilterRole, spellings: readonly string[]): View {
  const chosen = view.chosen[role];
  const rest = chosen.filter((value) => !spellings.includes(value));
  return withChosen(view, role, rest.length < chosen.length ? rest : [...chosen, ...spellings]);
}

/** Takes back every chosen value; range, zone, sort and columns stay. */
export function clearChosen(view: View): View {
  return { ...view, chosen: nothingChosen };
}

export function hasChosen(view: View): boolean {
  return filterRoles.some((role) => view.chosen[role].length > 0);
}
