import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Row } from "../../../contract/page.ts";
import type { FilterGroup, FilterLeaf } from "../../../contract/query.ts";
import { long } from "../../support/long.ts";
import { type Asked, ask, now, words } from "./support.ts";

const dimensions = [
  "Id",
  "Name",
  "Status",
  "DateCreated",
  "Channels",
  "Languages",
  "OperatorResult.Value",
  "CustomerName",
  "AgentName",
  "AgentType",
  "ParticipantCount",
  "MessageCount",
  "Duration",
  "WaitTime",
];
const numeric = new Set(["ParticipantCount", "MessageCount", "Duration", "WaitTime"]);
const arrays = new Set(["Channels", "Languages"]);

let asked: Asked;
let all: Row[];
beforeAll(async () => {
  asked = await ask({ conversations: 700, now });
  all = await asked.rows({ dimensions });
});
afterAll(() => asked.standIn.close());

/** Times are written in one width, so they compare as words do. Words compare by code point, as bytes of UTF-8 do. */
function less(field: string, a: string, b: string): boolean {
  if (numeric.has(field)) return Number(a) < Number(b);
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}

/** The plain reading of a leaf: a null matches nothing; an array has a value or it has not. */
function leafHolds(row: Row, { op, field, values = [] }: FilterLeaf): boolean {
  const cell = row[field];
  if (cell === null) return false;
  const has = words(cell).some((word) => values.includes(word));
  if (op === "EQ" || op === "IN") return has;
  if (op === "NE") return !has;
  return op === "LT" ? less(field, String(cell), values[0] ?? "") : less(field, values[0] ?? "", String(cell));
}

function holds(row: Row, groups: readonly FilterGroup[]): boolean {
  return groups.every((group) =>
    group.op === "OR"
      ? group.expressions.some((leaf) => leafHolds(row, leaf))
      : group.expressions.every((leaf) => leafHolds(row, leaf)),
  );
}

const leaf: fc.Arbitrary<FilterLeaf> = fc.constantFrom(...dimensions).chain((field) => {
  const value = fc.nat(699).chain((i) => {
    const pool = words(all[i]?.[field] ?? null);
    return fc.constantFrom(...(pool.length > 0 ? pool : ["0"]));
  });
  const safe = field === "DateCreated" ? value.map((one) => (one === "0" ? "2026-10-10T00:00:00Z" : one)) : value;
  const many = fc.record({
    op: fc.constantFrom("EQ" as const, "NE" as const, "IN" as const),
    field: fc.constant(field),
    values: fc.array(safe, { minLength: 1, maxLength: 6 }),
  });
  const one = fc.record({
    op: fc.constantFrom("GT" as const, "LT" as const),
    field: fc.constant(field),
    values: fc.tuple(safe).map((tuple) => [...tuple]),
  });
  return arrays.has(field) ? many : fc.oneof(many, one);
});

const group: fc.Arbitrary<FilterGroup> = fc.record(
  { op: fc.constantFrom("AND" as const, "OR" as const), expressions: fc.array(leaf, { minLength: 1, maxLength: 4 }) },
  { requiredKeys: ["expressions"] },
);

describe("filters", () => {
  it("keep the rows that a plain filter keeps", async () => {
    expect(all).toHaveLength(700);
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(group, { minLength: 1, maxLength: 3 }), async (filters) => {
        const expected = all.filter((row) => holds(row, filters));
        kept += expected.length;
        expect(await asked.rows({ dimensions, filters })).toEqual(expected);
      }),
      { numRuns: long(40, 1000) },
    );
    expect(kept).toBeGreaterThan(1000);
  }, 60_000);

  it("leave the ends of an open range out", async () => {
    const [from, to] = [String(all[600]?.DateCreated), String(all[100]?.DateCreated)];
    const rows = await asked.rows({
      dimensions,
      filters: [
        {
          expressions: [
            { op: "GT", field: "DateCreated", values: [from] },
            { op: "LT", field: "DateCreated", values: [to] },
          ],
        },
      ],
    });
    expect(rows).toEqual(all.slice(101, 600));
  });

  it.each([
    ["UTC", "2026-10-01T00:00:00Z"],
    ["Asia/Kathmandu", "2026-09-30T18:15:00Z"],
    ["America/New_York", "2026-10-01T04:00:00Z"],
    ["Pacific/Kiritimati", "2026-09-30T10:00:00Z"],
  ])("read a date in the zone of the query: %s", async (timezone, instant) => {
    const query = (value: string) => ({
      dimensions,
      filters: [{ expressions: [{ op: "GT" as const, field: "DateCreated", values: [value] }] }],
    });
    const rows = await asked.rows(query("2026-10-01"), timezone);
    expect(rows).toEqual(await asked.rows(query(instant)));
    expect(rows).toEqual(await asked.rows(query("2026-10-01T00:00:00"), timezone));
    expect(rows.length).toBeGreaterThan(100);
  });

  it("take names that would break a statement written by hand", async () => {
    const values = ["'; DROP TABLE conversation; --", "$1", "\\", '"', "%", "NULL"];
    expect(await asked.rows({ dimensions, filters: [{ expressions: [{ op: "IN", field: "Name", values }] }] })).toEqual(
      [],
    );
    expect(await asked.rows({ dimensions })).toHaveLength(700);
  });
});
