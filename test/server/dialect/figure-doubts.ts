import type { Answer } from "./asking.ts";

/** By what an answer says that its figures may be wrong. */
export type FigureDoubt = {
  /** How far off a figure may be for being rounded: half the step. 0 where nothing is said of rounding. */
  half: number;
  /** Whether groups may lack conversations, or several stand as one. */
  isKept: boolean;
};

export function figureDoubt({ notes }: Pick<Answer, "notes">): FigureDoubt {
  const rounded = notes.find(({ key }) => key === "dialectRounded");
  return {
    half: Number(rounded?.values?.most ?? 0) / 2,
    isKept: notes.some(({ key }) => key === "dialectGroupsKept"),
  };
}

/** Whether figures are as far from the true ones as rounding may put them, each of them added up of so many. */
export function isRounded({ half }: FigureDoubt, got: number, real: number, figures: number): boolean {
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
