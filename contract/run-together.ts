/** Words that names of fields are made of. Only a text that is made of these words alone is taken apart. */
const known = [
  "account agent all at average began begin category channel channels class closed code codes configuration",
  "conversation conversations count create created creation current customer date detected distinct duration end ended",
  "event final first guid hour hourly id ids identifier initial key label lang language languages last list locale",
  "locales message messages modified minutes month name names number of on operator overall participant participants primary",
  "profile quarter result score second seconds sentiment sentiments sid spoken start started state status summary tag tags time",
  "timestamp total type types unique updated used utc uuid value values volume week year conv day minute num",
].flatMap((line) => line.split(" "));

const longestFirst = known.toSorted((a, b) => b.length - a.length);

/** No name of a field is longer; a text of an account must not cost more than a moment. */
const longest = 60;

function partsFrom(text: string, dead: Set<number>, at: number): string[] | undefined {
  if (at === text.length) return [];
  if (dead.has(at)) return undefined;
  for (const word of longestFirst) {
    if (!text.startsWith(word, at)) continue;
    const rest = partsFrom(text, dead, at + word.length);
    if (rest) return [word, ...rest];
  }
  dead.add(at);
  return undefined;
}

/** Takes words apart that are written without a sign between them: `createddate` gives `created date`. */
export function splitRunTogether(word: string): string {
  if (word.length > longest) return word;
  return partsFrom(word, new Set(), 0)?.join(" ") ?? word;
}
