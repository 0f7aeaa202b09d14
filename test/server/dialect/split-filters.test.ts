import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Finding, findingKinds } from "../../../contract/findings.ts";
import {
  type FilterGroup,
  filterGroupSchema,
  type InsightsQueryRequest,
  isNotSet,
  leafOperators,
  notSetLeaf,
} from "../../../contract/query.ts";
import { listReadings } from "../../../server/dialect/answer/readings.ts";
import { planQuery } from "../../../server/dialect/plan.ts";
import type { Shape } from "../../../server/dialect/shape.ts";
import { leavesIn, leavesOf, type SpelledList, type SpelledLists } from "../../../server/dialect/split-filters.ts";
import { ProblemError } from "../../../server/messages/problem.ts";

const role = (field: string) => ({ field, label: field, cube: "Conversation", how: "words" as const });
const shape: Shape = {
  roles: {
    id: role("Id"),
    time: { ...role("Created"), shown: "Created", grains: { hour: "Created.hour", day: "Created.day" } },
    channel: role("Channels"),
    count: role("Count"),
  },
  times: new Set(["Created"]),
  grains: new Map(["hour", "day"].map((grain) => [`Created.${grain}`, "Created"])),
  several: new Set(["Channels"]),
};

const fields = ["Id", "Created", "Channels", "Agent"] as const;
const values = fc.array(fc.constantFrom("a", "b", "2026-11-01T00:00:00.000Z"), { minLength: 1, maxLength: 3 });
const leaf = fc.oneof(
  fc.constantFrom(...fields).map(notSetLeaf),
  fc.record({ op: fc.constantFrom(...leafOperators), field: fc.constantFrom(...fields), values }),
);
const group = fc
  .record({ op: fc.constantFrom("AND", "OR", undefined), expressions: fc.array(leaf, { minLength: 1, maxLength: 4 }) })
  .map(({ op, expressions }): FilterGroup => ({ ...(op ? { op } : {}), expressions }))
  .filter((one) => filterGroupSchema.safeParse(one).success);
const query = fc
  .record({
    measures: fc.subarray(["Count"]),
    dimensions: fc.subarray(["Id", "Created.day", "Agent"], { minLength: 1 }),
    filters: fc.array(group, { minLength: 1, maxLength: 3 }),
  })
  .map((one): InsightsQueryRequest => ({ properties: { timezone: "Europe/Berlin" }, query: one }));
const finding = fc
  .record({ kind: fc.constantFrom(...findingKinds), field: fc.option(fc.constantFrom(...fields)) })
  .map(({ kind, field }): Finding => {
    const more = kind === "values" || kind === "dimensions" ? { most: 2 } : {};
    const at = "2026-11-20T12:00:00Z";
    return { kind, how: "refused", at, ...(field ? { field } : {}), ...more };
  });

const spelled = new Map<string, SpelledList>([
  ["Channels", { reading: listReadings[0], texts: ['["a"]', "[]"] }],
  ["Agent", "members"],
]);

/** The requests of a plan, and what is left of the filters for its rows. */
function asked(request: InsightsQueryRequest, known: readonly Finding[], lists: SpelledLists | undefined) {
  const find = (kind: Finding["kind"], field?: string) =>
    known.find((one) => one.kind === kind && (field === undefined || one.field === field));
  const plan = planQuery(request, 100, { findings: () => [...known], find }, shape, lists);
  // These counts are asked for as if a person had, and planned anew.
  if ("hours" in plan) return { sent: [], left: leavesOf(plan.hours) };
  const sent = "rows" in plan ? [plan.rows] : plan.sent.map((one) => one.request);
  return { sent, left: leavesIn(plan.left) };
}

test("what is not set is never asked of an account, and rows are always left out by it", async () => {
  let planned = 0;
  await fc.assert(
    fc.property(query, fc.array(finding, { maxLength: 4 }), fc.boolean(), (request, known, hasLists) => {
      try {
        const { sent, left } = asked(request, known, hasLists ? spelled : undefined);
        expect(sent.flatMap(leavesOf).filter(isNotSet)).toEqual([]);
        expect(left.filter(isNotSet)).toEqual(leavesOf(request).filter(isNotSet));
        planned += 1;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
    }),
    { numRuns: 2000 },
  );
  expect(planned).toBeGreaterThan(500);
});
