/** What the measurement asks of a table, whichever it is. */
export type Stage = {
  /** The box that is scrolled. */
  box: () => Element | null;
  /** How many rows are known so far. */
  count: () => number;
  /** The text of the first cell of each row that is drawn, with its place on the screen. */
  rows: () => { top: number; bottom: number }[];
};

declare global {
  interface Window {
    stage: Stage | undefined;
  }
}

/** The rows that a selector finds and that have something to show. */
export function filledRows(selector: string): { top: number; bottom: number }[] {
  return [...document.querySelectorAll(selector)]
    .filter((row) => (row.textContent ?? "").trim() !== "")
    .map((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return { top, bottom };
    });
}
