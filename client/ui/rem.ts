/** What the letters of a browser are as it comes, in pixels. */
export const usualPixels = 16;

/** A length that grows with the letters. @param usual its pixels at usual letters. */
export function rem(usual: number): string {
  return `${usual / usualPixels}rem`;
}
