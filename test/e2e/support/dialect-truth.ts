import type { TrueConversation } from "../../server/dialect/truth.ts";

export type ValueRole = "channel" | "language" | "sentiment" | "status";

/** How many conversations have each value, and under "" how many have none, from many to few. */
export function valueCounts(truth: readonly TrueConversation[], role: ValueRole): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const one of truth) {
    for (const value of one[role].length > 0 ? one[role] : [""]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

/**
 * How many different lists of a role's values hold each value, in the order of `valueCounts`: so many groups there are of
 * it. Of conversations without a value there is one, or what is left of two counts.
 */
export function groupCounts(truth: readonly TrueConversation[], role: ValueRole): number[] {
  const lists = new Map(truth.map((one) => [one[role].join("\n"), one[role]]));
  return valueCounts(truth, role).map(([value]) =>
    value === "" ? 2 : [...lists.values()].filter((list) => list.includes(value)).length,
  );
}

function parts(options: Intl.DateTimeFormatOptions, zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", { ...options, timeZone: zone });
}

/** What clocks of a zone show at an instant, to the millisecond, as if it were in UTC. */
export function wallClockOf(instant: number, zone: string): number {
  const options = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" } as const;
  const exact = { ...options, second: "numeric", fractionalSecondDigits: 3, hourCycle: "h23" } as const;
  const of = new Map(
    parts(exact, zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const [year = 0, month = 1, day, hour, minute, second, fraction] = (
    ["year", "month", "day", "hour", "minute", "second", "fractionalSecond"] as const
  ).map((part) => of.get(part));
  return Date.UTC(year, month - 1, day, hour, minute, second, fraction);
}

/** The day of an instant in a zone, as `YYYY-MM-DD`. */
export function dayOf(instant: number, zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(instant);
}

/** How many conversations each day has, in a zone; days without any between others count. */
export function dayCounts(truth: readonly TrueConversation[], zone: string): number[] {
  const counts = new Map<string, number>();
  for (const { created } of truth) {
    const day = dayOf(created, zone);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

/** A moment as the table writes it. */
export function clockOf(instant: number, zone: string): string {
  const options = { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" } as const;
  return parts({ ...options, hourCycle: "h23" }, zone).format(instant);
}

const letters = (text: string) => [...text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")].sort();

/** Whether two texts have the same letters and digits, in any order: how members of a list stand in a cell is not told. */
export function sameLetters(a: string, b: string): boolean {
  return letters(a).join("") === letters(b).join("");
}

/** Whether a text has the letters and digits of another, and may have more. */
export function hasLetters(all: string, some: string): boolean {
  const left = letters(all);
  return letters(some).every((letter) => {
    const place = left.indexOf(letter);
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}
