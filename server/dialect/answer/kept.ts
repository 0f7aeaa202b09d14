import type { Finding, FindingKind } from "../../../contract/findings.ts";
import { isListReading, isTimeReading, type ListReading, type Readings, type TimeReading } from "./readings.ts";

/** The findings of one kind as pairs of field and value, where the value is one that this version knows. */
function pairsOf<T extends string>(
  findings: readonly Finding[],
  kind: FindingKind,
  isKnown: (value: string) => value is T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    findings.flatMap((one) => {
      const { field, value } = one;
      return one.kind === kind && field !== undefined && value !== undefined && isKnown(value) ? [[field, value]] : [];
    }),
  );
}

function isText(value: string): value is string {
  return value !== "";
}

/** What is known of how rows are written, out of all that was found out about an account. */
export function readingsOf(findings: readonly Finding[]): Readings {
  return {
    keys: pairsOf(findings, "key", isText),
    times: pairsOf<TimeReading>(findings, "time-cells", isTimeReading),
    lists: pairsOf<ListReading>(findings, "list-cells", isListReading),
    notReturned: findings.flatMap(({ kind, field }) => (kind === "not-returned" && field !== undefined ? [field] : [])),
  };
}

/** One thing that has become known, or, without a finding, one that is no longer so. */
export type ReadingChange = { kind: FindingKind; field: string; finding: Omit<Finding, "at"> | undefined };

function changesBetween(
  kind: FindingKind,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): ReadingChange[] {
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field) => {
    const value = fresh.get(field);
    if (value === old.get(field)) return [];
    return [{ kind, field, finding: value === undefined ? undefined : { kind, field, value, how: "seen" as const } }];
  });
}

/** What an answer has changed in what is known, one finding at a time. */
export function readingChanges(before: Readings, after: Readings): ReadingChange[] {
  const back = before.notReturned.filter((field) => !after.notReturned.includes(field));
  const gone = after.notReturned.filter((field) => !before.notReturned.includes(field));
  return [
    ...changesBetween("key", before.keys, after.keys),
    ...changesBetween("time-cells", before.times, after.times),
    ...changesBetween("list-cells", before.lists, after.lists),
    ...back.map((field): ReadingChange => ({ kind: "not-returned", field, finding: undefined })),
    ...gone.map(
      (field): ReadingChange => ({
        kind: "not-returned",
        field,
        finding: { kind: "not-returned", field, how: "seen" },
      }),
    ),
  ];
}
