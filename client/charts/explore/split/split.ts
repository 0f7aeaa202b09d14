import type { Row } from "../../../../contract/page.ts";
import type { Told } from "../../../api/told.ts";
import { cellMembers } from "../../../format/values.ts";
import type { Population } from "../../../insights/breakdown.ts";
import { type Explored, type ExploreEntry, type ExploreFrame, readExplored, readMeasure } from "../explore.ts";

/** A measure exactly as it was sent, and as a number; undefined where there is none, which is not zero. */
export type SplitCell = Pick<ExploreEntry, "text" | "value">;

/** One value of the second dimension. */
export type SplitSeries = {
  key: string;
  /** The members of the cell; none where it is not set. */
  members: readonly string[];
};

/** One value of the first dimension with the measure of each series; a series that it has not is not among the cells. */
export type SplitGroup = Omit<ExploreEntry, "text" | "value"> & { key: string; cells: ReadonlyMap<string, SplitCell> };

/** A measure by two dimensions. */
export type Split = Pick<Explored, "grain" | "zone" | "outside" | "cut"> & {
  population?: Population;
  /** As they came; times in their order, without a hole. */
  groups: readonly SplitGroup[];
  series: readonly SplitSeries[];
  /** Of a time: those that have none, which have no place on the line. */
  untimed: SplitGroup | undefined;
  told?: Told;
};

/** Whether an answer is by two dimensions. */
export function isSplit(explored: Explored | Split): explored is Split {
  return "series" in explored;
}

export function keyOf(members: readonly string[]): string {
  return JSON.stringify(members);
}

/** Two rows of the same values: what adds up is added, and of what does not, nobody knows the measure of both. */
function together(one: SplitCell | undefined, other: SplitCell, adds: boolean): SplitCell {
  if (!one) return other;
  if (!adds) return { text: undefined, value: undefined };
  const value = (one.value ?? 0) + (other.value ?? 0);
  return { text: String(value), value };
}

/**
 * Reads a measure by two dimensions, as `readExplored` reads it by one.
 *
 * @param adds whether measures of different values may be added up.
 * @throws InsightsError when a measure or a time cannot be read: a chart must not guess.
 */
export function readSplit(
  rows: readonly Row[],
  frame: ExploreFrame & { split: string; adds: boolean },
): Omit<Split, "cut" | "population" | "told"> {
  const { measure, dimension, split, adds } = frame;
  const firsts = new Map<string, Row>();
  const series = new Map<string, SplitSeries>();
  const cells = new Map<string, Map<string, SplitCell>>();
  for (const row of rows) {
    const [group, members] = [keyOf(cellMembers(row[dimension])), cellMembers(row[split])];
    const key = keyOf(members);
    if (!firsts.has(group)) firsts.set(group, row);
    if (!series.has(key)) series.set(key, { key, members });
    const own = cells.get(group) ?? new Map<string, SplitCell>();
    own.set(key, together(own.get(key), readMeasure(row[measure], measure), adds));
    cells.set(group, own);
  }
  const { grain, zone, entries, untimed, outside } = readExplored([...firsts.values()], frame);
  const groupOf = ({ members, start, end, partial }: ExploreEntry): SplitGroup => {
    const key = keyOf(members);
    // A gap of a line has no members either, and holds nothing.
    const isGap = start !== undefined && members.length === 0;
    const own = isGap ? undefined : cells.get(key);
    return {
      key: isGap ? `gap ${start}` : key,
      members,
      start,
      end,
      partial,
      cells: own ?? new Map<string, SplitCell>(),
    };
  };
  return {
    grain,
    zone,
    groups: entries.map(groupOf),
    series: [...series.values()],
    untimed: untimed && groupOf(untimed),
    outside,
  };
}
