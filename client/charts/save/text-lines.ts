/** Letters as wide as they are high, e.g. Chinese, Japanese, Korean, and pictures. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function signsOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** How wide a text is in a figure, in pixels, rather too wide than too narrow: its font is known to the reader alone. */
export function textWidth(text: string): number {
  return signsOf(text).reduce((sum, sign) => sum + (wide.test(sign) ? 13 : 7.7), 0);
}

/** Breaks a text into lines that are not wider than this, between words where that can be. None of it is left out. */
export function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  const fits = (line: string) => textWidth(line) <= width;
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) {
      lines[lines.length - 1] = `${last} ${word}`;
      continue;
    }
    let line = "";
    for (const sign of fits(word) ? [word] : signsOf(word)) {
      if (line !== "" && !fits(line + sign)) {
        lines.push(line);
        line = "";
      }
      line += sign;
    }
    lines.push(line);
  }
  return lines;
}
