/** Where a word is wrong: everywhere, as a label, or in this spelling alone. */
type Mark = "anywhere" | "button" | "lower case";

/** A word of the glossary that must not be said for its concept. */
type Never = { word: string; mark: Mark; concept: string; instead: string };

export type SpokenLanguage = "en" | "es";
export type Glossary = Readonly<Record<SpokenLanguage, readonly Never[]>>;

/** The texts of a catalogue by their keys. */
export type Texts = readonly (readonly [key: string, text: string])[];

/**
 * A word that is the right one for another concept: the keys where it may stand, each whole or with `*` in the place of
 * an end, and why.
 */
export type Elsewhere = readonly [word: string, keys: readonly string[], why: string];

function neverOf(cell: string, concept: string, instead: string): Never[] {
  return cell.split(",").map((part) => {
    const [, word = "", mark] = /^\s*(.*?)(?: \((button|lower case)\))?\s*$/.exec(part) ?? [];
    return { word, mark: mark === "button" || mark === "lower case" ? mark : "anywhere", concept, instead };
  });
}

/** The words that must not be said, from the table under “Glossary” of docs/words.md. */
export function readGlossary(page: string): Glossary {
  const [, section = ""] = page.split("\n## Glossary\n");
  const [, , ...rows] = (section.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("|"));
  const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()));
  return {
    en: cells.flatMap(([, concept = "", english = "", , never = ""]) => neverOf(never, concept, english)),
    es: cells.flatMap(([, concept = "", , spanish = "", , never = ""]) => neverOf(never, concept, spanish)),
  };
}

/** Where a brace that opens at `start` closes. */
function closing(message: string, start: number): number {
  let depth = 0;
  for (let at = start; at < message.length; at += 1) {
    if (message[at] === "{") depth += 1;
    if (message[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`A brace is not closed: ${message}`);
}

/** The texts of the branches of a plural or a select, in order. */
function branches(choice: string): string[] {
  const found: string[] = [];
  for (let at = choice.indexOf("{"); at >= 0; at = choice.indexOf("{", at)) {
    const end = closing(choice, at);
    found.push(choice.slice(at + 1, end));
    at = end + 1;
  }
  return found;
}

/** Everything that an ICU message can say, without the names and the syntax in it. */
export function spoken(message: string): string[] {
  const start = message.indexOf("{");
  if (start < 0) return [message];
  const end = closing(message, start);
  const texts = branches(message.slice(start + 1, end));
  // What is put in is nobody's word.
  const said = texts.length === 0 ? ["#"] : texts.flatMap(spoken);
  const rests = spoken(message.slice(end + 1));
  return said.flatMap((one) => rests.map((rest) => `${message.slice(0, start)}${one}${rest}`));
}

function wholeWord(words: string, flags: string, plural = ""): RegExp {
  const spelled = words.split(" ").map((word) => `${word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}${plural}`);
  return new RegExp(`(?<![\\p{L}\\p{N}_-])${spelled.join("\\s+")}(?![\\p{L}\\p{N}_-])`, flags);
}

/** A text without the right words for a concept, where these have the wrong one in them: “time zone” has “zone”. */
function withoutRight(text: string, { word, instead }: Never): string {
  return instead
    .split(/[,;] /)
    .filter((term) => term.includes(" ") && wholeWord(word, "iu", "(?:s|es)?").test(term))
    .reduce((rest, term) => rest.replace(wholeWord(term, "giu", "(?:s|es)?"), "#"), text);
}

function isLabel(text: string): boolean {
  return !/[.:…]/.test(text) && text.split(" ").length <= 3;
}

function says(text: string, never: Never): boolean {
  if (never.mark === "button" && !isLabel(text)) return false;
  return wholeWord(never.word, never.mark === "lower case" ? "u" : "iu").test(withoutRight(text, never));
}

function isAllowed(key: string, word: string, elsewhere: readonly Elsewhere[]): boolean {
  const fits = (pattern: string) => (pattern.endsWith("*") ? key.startsWith(pattern.slice(0, -1)) : key === pattern);
  return elsewhere.some(([other, keys]) => other === word && keys.some(fits));
}

/** Every text that says a word which the glossary has another one for. */
export function neverSaid(texts: Texts, nevers: readonly Never[], elsewhere: readonly Elsewhere[]): string[] {
  return texts.flatMap(([key, message]) =>
    nevers
      .filter((never) => !isAllowed(key, never.word, elsewhere))
      .filter((never) => spoken(message).some((text) => says(text, never)))
      .map(({ word, concept, instead }) => `${key} says “${word}” (${concept}: ${instead}): ${message}`),
  );
}

/** Every text that breaks a rule of typography in docs/words.md. */
export function badlySet(texts: Texts, language: SpokenLanguage): string[] {
  const isWaiting = /\p{L}(?:ing|ando|endo)(?!\p{L})/u;
  return texts.flatMap(([key, text]) => [
    ...(/[«»]/.test(text) ? [`${key} has quotes other than “ ”: ${text}`] : []),
    ...(/\{(?:time|clock)\}\./.test(text) && language === "es" ? [`${key} ends with a clock time: ${text}`] : []),
    ...(text.includes("'") ? [`${key} has a straight apostrophe: ${text}`] : []),
    ...(text.endsWith("…") && !isWaiting.test(text)
      ? [`${key} has an ellipsis, and nothing is under way: ${text}`]
      : []),
  ]);
}
