import { type CubeRole, cubeRoles, perCubeRole } from "../../contract/roles.ts";

/** The roles a person can filter by. */
export const filterRoles = cubeRoles;
export type FilterRole = CubeRole;

export const relativeUnits = ["hour", "day"] as const;
export const calendarPeriods = ["yesterday", "thisWeek", "lastWeek", "thisMonth", "lastMonth"] as const;
export type CalendarPeriod = (typeof calendarPeriods)[number];
/** The days other than Monday that weeks begin on somewhere. */
export const otherWeekStarts = ["sunday", "saturday"] as const;
export type OtherWeekStart = (typeof otherWeekStarts)[number];

/**
 * The time range of a view.
 * - `relative`: the last N hours up to now, or the last N calendar days, today included, up to now.
 * - `calendar`: a named period of the calendar in the view's zone. A week begins on Monday where the range does not say
 *   otherwise: it says so itself, so that a link has the same days for everybody.
 * - `fixed`: wall-clock times in the view's zone, `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`, to the millisecond where that
 *   matters; `from` is included. A plain date as `to` means to the end of that day; a `to` with a time is excluded.
 */
export type TimeRange =
  | { kind: "relative"; amount: number; unit: (typeof relativeUnits)[number] }
  | { kind: "calendar"; period: CalendarPeriod; weekStart?: OtherWeekStart }
  | { kind: "fixed"; from: string; to: string };

/** Chosen raw values by role, exactly as the account spells them. An empty list is no filter. */
export type Chosen = Record<FilterRole, readonly string[]>;

/**
 * A filter on a dimension that plays no role.
 * - `values`: one of these raw values, or none of them when `exclude`.
 * - `range`: between two numbers, or two instants as ISO 8601; both ends are included as far as Twilio's GT and LT can
 *   say it (see compile.ts).
 * - `notSet`: without any value, as far as rows tell.
 */
export type MoreFilter =
  | { kind: "values"; field: string; values: readonly string[]; exclude: boolean }
  | { kind: "notSet"; field: string }
  | { kind: "range"; field: string; from: string | undefined; to: string | undefined };

/** How a chart of two dimensions is drawn: parts on one another, parts of a whole, or beside each other. */
export const exploreLooks = ["stacked", "share", "side"] as const;
export type ExploreLook = (typeof exploreLooks)[number];

/** Of how many values at most a chart is drawn; of all of them where none is said. */
export const exploreTops = [5, 10, 20] as const;
export type ExploreTop = (typeof exploreTops)[number];

/** The chart that a person puts together: a measure for each value of a dimension, or of two. */
export type Explore = {
  measure: string;
  dimension: string;
  /** The dimension that splits each value of the first. */
  split?: string | undefined;
  /** Undefined: what suits the measure. */
  look?: ExploreLook | undefined;
  top?: ExploreTop | undefined;
};

/** What agents can be sorted by. */
export const agentFigures = ["count", "negative", "duration", "wait"] as const;
export type AgentFigure = (typeof agentFigures)[number];

/** How agents are listed: one by one, or people against AI, and in which order. */
export type AgentList = { by: "agent" | "kind"; sort: AgentFigure; direction: "ASC" | "DESC" };
export const usualAgents: AgentList = { by: "agent", sort: "count", direction: "DESC" };

/** The two ways to look at a view: which conversations they are, or what they add up to. */
export const lenses = ["conversations", "analysis"] as const;
export type Lens = (typeof lenses)[number];

/** The cards that the Analysis lens can have, in their usual order. */
export const cardNames = [
  "trend",
  "channel",
  "language",
  "sentiment",
  "agents",
  "week",
  "crossing",
  "explore",
] as const;
export type CardName = (typeof cardNames)[number];

export type Sort = { field: string; direction: "ASC" | "DESC" };

/** Everything that decides what is on the screen. Its only home is the address bar. */
export type View = {
  range: TimeRange;
  /** An IANA time zone: in it ranges begin and end, buckets are cut and times are shown. */
  zone: string;
  chosen: Chosen;
  /** Raw values by role whose conversations are left out. */
  excluded: Chosen;
  /** Roles without any value, which has no place beside values of the same role. In the order of {@link filterRoles}. */
  notSet: readonly FilterRole[];
  /** At most one filter of each kind on a field; without any value has no place beside values. */
  more: readonly MoreFilter[];
  /** Undefined: newest first. */
  sort: Sort | undefined;
  /** Field names of the visible columns in their order; undefined: the account's usual columns. */
  columns: readonly string[] | undefined;
  /** Whether the period before is drawn behind the charts. */
  compare: boolean;
  explore: Explore | undefined;
  agents: AgentList;
  lens: Lens;
  /** The cards of the Analysis lens in their order, each once; undefined: all of them in the usual order. */
  cards: readonly CardName[] | undefined;
  /** The id of the conversation that is open beside the table. */
  open: string | undefined;
  /** Whether the open conversation takes the whole width. Never without one. */
  reading: boolean;
};

export const defaultRange: TimeRange = { kind: "relative", amount: 7, unit: "day" };
export const nothingChosen: Chosen = perCubeRole(() => []);

/** The view of a bare address: the last seven days in the given zone, newest first. */
export function defaultView(zone: string): View {
  return {
    range: defaultRange,
    zone,
    chosen: nothingChosen,
    excluded: nothingChosen,
    notSet: [],
    more: [],
    sort: undefined,
    columns: undefined,
    compare: false,
    explore: undefined,
    agents: usualAgents,
    lens: "conversations",
    cards: undefined,
    open: undefined,
    reading: false,
  };
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

export function withCompare(view: View, compare: boolean): View {
  return { ...view, compare };
}

export function withExplore(view: View, explore: Explore | undefined): View {
  return { ...view, explore };
}

export function withAgents(view: View, agents: AgentList): View {
  return { ...view, agents };
}

export function withLens(view: View, lens: Lens): View {
  return { ...view, lens };
}

/** Shows these cards, in this order. None at all, or all as they usually are, is the usual choice. */
export function withCards(view: View, cards: readonly CardName[] | undefined): View {
  const isUsual = cards === undefined || cards.length === 0 || cards.join() === cardNames.join();
  return { ...view, cards: isUsual ? undefined : cards };
}

/** Opens another conversation in the way the former one is read; without one nothing is read. */
export function withOpen(view: View, open: string | undefined): View {
  return { ...view, open, reading: view.reading && open !== undefined };
}

/** Reads the open conversation in the whole width, or beside the table again. */
export function withReading(view: View, reading: boolean): View {
  return { ...view, reading: reading && view.open !== undefined };
}
