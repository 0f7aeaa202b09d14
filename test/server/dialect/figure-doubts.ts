import type { Answer } from "./asking.ts";

/** By what an answer says that its figures may be wrong. */
export type FigureDoubt = {
  /** The number that no figure of the account is above; undefined where nothing is said of one. */
  cap: number | undefined;
  /** How far off a figure may be for being rounded: half the step. 0 where nothing is said of rounding. */
  half: number;
  /** Whether groups may lack conversations, or several stand as one. */
  isKept: boolean;
};

export function figureDoubt({ notes }: Pick<Answer, "notes">): FigureDoubt {
  const most = (key: string) => notes.find((one) => one.key === key)?.values?.most;
  const cap = most("dialectCapped");
  const off = notes.find(({ key }) => key === "dialectCountOff")?.values;
  const half = Number(most("dialectNoisy") ?? Number(most("dialectRounded") ?? 0) / 2);
  return {
    half: Math.max(half, Math.abs(Number(off?.rows ?? 0) - Number(off?.all ?? 0))),
    cap: cap === undefined ? undefined : Number(cap),
    isKept: notes.some(({ key }) => key === "dialectGroupsKept"),
  };
}

/** Whether figures are as far from the true ones as rounding, noise or a cap may put them, each added up of so many. */
export function isRounded({ half, cap }: FigureDoubt, got: number, real: number, figures: number): boolean {
  if (cap !== undefined && got >= cap && got < real) return true;
  return Math.abs(got - real) <= half * figures;
}

/**
 * Whether groups may be those of an account that leaves some out or puts some together: none has more than there are, but
 * one that stands for others, which is of no conversation's value and has no more than the others lack.
 */
export function areKept({ isKept }: FigureDoubt, figures: readonly { got: number; real: number }[]): boolean {
  const lacking = figures.reduce((sum, { got, real }) => sum + Math.max(0, real - got), 0);
  return isKept && figures.every(({ got, real }) => got <= real || (real === 0 && got <= lacking));
}
