import { type Grain, grains } from "../../../contract/field-words.ts";
import type { Sentence } from "../../../contract/messages/sentence.ts";
import type { Knowledge } from "../../accounts/knowledge.ts";
import { sentence } from "../../messages/sentence.ts";
import type { Shape } from "../shape.ts";
import { wallClock } from "../time/wall-clock.ts";

/** The zone that an account writes plain times in, whatever zone is asked; undefined where none is known, and for UTC. */
export function ownZone(knowledge: Pick<Knowledge, "findings">): string | undefined {
  const zone = knowledge.findings().find(({ kind }) => kind === "own-zone")?.value;
  return zone === "UTC" ? undefined : zone;
}

/** Says of each time of unknown clocks that it is so. */
export function clockNotes(times: ReadonlySet<string>, knowledge: Pick<Knowledge, "find">): Sentence[] {
  const open = [...times].filter((field) => knowledge.find("open-zone", field));
  return open.map((field) => sentence("dialectClocks", { field }));
}

/**
 * What has to be written as a bound on a time, so that it is read as an instant (milliseconds since 1970): where an account
 * reads it in a zone of its own, what the clocks of that zone show.
 */
export function asRead(field: string, ms: number, knowledge: Pick<Knowledge, "find">): number {
  const zone = knowledge.find("range-zone", field)?.value;
  return ms + (wallClock(zone ?? "UTC")?.offsetAt(ms).milliseconds ?? 0);
}

/** The grains of the conversations' time, where the account labels them by their end. */
export function endLabelled(
  { roles: { time } }: Shape,
  knowledge: Pick<Knowledge, "find">,
): ReadonlyMap<string, Grain> {
  const all = time && knowledge.find("grain-ends", time.field) ? time.grains : {};
  return new Map(grains.flatMap((grain) => (all[grain] === undefined ? [] : [[all[grain], grain]])));
}
