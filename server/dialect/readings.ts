import type { Knowledge } from "../accounts/knowledge.ts";
import { isListReading, isTimeReading, type Readings } from "./answer/readings.ts";

function byField<Reading extends string>(
  knowledge: Pick<Knowledge, "findings">,
  kind: "time-cells" | "list-cells" | "key",
  isReading: (text: string) => text is Reading,
): Record<string, Reading> {
  return Object.fromEntries(
    knowledge
      .findings()
      .flatMap((one) =>
        one.kind === kind && one.field !== undefined && one.value !== undefined && isReading(one.value)
          ? [[one.field, one.value] as const]
          : [],
      ),
  );
}

/** What is known of how the account writes its rows. */
export function readingsOf(knowledge: Pick<Knowledge, "findings">): Readings {
  return {
    keys: byField(knowledge, "key", (text): text is string => text !== ""),
    times: byField(knowledge, "time-cells", isTimeReading),
    lists: byField(knowledge, "list-cells", isListReading),
    notReturned: knowledge.findings().flatMap(({ kind, field }) => (kind === "not-returned" && field ? [field] : [])),
  };
}

/** Remembers what rows have shown beyond what was known. */
export function keepReadings(knowledge: Knowledge, before: Readings, now: Readings): void {
  const kinds = [
    ["key", before.keys, now.keys],
    ["time-cells", before.times, now.times],
    ["list-cells", before.lists, now.lists],
  ] as const;
  for (const [kind, old, fresh] of kinds) {
    for (const [field, value] of Object.entries(fresh)) {
      if (old[field] !== value) knowledge.learn({ kind, field, value, how: "seen" });
    }
    for (const field of Object.keys(old)) if (!(field in fresh)) knowledge.forget(kind, field);
  }
  for (const field of before.notReturned) {
    if (!now.notReturned.includes(field)) knowledge.forget("not-returned", field);
  }
}
