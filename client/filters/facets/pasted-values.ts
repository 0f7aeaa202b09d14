/** The most values of a pasted list that can be chosen at once: all of them stand in the query and in the link. */
export const mostPasted = 1000;

const closers: Record<string, string> = { '"': '"', "'": "'", "“": "”", "‘": "’" };

/** A text between two separators: what it says, where it stands, and whether a line ends with it. */
type Piece = { text: string; quoted: boolean; from: number; to: number; endsLine: boolean };

const separator = /[,;\n\r\t]/;
const lineEnd = /[\n\r\t]/;

/** What a quoted text at an index says, and the index behind it; a doubled quote is one. Undefined where none ends. */
function readQuoted(text: string, at: number): { said: string; to: number } | undefined {
  const closer = closers[text[at] ?? ""];
  let said = "";
  for (let index = at + 1; closer && index < text.length; index += 1) {
    const sign = text[index] ?? "";
    // Only spreadsheets' quotes hold several lines; the others may be apostrophes.
    if (closer !== '"' && lineEnd.test(sign)) return undefined;
    if (sign !== closer) said += sign;
    else if (text[index + 1] === closer) {
      said += closer;
      index += 1;
    } else {
      const behind = text.slice(index + 1).trimStart()[0] ?? "\n";
      const isEnd = separator.test(behind) || lineEnd.test(text[index + 1] ?? "\n");
      return isEnd ? { said, to: index + 1 } : undefined;
    }
  }
  return undefined;
}

/** Cuts a text at the separators that stand in no quotes. */
function cut(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at += 1) {
    while (text[at] === " ") at += 1;
    const quoted = readQuoted(text, at);
    let to = quoted?.to ?? at;
    while (to < text.length && !separator.test(text[to] ?? "")) to += 1;
    const said = quoted?.said ?? text.slice(at, to);
    pieces.push({ text: said, quoted: quoted !== undefined, from: at, to, endsLine: lineEnd.test(text[to] ?? "\n") });
    at = to;
  }
  return pieces;
}

/** The pieces that say something, line by line. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    lines.at(-1)?.push(piece);
    if (piece.endsLine) lines.push([]);
  }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ""));
}

/** A line of several is one value, without the comma that a list may have behind each, unless all it has is quoted. */
function ofLine(text: string, line: readonly Piece[]): string[] {
  const saying = line.filter((piece) => piece.quoted || piece.text.trim() !== "");
  if (saying.every(({ quoted }) => quoted)) return saying.map((piece) => piece.text);
  return [text.slice(line[0]?.from, line.at(-1)?.to).replace(/[,;]\s*$/, "")];
}

/**
 * The values of a pasted list, each once and in their order: one a line or a cell, as spreadsheets and editors copy them,
 * or several in one line between commas or semicolons. What stands in quotes is one value, whatever it holds. In a list of
 * several lines a comma is part of a value, such as a name.
 */
export function pastedValues(text: string): string[] {
  const lines = linesOf(cut(text));
  const values =
    lines.length > 1 ? lines.flatMap((line) => ofLine(text, line)) : (lines[0] ?? []).map((piece) => piece.text);
  return [...new Set(values.map((value) => value.trim()))].filter((value) => value !== "");
}
