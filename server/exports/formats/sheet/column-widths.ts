import { type SheetCell, styles } from "./sheet-xml.ts";

/** Widths of a sheet's columns, in letters, from the cells that were looked at. */
export type ColumnWidths = { look(cells: readonly SheetCell[]): void; found(): number[] };

/** A column is never narrower than its filter's button needs, nor so wide that it hides the next ones. */
const [narrowest, widest] = [10, 60];
const edges = 2;
/** The button that a filter puts into a heading. */
const filterButton = 3;

/** What cells of a style show is longer or shorter than the number that they hold. */
const shown: Readonly<Record<number, number>> = {
  [styles.time]: "2026-11-29 14:05:36".length,
  [styles.timeWithMs]: "2026-11-29 14:05:36.123".length,
  [styles.day]: "2026-11-29".length,
  [styles.duration]: "100:00:00".length,
  [styles.durationWithMs]: "100:00:00.000".length,
};

function letters(cell: SheetCell): number {
  if (cell.kind === "number") return shown[cell.style ?? styles.plain] ?? cell.text.length;
  if (cell.kind !== "text") return 0;
  return Math.max(
    ...cell.text
      .slice(0, 1000)
      .split("\n")
      .map((line) => line.length),
  );
}

/** Begins with what the headings need. */
export function columnWidths(headings: readonly SheetCell[]): ColumnWidths {
  const most = headings.map((heading) => letters(heading) + filterButton);
  return {
    look(cells) {
      cells.forEach((cell, at) => {
        most[at] = Math.max(most[at] ?? 0, letters(cell));
      });
    },
    found: () => most.map((length) => Math.min(Math.max(length + edges, narrowest), widest)),
  };
}
