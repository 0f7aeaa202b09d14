import { fold, foldWithPlaces } from "./fold.ts";

/** The words that are looked for, folded; each has to be there. */
export type SearchWords = readonly string[];

/** So many words of what was typed are looked for; the rest would find nothing more. */
const mostWords = 12;

/** The words of a text to look for. */
export function wantedOf(text: string): SearchWords {
  const words = fold(text.slice(0, 300)).split(/\s+/u);
  return [...new Set(words.filter((word) => word !== ""))].slice(0, mostWords);
}

/** Whether a folded text has all of the words. */
export function has(folded: string, wanted: SearchWords): boolean {
  return wanted.every((word) => folded.includes(word));
}

/** How well a folded text fits: 0 where it begins with the first word, 1 where a word of it does, else 2. */
export function rank(folded: string, [first = ""]: SearchWords): number {
  if (folded.startsWith(first)) return 0;
  const place = folded.indexOf(first);
  return place > 0 && !/[\p{L}\p{N}]/u.test(folded.charAt(place - 1)) ? 1 : 2;
}

/** A part of a text, and whether it is what was looked for. */
export type Piece = { text: string; isMarked: boolean };

/** A text in pieces, of which those are marked that have a word. Joined they are the text again. */
export function pieces(text: string, wanted: SearchWords): Piece[] {
  const { text: folded, from, to } = foldWithPlaces(text);
  const marked = new Array<boolean>(text.length).fill(false);
  for (const word of wanted) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      marked.fill(true, from[at] ?? 0, to[at + word.length - 1] ?? 0);
    }
  }
  const found: Piece[] = [];
  for (let place = 0; place < text.length; ) {
    const isMarked = marked[place] === true;
    let end = place + 1;
    while (end < text.length && marked[end] === isMarked) end += 1;
    found.push({ text: text.slice(place, end), isMarked });
    place = end;
  }
  return found;
}

/** The first of what fits, the best ones first, and how many there are in all. */
export type Best<Item> = { items: Item[]; all: number };

/** What has all of the words in its text, the best first; where two fit as well, the former comes first. */
export function best<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  wanted: SearchWords,
  most: number,
): Best<Item> {
  const fitting = items.flatMap((item) => {
    const folded = fold(textOf(item));
    return has(folded, wanted) ? [{ item, rank: rank(folded, wanted) }] : [];
  });
  const sorted = fitting.toSorted((a, b) => a.rank - b.rank);
  return { items: sorted.slice(0, most).map(({ item }) => item), all: sorted.length };
}
