import { beyondXml, escapedAttribute } from "../../../contract/markup.ts";
import { currentLocale } from "../../words/words.ts";
import { figureWidth, ink, margin, muted } from "./layout.ts";
import { linesOf, textWidth } from "./text-lines.ts";

/** A mark of a figure, in pixels; colours are those of the screen and are resolved when the file is written. */
export type Drawn =
  | { kind: "rect"; x: number; y: number; width: number; height: number; color: string; opacity?: number }
  | { kind: "line"; points: readonly (readonly [x: number, y: number])[]; color: string; dashed?: boolean }
  | { kind: "text"; x: number; y: number; text: string; color: string; anchor?: "start" | "middle" | "end" };

/** A chart as it is drawn into a file: of its own, since what is on the screen is cut to the card. */
export type Figure = {
  height: number;
  marks: readonly Drawn[];
  legend: readonly { label: string; color: string; shape?: string | undefined; opacity?: number }[];
};

/** What a figure says of itself, line by line: title, population, range and zone, filters, notes. */
export type FigureWords = { title: string; lines: readonly string[] };

const lineHeight = 20;

/** One of these, and no program opens the file. */
const unwritable = new RegExp(beyondXml, "gu");

function escaped(text: string): string {
  return escapedAttribute(text.replace(unwritable, "\ufffd"));
}

function svgText(x: number, y: number, text: string, fill: string, more = ""): string {
  return `<text x="${x}" y="${y}" fill="${escaped(fill)}"${more}>${escaped(text)}</text>`;
}

function svgMark(mark: Drawn, color: (name: string) => string): string {
  switch (mark.kind) {
    case "rect": {
      const { x, y, width, height } = mark;
      const opacity = mark.opacity === undefined ? "" : ` fill-opacity="${mark.opacity}"`;
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${color(mark.color)}"${opacity}/>`;
    }
    case "line": {
      const points = mark.points.map(([x, y]) => `${x},${y}`).join(" ");
      const dash = mark.dashed ? ' stroke-dasharray="5 4"' : "";
      return `<polyline points="${points}" fill="none" stroke="${color(mark.color)}" stroke-width="2"${dash}/>`;
    }
    case "text":
      return svgText(mark.x, mark.y, mark.text, color(mark.color), ` text-anchor="${mark.anchor ?? "start"}"`);
  }
}

/**
 * Writes a figure as a file of its own: title and caption above, the marks, the legend beneath. Text stays text.
 *
 * @param color the colour behind a CSS variable on this screen, light or dark
 */
export function figureSvg(figure: Figure, { title, lines }: FigureWords, color: (name: string) => string): string {
  const caption = lines.flatMap((line) => linesOf(line, figureWidth - 2 * margin));
  const top = margin + 38 + caption.length * lineHeight;
  const legendTop = top + figure.height + 26;
  let x = margin;
  let row = 0;
  const legend = figure.legend.map(({ label, color: name, shape, opacity }) => {
    const width = textWidth(label) + 36;
    if (x + width > figureWidth - margin) {
      x = margin;
      row += 1;
    }
    const y = legendTop + row * lineHeight;
    const sign = shape
      ? svgText(x, y, shape, color(name))
      : svgMark({ kind: "rect", x, y: y - 10, width: 12, height: 12, color: name, opacity: opacity ?? 1 }, color);
    const text = svgText(x + 18, y, label, color(ink));
    x += width;
    return sign + text;
  });
  const height = legendTop + (legend.length > 0 ? row * lineHeight + margin : 0);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${figureWidth}" height="${height}" viewBox="0 0 ${figureWidth} ${height}"`,
    ` font-family="system-ui, sans-serif" font-size="13" lang="${currentLocale()}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${color("var(--surface)")}"/>`,
    svgText(margin, margin + 14, title, color(ink), ' font-size="18" font-weight="600"'),
    ...caption.map((line, place) => svgText(margin, margin + 38 + place * lineHeight, line, color(muted))),
    `<g transform="translate(${margin} ${top})">`,
    ...figure.marks.map((mark) => svgMark(mark, color)),
    "</g>",
    ...legend,
    "</svg>",
  ].join("");
}
