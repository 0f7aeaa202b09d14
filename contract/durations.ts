import { fieldWords } from "./field-words.ts";

/** Units of time in which a field's numbers are durations. */
export const durationUnits = ["milliseconds", "seconds", "minutes", "hours"] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** The milliseconds of each unit. */
export const unitMs: Record<DurationUnit, number> = {
  milliseconds: 1,
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
};

/** What accounts call each unit, in names and in descriptions. */
const spellings: Record<DurationUnit, RegExp> = {
  milliseconds: /^(milliseconds?|millis|msecs?|ms)$/,
  seconds: /^(seconds?|secs?|s)$/,
  minutes: /^(minutes?|mins?|m)$/,
  hours: /^(hours?|hrs?|h)$/,
};

function unitCalled(word: string | undefined): DurationUnit | undefined {
  return durationUnits.find((unit) => spellings[unit].test(word?.toLowerCase() ?? ""));
}

/** The unit that a field's name ends with: `DurationSeconds`, `duration_ms`. Undefined where it says none. */
export function unitInName(name: string): DurationUnit | undefined {
  return unitCalled(fieldWords(name).split(" ").at(-1));
}

/** The unit that a description ends with: `Duration in seconds.`, `How long it took (ms)`. */
function unitInDescription(description: string): DurationUnit | undefined {
  const [, inWords, inBrackets] =
    /(?:\bin (?:whole |full )?(\w+)|\((?:in )?(\w+)\))\.?$/i.exec(description.trim()) ?? [];
  return unitCalled(inWords ?? inBrackets);
}

/** The unit of a duration by all that the account says of it. Undefined where it says none, or two: it is never guessed. */
export function durationUnitOf(name: string, description: string | null | undefined): DurationUnit | undefined {
  const named = unitInName(name);
  const described = unitInDescription(description ?? "");
  return named && described && named !== described ? undefined : (named ?? described);
}
