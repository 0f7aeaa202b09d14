/** How instants can be written in a comparison, the documented and likeliest first. */
export const spellingNames = [
  "milliseconds",
  "seconds",
  "no-zone",
  "no-zone-seconds",
  "offset",
  "space",
  "epoch-milliseconds",
  "epoch-seconds",
  "date",
] as const;
export type SpellingName = (typeof spellingNames)[number];

type Spelling = {
  /** The instant (milliseconds since 1970) in UTC. */
  write(ms: number): string;
  /** The instant of a value that `write` wrote. */
  read(value: string): number | undefined;
  /** Milliseconds between two instants that it can tell apart. */
  step: number;
};

function parsed(text: string): number | undefined {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

function epoch(value: string, unit: number): number | undefined {
  return /^\d{1,14}$/.test(value) ? Number(value) * unit : undefined;
}

const iso = (ms: number) => new Date(ms).toISOString();
const second = 1000;
const day = 86_400_000;

export const spellings: Record<SpellingName, Spelling> = {
  /** `2026-11-01T00:00:00.000Z` */
  milliseconds: { write: iso, read: parsed, step: 1 },
  /** `2026-11-01T00:00:00Z` */
  seconds: { write: (ms) => `${iso(ms).slice(0, 19)}Z`, read: parsed, step: second },
  /** `2026-11-01T00:00:00.000`: ClickHouse refuses the Z and reads the rest as UTC. */
  "no-zone": { write: (ms) => iso(ms).slice(0, 23), read: (text) => parsed(`${text}Z`), step: 1 },
  /** `2026-11-01T00:00:00` */
  "no-zone-seconds": { write: (ms) => iso(ms).slice(0, 19), read: (text) => parsed(`${text}Z`), step: second },
  /** `2026-11-01T00:00:00+00:00` */
  offset: { write: (ms) => `${iso(ms).slice(0, 19)}+00:00`, read: parsed, step: second },
  /** `2026-11-01 00:00:00` */
  space: {
    write: (ms) => iso(ms).slice(0, 19).replace("T", " "),
    read: (text) => parsed(`${text.replace(" ", "T")}Z`),
    step: second,
  },
  "epoch-milliseconds": { write: String, read: (text) => epoch(text, 1), step: 1 },
  "epoch-seconds": {
    write: (ms) => String(Math.floor(ms / second)),
    read: (text) => epoch(text, second),
    step: second,
  },
  /** `2026-11-01`: the form of Twilio's own example. */
  date: { write: (ms) => iso(ms).slice(0, 10), read: parsed, step: day },
};

export function isSpellingName(text: string | undefined): text is SpellingName {
  return spellingNames.some((name) => name === text);
}

const documented = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The instant that a value of the one form that Earshot's own requests have stands for; undefined for other values. */
export function readInstant(value: string): number | undefined {
  if (!documented.test(value)) return undefined;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? undefined : ms;
}

/** How exactly a spelling says a bound: to the instant, to the second around it, or more coarsely. */
export type Exactness = "instant" | "second" | "coarse";

/**
 * The bound of a comparison in a spelling, never narrower than asked: where the spelling cannot say the instant exactly,
 * the bound moves outwards, and Earshot leaves out the rows between.
 *
 * @param ms for GT the last instant that is not wanted, as the documented form has it.
 */
export function spelledBound(op: "GT" | "LT", ms: number, name: SpellingName): { value: string; exactness: Exactness } {
  const { write, step } = spellings[name];
  if (step === 1) return { value: write(ms), exactness: "instant" };
  if (step === day) {
    // Whether a day alone means its beginning or all of it is not documented, so a day more is asked for.
    const value = op === "GT" ? Math.floor((ms + 1) / day) * day - day : Math.ceil(ms / day) * day;
    return { value: write(value), exactness: "coarse" };
  }
  const value = op === "GT" ? Math.floor(ms / step) * step : Math.ceil(ms / step) * step;
  return { value: write(value), exactness: value === ms ? "instant" : "second" };
}
