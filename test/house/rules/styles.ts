/** Lines and the like may be so many pixels thick; every other length follows the letters. */
const mostPixels = 3;

/** Lengths of a style sheet follow the letters that a person set: they are in `rem` or `em`, but for thin lines. */
export function pixelRule(path: string, css: string): string[] {
  return css
    .replace(/\/\*.*?\*\//gs, "")
    .split("\n")
    .flatMap((line) => line.match(/\d*\.?\d+px\b/g) ?? [])
    .filter((length) => Number.parseFloat(length) > mostPixels)
    .map((length) => `${path} has a length of ${length}, which does not follow the letters.`);
}
