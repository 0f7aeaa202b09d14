import { expect, test } from "vitest";
import type { Finding } from "../../../../contract/findings.ts";
import { readingChanges, readingsOf } from "../../../../server/dialect/answer/kept.ts";
import type { Readings } from "../../../../server/dialect/answer/readings.ts";
import { known } from "./asked.ts";

const some: Readings = known({
  keys: { "A.x": "x", constructor: "c" },
  times: { "A.t": "iso:open" },
  lists: { "A.l": "json-text" },
  notReturned: ["A.y"],
});

function kept(before: Readings, after: Readings, held: readonly Finding[] = []): Finding[] {
  const changes = readingChanges(before, after);
  const left = held.filter((one) => !changes.some(({ kind, field }) => one.kind === kind && one.field === field));
  const fresh = changes.flatMap(({ finding }) => (finding ? [{ ...finding, at: "2026-11-30T00:00:00.000Z" }] : []));
  return [...left, ...fresh];
}

test("readings that are kept as findings come back as they were", () => {
  const first = kept(known(), some);
  expect(first).toHaveLength(5);
  expect(readingsOf(first)).toEqual(some);
  const later = known({ keys: { "A.x": "X" }, times: { "A.t": "iso:utc", "A.d": "epoch-s:stated" } });
  expect(readingsOf(kept(some, later, first))).toEqual(later);
  expect(readingChanges(some, some)).toEqual([]);
});

test("readings that this version does not know are not believed", () => {
  const finding = { field: "A.t", value: "lunar", how: "seen", at: "2026-11-30T00:00:00.000Z" } as const;
  const findings: Finding[] = [
    { ...finding, kind: "time-cells" },
    { ...finding, kind: "list-cells" },
    { ...finding, kind: "page-size" },
  ];
  expect(readingsOf(findings)).toEqual(known());
});
