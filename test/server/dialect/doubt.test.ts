import { expect, test } from "vitest";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { createDoubt } from "../../../server/dialect/doubt.ts";
import type { Shape } from "../../../server/dialect/shape.ts";
import { toBuffers } from "./answer/asked.ts";

const role = (field: string) => ({ cube: "C", field, label: field, how: "words" as const });
const shape: Shape = {
  roles: { count: role("Count"), time: { ...role("Created"), shown: "Created", grains: { day: "Created.day" } } },
  times: new Set(["Created"]),
  grains: new Map([["Created.day", "Created"]]),
  several: new Set(),
};

function asked(dimensions: string[]): InsightsQueryRequest {
  const expressions = [
    { op: "GT" as const, field: "Created", values: ["2026-11-02T04:59:59.999Z"] },
    { op: "LT" as const, field: "Created", values: ["2026-11-05T05:00:00.000Z"] },
  ];
  const query = { measures: ["Count"], dimensions, filters: [{ op: "AND" as const, expressions }] };
  return { properties: { timezone: "America/New_York" }, query };
}

function isDoubted(rows: readonly object[], lost: number): boolean {
  const doubt = createDoubt({ find: () => undefined });
  doubt.total(asked([]), toBuffers([{ Count: 30 }]), shape);
  return doubt.isOfOtherZone(asked(["Created.day"]), { rows: toBuffers(rows), lost }, shape);
}

const days = ["02", "03", "04"].map((day) => ({ "Created.day": `2026-11-${day}T00:00:00.000`, Count: 10 }));

test("days that do not add up to the count are of another zone, unless rows of them could not be read", () => {
  expect(isDoubted(days, 0)).toBe(false);
  expect(isDoubted(days.slice(1), 0)).toBe(true);
  expect(isDoubted(days.slice(1), 1)).toBe(false);
});

test("a day that is none of the zone shows another one, whatever could not be read", () => {
  const shifted = days.map((row) => ({ ...row, "Created.day": row["Created.day"].replace("T00", "T05") }));
  expect(isDoubted(shifted, 1)).toBe(true);
});
