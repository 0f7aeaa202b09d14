/** The part of a range that is within an element, as text. */
function markedText(range: Range, element: Element): string {
  if (!range.intersectsNode(element)) return "";
  const part = document.createRange();
  part.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  return part.toString();
}

/** What a cell says, as it is heard: without signs for the eye, and nothing where there is no value. */
function wordsOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element && node.matches("[aria-hidden='true'], [data-nothing]")) return "";
  return [...node.childNodes].map(wordsOf).join("");
}

/** From the first marked cell of a row to the last. */
function markedCells(row: Element, ranges: readonly Range[]): Element[] {
  const cells = [...row.querySelectorAll("td:not([data-select])")];
  const isMarked = (cell: Element) => ranges.some((range) => markedText(range, cell) !== "");
  return cells.slice(cells.findIndex(isMarked), cells.findLastIndex(isMarked) + 1);
}

/**
 * The cells that are marked with the mouse, as text that a spreadsheet takes: a tab between cells, a row a line, each
 * cell whole, in the order of the list. The browser would put a line break, or nothing, between them.
 *
 * @returns undefined where less than two cells are marked: a piece of a cell is copied as it is.
 */
export function markedTable(body: Element, selection: Selection | null): string | undefined {
  if (!selection || selection.isCollapsed) return undefined;
  const ranges = Array.from({ length: selection.rangeCount }, (_, place) => selection.getRangeAt(place));
  const rows = [...body.querySelectorAll("tr[aria-rowindex]")].filter((row) =>
    ranges.some((range) => range.intersectsNode(row)),
  );
  const lines = rows
    .toSorted((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
    .map((row) => markedCells(row, ranges))
    .filter((cells) => cells.length > 0);
  if (lines.flat().length < 2) return undefined;
  return lines.map((cells) => cells.map((cell) => wordsOf(cell).replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
}
