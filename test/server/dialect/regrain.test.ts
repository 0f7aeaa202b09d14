import fc from "fast-check";
import { expect, test } from "vitest";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { readRow } from "../../../server/dialect/leave-out.ts";
import { bucketOf } from "../../../server/dialect/local/bucket.ts";
import { nothingMissing } from "../../../server/dialect/one-page.ts";
import { regrained, regrainPlan } from "../../../server/dialect/regrain.ts";
import type { Shape } from "../../../server/dialect/shape.ts";

const role = (field: string) => ({ field, label: field, cube: "C", how: "words" as const });
const grains = { hour: "Created.hour", day: "Created.day", week: "Created.week", month: "Created.month" };
const shape: Shape = {
  roles: { id: role("Id"), count: role("Count"), time: { ...role("Created"), shown: "Created", grains } },
  times: new Set(["Created"]),
  grains: new Map(Object.values(grains).map((field) => [field, "Created"])),
  several: new Set(),
};

function asked(dimensions: string[], zone: string): InsightsQueryRequest {
  const bounds = [
    { op: "GT" as const, field: "Created", values: ["2026-10-01T03:59:59.999Z"] },
    { op: "LT" as const, field: "Created", values: ["2026-11-30T05:00:00.000Z"] },
  ];
  const orderBy = dimensions.map((field) => ({ field }));
  const query = { measures: ["Count"], dimensions, filters: [{ op: "AND" as const, expressions: bounds }], orderBy };
  return { domain: "Conversations", properties: { timezone: zone }, query };
}

const first = Date.parse("2026-10-01T04:00:00Z");
const hours = 60 * 24;

test("hours of UTC add up to what the days of a zone are, also where clocks are set back", () => {
  const zone = "America/New_York";
  fc.assert(
    fc.property(
      fc.constantFrom("day" as const, "week" as const, "month" as const),
      fc.array(fc.tuple(fc.nat({ max: hours - 1 }), fc.constantFrom("a", "b", null)), { maxLength: 60 }),
      (grain, conversations) => {
        const plan = regrainPlan(asked([grains[grain], "Status"], zone), shape);
        if (!plan) throw new Error("There is a plan.");
        expect(plan.hours.query.dimensions).toEqual(["Created.hour", "Status"]);
        expect(plan.hours.properties).toEqual({ timezone: "UTC" });
        const rows = conversations.map(([hour, status]) => ({
          "Created.hour": new Date(first + hour * 3_600_000).toISOString(),
          Status: status,
          Count: "1",
        }));
        const bucket = bucketOf(grain, zone);
        const expected = new Map<string, number>();
        for (const [hour, status] of conversations) {
          const key = JSON.stringify([bucket(first + hour * 3_600_000), status]);
          expected.set(key, (expected.get(key) ?? 0) + 1);
        }
        const got = regrained(plan, rows, nothingMissing).rows.map(readRow);
        expect(new Map(got.map((row) => [JSON.stringify([row[grains[grain]], row["Status"]]), row["Count"]]))).toEqual(
          expected,
        );
      },
    ),
  );
});

test("averages, hours and zones of half hours are not added up", () => {
  expect(regrainPlan(asked(["Created.hour"], "America/New_York"), shape)).toBeUndefined();
  expect(regrainPlan(asked(["Created.day"], "Asia/Kolkata"), shape)).toBeUndefined();
  const { query, ...around } = asked(["Created.day"], "America/New_York");
  expect(regrainPlan({ ...around, query: { ...query, measures: ["Average"] } }, shape)).toBeUndefined();
});
