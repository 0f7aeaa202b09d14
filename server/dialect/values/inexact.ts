import type { Knowledge } from "../../accounts/knowledge.ts";
import { numberOf } from "../local/cells.ts";
import type { Shape } from "../shape.ts";
import { type AskRows, areWhole, type Counts, filtered, sumOf } from "./counts.ts";

/** So many figures are multiples of the same number by chance only once in a million times. */
const leastFigures = 6;
const leastStep = 5;
/** A figure this small is no cap. */
const leastCap = 10;
/** Larger counts that are a little off are told as such where they stand beside each other. */
const mostLooked = 1000;

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function figuresOf({ rows, measure }: Counts): number[] {
  return rows.map((row) => numberOf(row[measure]) ?? 0);
}

/** The number that all figures are multiples of, where so many can't be that by chance. */
function stepOf(figures: readonly number[]): number | undefined {
  const some = figures.filter((one) => one > 0);
  const step = some.reduce(divisor, 0);
  // A group of nobody would not come: it was rounded away.
  const isTelling = some.length >= (figures.includes(0) ? 2 : leastFigures);
  return isTelling && step >= leastStep ? step : undefined;
}

/** Whether people choose such numbers: 20, 50, 250, 1000. */
function isRound(number: number): boolean {
  return number >= leastCap && /^(?:[1-9]|25|75)0*$/.test(String(number));
}

/** Whether no conversation can be in two groups: lists come whole, and of nothing else a conversation has several. */
function areApart(counts: Counts, { several, roles }: Shape): boolean {
  const isOne = (field: string) => (several.has(field) ? areWhole(counts) : field === roles.status?.field);
  return counts.fields.every(isOne);
}

/** Whether groups may be off together by so many because each of their counts is by a few. */
function mayBeNoise({ rows }: Counts, off: number, total: number): boolean {
  return off <= Math.max(total / 10, 3 * Math.sqrt(rows.length + 1));
}

/** Whether counts are known to be off: rounded, off by a little, or too low. */
export function areInexact(knowledge: Pick<Knowledge, "find">): boolean {
  return (["count-step", "count-cap", "count-noise"] as const).some((kind) => knowledge.find(kind) !== undefined);
}

/** How many conversations have a value, and how many groups of those with one hold. */
export type Valued = { count: number; due: number };

/** Finds accounts whose counts are not just the number of conversations, by figures that contradict each other. */
export type InexactCounts = {
  /** Learns that counts may be too low by so many, as rows show. */
  learnLow(by: number): void;
  /** Learns that counts are off where fewer have a value than the groups before had with one. @returns whether it did. */
  learnFewer(counts: Counts, valued: Valued, shape: Shape): boolean;
  /** Learns the same where more have one, and the groups hold as few when they are asked for again. */
  learnMore(counts: Counts, valued: Valued, shape: Shape, ask: AskRows): Promise<boolean>;
  /**
   * Holds groups against the count of all, in one call more where they do not add up.
   *
   * @returns whether something became known, so that the request has to be written anew.
   */
  look(counts: Counts, total: number, shape: Shape, ask: AskRows): Promise<boolean>;
};

export function inexactCounts(knowledge: Knowledge): InexactCounts {
  /** Remembers that each count may be off by half of a number. */
  function learnNoisy(most: number): void {
    knowledge.learn({ kind: "count-noise", most, how: "seen" });
    // Days that did not add up may be why; those of another zone show that again by where they begin.
    if (knowledge.find("no-zone")?.how === "seen") knowledge.forget("no-zone");
  }

  /** The same, of groups that are off together. Errors of single figures mostly cancel each other out. */
  function learnOff({ rows }: Counts, off: number): void {
    learnNoisy(4 * Math.ceil(off / Math.sqrt(rows.length + 1)));
  }

  /** Learns that counts are rounded where they have one divisor. */
  function learnStep(counts: Counts, total: number): boolean {
    const most = stepOf([total, ...figuresOf(counts)]);
    // Figures that are all the same are at a cap.
    if (most === undefined || most === total) return false;
    knowledge.learn({ kind: "count-step", most, how: "seen" });
    return true;
  }

  /** Learns that counts end at a round number: that of all does, and one group of several has as many, or all have far more. */
  async function learnCap(counts: Counts, total: number, shape: Shape, ask: AskRows): Promise<boolean> {
    const most = Math.max(...figuresOf(counts));
    const off = sumOf(counts) - total;
    if (!isRound(total) || off <= 0 || most > total || (most < total && mayBeNoise(counts, off, total))) return false;
    const isProven = areWhole(counts) || areApart(counts, shape) || (await hasOthers(counts, total, ask));
    if (!isProven) return false;
    knowledge.learn({ kind: "count-cap", most: total, how: "seen" });
    // A cap that is a little below what is counted looked like that before.
    knowledge.forget("count-noise");
    return true;
  }

  /** Whether there are conversations beside those of a group that seems to be all. */
  async function hasOthers(counts: Counts, total: number, ask: AskRows): Promise<boolean> {
    const { measure, rows } = counts;
    const [field, ...more] = counts.fields;
    const most = rows.find((row) => numberOf(row[measure]) === total);
    const value = field === undefined ? undefined : most?.[field];
    if (field === undefined || more.length > 0 || typeof value !== "string") return false;
    const others = filtered(counts, { measures: [measure] }, [{ op: "NE", field, values: [value] }]);
    const [row] = (await ask(others)) ?? [];
    return row !== undefined && (numberOf(row[measure]) ?? 0) > 0;
  }

  /**
   * Learns that counts are off by a little. The smaller of two figures is asked for once more: what has arrived meanwhile
   * would be in that as well.
   */
  async function learnNoise(counts: Counts, total: number, shape: Shape, ask: AskRows): Promise<boolean> {
    const { request, measure } = counts;
    const sum = sumOf(counts);
    // Groups that hold less may leave out what has no value, or what is small.
    const isPossible = sum > total && mayBeNoise(counts, sum - total, total);
    if (!isPossible || total >= mostLooked || !areApart(counts, shape)) return false;
    const { filters } = request.query;
    const again = await ask({ ...request, query: { measures: [measure], ...(filters ? { filters } : {}) } });
    if (!again?.[0] || sumOf({ rows: again, measure }) >= sum) return false;
    learnOff(counts, sum - total);
    return true;
  }

  return {
    learnLow: (by) => learnNoisy(2 * by),
    learnFewer(counts, { count, due }, shape) {
      const isPossible = count < due && mayBeNoise(counts, due - count, due);
      if (!isPossible || due >= mostLooked || !areApart(counts, shape)) return false;
      learnOff(counts, due - count);
      return true;
    },
    async learnMore(counts, { count, due }, shape, ask) {
      if (count <= due || due >= mostLooked || !areApart(counts, shape)) return false;
      const again = await ask(counts.request);
      const all = sumOf(counts);
      if (!again || sumOf({ rows: again, measure: counts.measure }) !== all) return false;
      learnOff(counts, count - due);
      return true;
    },
    async look(counts, total, shape, ask) {
      const isNoisy = knowledge.find("count-noise") !== undefined;
      if (!isNoisy && areInexact(knowledge)) return false;
      // Of what is known to be off already nothing more is asked.
      if (isNoisy) return await learnCap(counts, total, shape, async () => undefined);
      const isSame = sumOf(counts) === total;
      if (isSame && !figuresOf(counts).includes(0)) return false;
      if (learnStep(counts, total)) return true;
      if (isSame) return false;
      return (await learnCap(counts, total, shape, ask)) || (await learnNoise(counts, total, shape, ask));
    },
  };
}
