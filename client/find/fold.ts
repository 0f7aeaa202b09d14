/** Letters that are another one for whoever searches, and that no rule of Unicode takes apart. */
const alike: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  ς: "σ",
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
};

/** Accents and points of reading; signs that make another letter, as vowels of Indic scripts and kana's, stay. */
const accent = /^(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]$/u;

function foldLetter(letter: string): string {
  const plain = [...letter.normalize("NFKD")].filter((one) => !accent.test(one)).join("");
  return [...plain.toLowerCase()].map((one) => alike[one] ?? one).join("");
}

/** A text as it is searched: without regard to case, accents and the width of letters. */
export function fold(text: string): string {
  // Nearly all texts are plain letters, and every cell of every row is folded.
  return /^[ -~]*$/.test(text) ? text.toLowerCase() : [...text].map(foldLetter).join("");
}

/** Where each unit of a folded text comes from: the place of its letter, and that after it with its accents. */
export type Folded = { text: string; from: readonly number[]; to: readonly number[] };

/** Folds a text of which parts are to be shown. */
export function foldWithPlaces(text: string): Folded {
  let folded = "";
  const from: number[] = [];
  const to: number[] = [];
  let place = 0;
  for (const letter of text) {
    const plain = foldLetter(letter);
    const end = place + letter.length;
    // An accent that is written apart belongs to the letter before it.
    if (plain === "") for (let unit = to.length - 1; unit >= 0 && to[unit] === place; unit -= 1) to[unit] = end;
    from.push(...new Array<number>(plain.length).fill(place));
    to.push(...new Array<number>(plain.length).fill(end));
    folded += plain;
    place = end;
  }
  return { text: folded, from, to };
}
