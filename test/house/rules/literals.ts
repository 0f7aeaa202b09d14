import type { Source } from "../support/source.ts";

/** The same in every language: the product, and a value of JSON. */
const names = new Set(["Earshot", "null"]);

const isScreen = (path: string): boolean => /^client\/(?!words\/)/.test(path);

/** Two words after a capital, or words that end as a sentence does; not a list of fonts. */
const sentence = /^\s*\p{Lu}\p{L}*[,.:;]?\s+\p{L}{2,}|\p{L}{2,}[,;:]?\s+\p{L}{2,}.*[.!?…]\s*$/su;

/** Every word of the screen stands in client/words/, where each language has it. */
export function literalRule({ path, spoken, words, thrown }: Source): string[] {
  if (!isScreen(path)) return [];
  const where = (line: number, text: string) => `${path}:${line} says “${text.trim()}”`;
  const said = spoken.filter(({ text }) => /\p{L}/u.test(text) && !names.has(text.trim()));
  const sentences = words.filter(
    ({ kind, text }) =>
      kind === "string" && sentence.test(text) && !/sans-serif|monospace/.test(text) && !thrown.has(text),
  );
  return [
    ...said.map(({ place, line, text }) => `${where(line, text)} in ${place}, but words stand in client/words/ only.`),
    ...sentences.map(({ line, text }) => `${where(line, text)}, but sentences stand in client/words/ only.`),
  ];
}

/** Methods of values that write them in a locale of their own choice. */
const ownLocale = /^(toLocaleString|toLocale(Date|Time)String|toFixed|toPrecision)$/;

/** Numbers, times and lists are written as the reader's locale writes them, which client/format/ does. */
export function localeRule({ path, words, joins }: Source): string[] {
  // The digits of a number that is sent to Twilio are no reader's.
  if (!isScreen(path) || path === "client/view/nudge.ts") return [];
  return [
    ...words
      .filter(({ kind, text }) => kind === "name" && ownLocale.test(text))
      .map(({ line, text }) => `${path}:${line} uses ${text}, but client/format/ writes numbers and times.`),
    ...joins
      .filter(({ text }) => text === ", ")
      .map(({ line }) => `${path}:${line} joins with a comma, but formatList of client/format/ writes lists.`),
  ];
}
