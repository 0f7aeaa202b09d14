/** The list that a table is to show. */
export type List = { total: number; pageRows: number };

export type Place = { top: number; bottom: number };

/** What the measurement asks of a table, whichever it is. */
export type Stage = {
  /** Shows the table, which then asks for its first rows. What comes before is there in a dashboard already. */
  start: () => void;
  /** The box that is scrolled. */
  box: () => Element | null;
  /** How many rows are known so far. */
  count: () => number;
  /** Where the rows that are drawn stand on the screen; nothing for a canvas. */
  rows: () => Place[];
  /** Whether rows with content are drawn. */
  isFilled: () => boolean;
  /** Whether a text is drawn. */
  shows: (text: string) => boolean;
};

/** Gets a table ready to be shown. */
export type Prepare = (root: HTMLElement, list: List) => Stage;

declare global {
  interface Window {
    stage: Stage | undefined;
    /** When the first rows had been painted, in milliseconds of the page's clock; 0 before. */
    painted: number;
  }
}

/** The names of the rows' fields, in the order of the columns. */
export const fields = ["Created", "Key", "Channels", "Languages", "Sentiment", "Status"];

/** The stage of a table whose rows are elements. */
export function stageOf(selector: string, own: Pick<Stage, "start" | "box" | "count">): Stage {
  const filled = () => [...document.querySelectorAll(selector)].filter((row) => (row.textContent ?? "").trim() !== "");
  return {
    ...own,
    rows: () =>
      filled().map((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return { top, bottom };
      }),
    isFilled: () => filled().length > 10,
    shows: (text) => (document.body.textContent ?? "").includes(text),
  };
}
