/** The font size of a browser that nobody has set, in pixels. */
export const usualPixels = 16;

/** A length that grows with the font size. @param usual its pixels at the usual font size. */
export function rem(usual: number): string {
  return `${usual / usualPixels}rem`;
}
