/** What a card draws, beside what it should: the parts of a chart in one order, and how many it says to count. */
export type DrawnFigures = {
  got: readonly number[];
  expected: readonly number[];
  /** How many conversations the card says that it counts. */
  all: number;
  /** How many there are. */
  truth: number;
  /** Whether its parts are days. */
  isByDay?: boolean;
  /** Of how many of Twilio’s figures each part is the sum, in the order of the parts; one where it is not told. */
  figures?: readonly number[];
};

/** What a list says at its end, beside what it should. */
export type ListEnd = {
  foot: string;
  /** What else the list says: notes under it, and a failure in its place. */
  notes: string;
  /** How many conversations the rows hold, as the server gives them. */
  found: number;
  truth: number;
};

/** A file, beside what it should hold. */
export type FileFigures = {
  name: string;
  /** What the tray says of the export. */
  words: string;
  found: number;
  truth: number;
  /** Whether the account's counts are estimates, so that it tells nobody how many there are. */
  isEstimated?: boolean;
};

const numeral = "([\\d,]+)";

function amounts(words: string, sentence: string): number[] | undefined {
  const found = new RegExp(sentence.replaceAll("#", numeral)).exec(words);
  return found?.slice(1).map((text) => Number(text.replaceAll(",", "")));
}

function sum(list: readonly number[]): number {
  return list.reduce((all, one) => all + one, 0);
}

function differences(one: readonly number[], other: readonly number[]): number[] {
  const longer = one.length > other.length ? one : other;
  return longer.map((_, place) => (one[place] ?? 0) - (other[place] ?? 0));
}

/** Whether a number may be an estimate of another: off by a fiftieth at most. */
function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(1, other / 50);
}

/**
 * Each sentence by which a card says that its figures may not be the true ones, and whether these are such figures: a
 * sentence excuses only what it names.
 */
const cardDoubts: readonly (readonly [
  sentence: string,
  excuses: (figures: DrawnFigures, said: readonly number[]) => boolean,
])[] = [
  ["Only the # loaded rows?", ({ all, truth }, [rows]) => rows === all && all !== truth],
  [
    "Twilio’s counts are approximate: # and #\\.",
    ({ got, expected, all, truth }, said) =>
      said.includes(all) && isNear(all, truth) && got.every((count, place) => isNear(count, expected[place] ?? 0)),
  ],
  [
    "# conversations? (?:is|are) in this chart, but Twilio counts #\\.",
    ({ got, all, truth }, [found, counted]) => counted === truth && (found === all || found === sum(got)),
  ],
  [
    "# rows? of Twilio’s response couldn’t be read, so figures may be too low\\.",
    ({ got, expected, all, truth }) => all <= truth && got.every((count, place) => count <= (expected[place] ?? 0)),
  ],
  [
    "In this account, a filter by \\S+ leaves only those you chose\\.",
    // Values that were not chosen are not drawn; those that are, are true.
    ({ got, expected, all, truth }) =>
      all === truth && got.length < expected.length && got.every((count) => expected.includes(count)),
  ],
  [
    "Twilio rounds counts to multiples of #, so figures may be off\\.",
    ({ got, expected, all, truth, figures = [] }, [step = 0]) =>
      Math.abs(all - truth) <= step / 2 &&
      differences(got, expected).every((off, place) => Math.abs(off) <= (step / 2) * (figures[place] ?? 1)),
  ],
  [
    "Twilio’s counts are approximate: each may be off by about #\\.",
    ({ got, expected, all, truth, figures = [] }, [off = 0]) =>
      Math.abs(all - truth) <= off &&
      differences(got, expected).every((one, place) => Math.abs(one) <= off * (figures[place] ?? 1)),
  ],
  [
    // A sum of figures that end there is higher than that, and below the truth; what has no value is not known.
    "Twilio counts no further than #, so figures may be too low\\.",
    ({ got, expected, all, truth }, [cap = 0]) =>
      (all === truth || (all >= cap && all < truth)) &&
      differences(got, expected).every((one, place) => one === 0 || (one < 0 && (got[place] ?? 0) >= cap)),
  ],
  [
    // Conversations of groups that are left out are in no figure; those of groups that stand as one are in that.
    "Twilio leaves conversations out of these groups or puts groups together, so figures may be wrong\\.",
    ({ got, expected, all, truth }) => all === truth && sum(got) <= sum(expected),
  ],
  [
    // What is created within hours of a day’s end may be in the day beside it, or beside the range.
    "sends “[^”]+” without a time zone, and Earshot couldn’t find out which it is\\. These times may be hours off\\.",
    ({ got, expected, all, truth, isByDay = false }) =>
      isByDay && all === truth && sum(got) === sum(expected) && got.length <= expected.length + 1,
  ],
  ["Twilio sent some groups twice, so these figures may be wrong\\.", () => true],
  ["Some conversations are counted more than once\\.", ({ all, truth }) => all > truth],
  [
    "conversations may stand in a neighbouring day\\.",
    ({ got, expected, all, truth }) => all === truth && sum(got) === sum(expected),
  ],
];

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((count, place) => count === other[place]);
}

/**
 * What is wrong without a word in what a card draws; undefined where all of it is right, or where a sentence of the card
 * names that very doubt of those very figures.
 */
export function cardFault(figures: DrawnFigures, words: string): string | undefined {
  const { got, expected, all, truth } = figures;
  if (all === truth && isSame(got, expected)) return undefined;
  const isSaid = cardDoubts.some(([sentence, excuses]) => {
    const said = amounts(words, sentence);
    return said !== undefined && excuses(figures, said);
  });
  return isSaid ? undefined : `${got.join()} of ${all} instead of ${expected.join()} of ${truth}`;
}

/** How many rows the list or the file says that it lacks because they could not be read. */
function unread(words: string): number {
  return amounts(words, "# rows? (?:of Twilio’s pages )?couldn’t be read")?.[0] ?? 0;
}

/** Whether all of so many conversations are there, but for rows that are said to be unread: those may be of any, or of none. */
function areAll(found: number, truth: number, words: string): boolean {
  return found <= truth && truth <= found + unread(words);
}

/** What a list may say at its end, and whether it is so. */
const ends: readonly (readonly [sentence: string, holds: (end: ListEnd, said: readonly number[]) => boolean])[] = [
  ["^No (?:conversations|rows)$", ({ found, truth }) => found === 0 && truth === 0],
  ["^# conversations?, all loaded$", ({ notes, found, truth }, [all]) => all === found && areAll(found, truth, notes)],
  ["^# rows?, all loaded$", ({ notes, found, truth }) => areAll(found, truth, notes)],
  [
    "^# of #: Twilio (?:leaves out|sends no more)",
    ({ found, truth }, [loaded, counted]) => loaded === found && counted === truth && found < truth,
  ],
  [
    "^# of # conversations, in # rows?: Twilio (?:leaves out|sends no more)",
    ({ found, truth }, [loaded, counted]) => loaded === found && counted === truth && found < truth,
  ],
  [
    // Both numbers are explained by the note, which says of as many rows, or of more, that they could not be read.
    "^# of # conversations: the others couldn’t be read\\.",
    ({ notes, found, truth }, [loaded, counted]) =>
      loaded === found && counted === truth && found < truth && areAll(found, truth, notes),
  ],
  [
    "^# loaded\\. Twilio’s count is approximate: #\\.$",
    ({ found, truth }, [loaded, counted]) => loaded === found && found === truth && isNear(counted ?? 0, truth),
  ],
  [
    "^# loaded\\. Twilio’s count is rounded to a multiple of #: #\\.$",
    ({ found, truth }, [loaded, step = 0, counted = 0]) =>
      loaded === found && found === truth && counted % step === 0 && Math.abs(counted - truth) <= step / 2,
  ],
  [
    "^# loaded\\. Twilio counts no further than #\\.$",
    ({ found, truth }, [loaded, cap = 0]) => loaded === found && found === truth && truth >= cap,
  ],
  [
    "^# loaded, but Twilio counts #\\.$",
    ({ found, truth }, [loaded, counted]) => loaded === found && (found === truth || counted === truth),
  ],
  ["^Not loaded", ({ notes }) => notes.length > 0],
];

/** What is wrong in what a list says at its end; undefined where it is so. */
export function endFault(end: ListEnd): string | undefined {
  const isSo = ends.some(([sentence, holds]) => {
    const said = amounts(end.foot, sentence);
    return said !== undefined && holds(end, said);
  });
  return isSo ? undefined : `“${end.foot}” of ${end.found} conversations of ${end.truth} [${end.notes}]`;
}

/**
 * What is wrong in what is said of a file; undefined where it has every conversation, or says how many of how many, in
 * its name too.
 */
export function fileFault({ name, words, found, truth, isEstimated = false }: FileFigures): string | undefined {
  const partial = amounts(name, "_partial-(\\d+)-of-(\\d+)");
  const numbers = amounts(words, "The file has # conversations?; Twilio counts #\\.") ?? [];
  const isUnverified = name.includes("_unverified");
  const fault = `${name} has ${found} of ${truth} conversations [${words}]`;
  if (partial) {
    const [has, counted = 0] = partial;
    // It stands beside a count that is near, and it does lack some: nothing more can be known of such an account.
    const isOf = counted === truth || (isEstimated && found < truth && isNear(counted, truth));
    return has === found && isOf && words.includes("Partial: ") ? undefined : fault;
  }
  // A count that is only doubted stands with that of the file, so that a person can judge.
  if (isUnverified && found !== truth)
    return numbers[0] === found && isNear(numbers[1] ?? 0, truth) ? undefined : fault;
  if (isUnverified) return words.includes("Unverified: ") ? undefined : fault;
  return areAll(found, truth, words) ? undefined : fault;
}
