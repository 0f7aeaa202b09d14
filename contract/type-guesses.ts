import { belongsToPart, hasOtherMeaning } from "./field-scores.ts";
import { isTimeType } from "./field-types.ts";
import type { KnownGrains } from "./field-words.ts";
import { splitGrain } from "./field-words.ts";
import type { Cube, Dimension, Measure } from "./metadata.ts";
import { plainWords } from "./plain-words.ts";
import type { RoleName } from "./roles.ts";

/** Moments in a conversation's life that are not its beginning. */
const otherMoment =
  /\b(archived|resolved|completed|finished|deleted|expired|expires|due|scheduled|answered|response|responded|assigned|escalated|processed|ingested|loaded|exported|synced|modification|update)\b/;

/** `TurnCount` and `number of turns`: a count of something that is named. */
const countOfOther =
  /\b(?!conversations?\b|total\b|row\b|record\b)\p{L}{3,} count$|\b(count|number) of (?!conversations?\b)/u;

function isOpen(role: RoleName, name: string): boolean {
  return !hasOtherMeaning(role, name) && !belongsToPart(role, name);
}

/** The only time of a cube, its grains taken together and without those whose names say that they are another time. */
export function onlyTime({ dimensions }: Cube, known: KnownGrains): Dimension | undefined {
  const times = dimensions.filter(({ name, type }) => {
    const { base } = splitGrain(name, known);
    return isTimeType(type) && isOpen("time", base) && !otherMoment.test(plainWords(base));
  });
  const bases = new Set(times.map(({ name }) => splitGrain(name, known).base));
  return bases.size === 1 ? times[0] : undefined;
}

/** The only measure of a cube that counts by its aggregation, without those whose names say that they count other things. */
export function onlyCount({ measures }: Cube): Measure | undefined {
  const counts = measures.filter(
    ({ name, aggregation }) =>
      /^count(_?distinct)?(_?approx)?$/i.test((aggregation ?? "").trim()) &&
      isOpen("count", name) &&
      !countOfOther.test(plainWords(name)),
  );
  return counts.length === 1 ? counts[0] : undefined;
}

/** A name that says that it is the moment of something. */
const moment = /\b(at|on|date|time|created|start|opened|initiated|moment)$/;

/**
 * The times of a cube whose names say nothing, so that each may be a grain of the time: no moment in the conversation's
 * life, and nobody else's.
 */
export function namelessTimes({ dimensions }: Cube, { shown }: { shown: string }, known: KnownGrains): string[] {
  return dimensions.flatMap(({ name, type }) => {
    const words = plainWords(name);
    const isNameless = isOpen("time", name) && !otherMoment.test(words) && !moment.test(words);
    const isPlain = splitGrain(name, known).grain === undefined;
    return name !== shown && isTimeType(type) && isPlain && isNameless ? [name] : [];
  });
}
