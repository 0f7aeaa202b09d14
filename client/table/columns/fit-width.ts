import { rootFontScale } from "../../ui/root-font-scale.ts";
import { narrowest, widest } from "../../view/shared-look.ts";

/** What a heading takes beside its words: its edges, the arrow and the gap before it. */
const besideHeading = 44;

/** A line of its own with what a cell has in it, as wide as that is. */
function lineOf(cell: Element): HTMLElement {
  const line = document.createElement("div");
  line.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
  // The buttons under the mouse stand over the line's end.
  for (const tool of line.querySelectorAll("[data-tool]")) tool.remove();
  line.style.cssText = "width: max-content; white-space: nowrap";
  line.style.font = getComputedStyle(cell).font;
  return line;
}

/**
 * The width at which a column cuts nothing of the rows that are drawn and of its heading, in pixels at usual letters.
 *
 * @param index the column's place in the line, from 1.
 */
export function fitWidth(grid: Element, index: number): number {
  const cells = [...grid.querySelectorAll(`tbody [aria-colindex="${index}"]`)];
  const label = grid.querySelector(`thead [aria-colindex="${index}"] [data-label]`);
  const [first] = cells;
  const style = first && getComputedStyle(first);
  const edges = style ? Number.parseFloat(style.paddingInlineStart) * 2 : 0;
  const box = document.createElement("div");
  box.style.cssText = "position: absolute; top: 0; visibility: hidden";
  box.append(...cells.map(lineOf), ...(label ? [lineOf(label)] : []));
  document.body.append(box);
  const widths = [...box.children].map((line) => line.getBoundingClientRect().width);
  box.remove();
  const heading = label ? (widths.pop() ?? 0) + besideHeading * rootFontScale() : 0;
  const needed = Math.max(heading, ...widths.map((width) => width + edges));
  return Math.min(Math.max(Math.ceil(needed / rootFontScale()) + 1, narrowest), widest);
}
