import type { Catalogue } from "../catalogue/types.ts";

export type Ends = { previousToken: string | null; nextToken: string | null };

/** The tokens of a page as a catalogue writes them: one that leads nowhere is null or left out. */
export function writeEnds(style: Catalogue["endToken"], ends: Ends): Partial<Ends> {
  if (style === "null") return ends;
  return Object.fromEntries(Object.entries(ends).filter(([, token]) => token !== null));
}
