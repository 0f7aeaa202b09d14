const hour = 3_600_000;

/** The longest that a bucket of each grain lasts, in milliseconds: a day on which clocks are set back has 25 hours. */
const longest = {
  second: 1000,
  minute: 60_000,
  hour,
  day: 25 * hour,
  week: 169 * hour,
  month: 745 * hour,
  quarter: 2209 * hour,
  year: 8785 * hour,
};

export type GrainLength = { ms: number; isCalendar: boolean };

function isGrain(text: string): text is keyof typeof longest {
  return Object.hasOwn(longest, text);
}

/**
 * How long the buckets of a grain last at most, by the end of its name, and whether they begin where a day does. Undefined
 * where the name does not tell the grain.
 */
export function grainLength(field: string): GrainLength | undefined {
  const [, name = ""] = /(second|minute|hour|day|week|month|quarter|year)s?\W*$/i.exec(field) ?? [];
  const grain = name.toLowerCase();
  return isGrain(grain) ? { ms: longest[grain], isCalendar: longest[grain] > hour } : undefined;
}
