import { expect, test } from "vitest";
import type { FilterLeaf, InsightsQueryRequest, OrderBy } from "../../../contract/query.ts";
import type { Plan } from "../../../server/dialect/plan.ts";
import type { Shape } from "../../../server/dialect/shape.ts";
import { ignoredOrder, unheeded } from "../../../server/dialect/unheeded.ts";
import { toBuffers } from "./answer/asked.ts";

const role = (field: string) => ({ cube: "C", field, label: field, how: "words" as const });
const shape: Shape = {
  roles: {
    id: role("Id"),
    status: role("Status"),
    time: { ...role("Created"), shown: "Created", grains: { day: "Created.day" } },
  },
  times: new Set(["Created"]),
  grains: new Map([["Created.day", "Created"]]),
  several: new Set(["Channels"]),
};
const window: FilterLeaf[] = [
  { op: "GT", field: "Created", values: ["2026-11-01T00:00:00.000Z"] },
  { op: "LT", field: "Created", values: ["2026-11-08T00:00:00.000Z"] },
];

function found(rows: readonly object[], leaves: FilterLeaf[], dimensions = ["Id", "Created", "Channels", "Status"]) {
  const query = { dimensions, filters: [{ op: "AND" as const, expressions: leaves }] };
  const canonical: InsightsQueryRequest = { query };
  const plan: Plan = {
    canonical,
    sent: [{ request: canonical, pageSize: undefined }],
    left: [],
    later: [],
    laterMeasures: [],
    until: undefined,
    marks: { notes: [], unsorted: [] },
    isPlain: true,
  };
  return unheeded(plan, toBuffers(rows), shape).map(({ kind, field }) => [kind, field]);
}

const isIn = (field: string, ...values: string[]): FilterLeaf => ({ op: "IN", field, values });
const isNot = (field: string, value: string): FilterLeaf => ({ op: "NE", field, values: [value] });

test.each<[what: string, rows: object[], leaf: FilterLeaf, kinds: unknown[]]>([
  ["a list without the member", [{ Id: 1, Channels: ["sms"] }], isIn("Channels", "voice"), [["no-filter", "Channels"]]],
  ["a list with it", [{ Id: 1, Channels: ["sms", "voice"] }], isIn("Channels", "voice"), []],
  ["another case", [{ Id: 1, Channels: ["VOICE"] }], isIn("Channels", "voice"), []],
  ["a part of a text", [{ Id: 1, Status: "closed (late)" }, { Id: 2 }], isIn("Status", "closed"), []],
  [
    "another word",
    [
      { Id: 1, Status: "open" },
      { Id: 2, Status: "open" },
    ],
    isIn("Status", "closed"),
    [["no-filter", "Status"]],
  ],
  ["nothing there", [{ Id: 1, Status: null }, { Id: 2, Status: "" }, { Id: 3 }], isIn("Status", "closed"), []],
  // One row of the conversation fits, and the last one's may follow.
  [
    "rows of its members",
    [
      { Id: 1, Channels: "sms" },
      { Id: 1, Channels: "voice" },
      { Id: 2, Channels: "sms" },
    ],
    isIn("Channels", "voice"),
    [],
  ],
  [
    "no row of the conversation",
    [
      { Id: 1, Channels: "sms" },
      { Id: 2, Channels: "sms" },
    ],
    isIn("Channels", "voice"),
    [["no-filter", "Channels"]],
  ],
  ["what is excluded", [{ Id: 1, Status: "closed" }], isNot("Status", "closed"), [["no-ne", undefined]]],
  ["a list with more than what is excluded", [{ Id: 1, Channels: ["sms", "voice"] }], isNot("Channels", "sms"), []],
])("%s shows whether a filter was heeded", (_, rows, leaf, kinds) => {
  expect(found(rows, [leaf])).toEqual(kinds);
});

const at = (...times: string[]) => times.map((time, place) => ({ Id: place, Created: `2026-${time}:00.000Z` }));

test("rows far outside the window show that it is ignored; those of another zone do not", () => {
  expect(found(at("09-05T10:00", "10-05T10:00", "11-05T10:00"), window)).toEqual([["no-filter", "Created"]]);
  expect(found(at("10-31T02:00", "11-09T01:00", "11-05T10:00"), window)).toEqual([]);
  const days = at("08-01T00:00", "09-01T00:00", "11-02T00:00").map(({ Created }) => ({ "Created.day": Created }));
  expect(found(days, window, ["Created.day"])).toEqual([["no-filter", "Created"]]);
});

function order(rows: readonly object[], field: string, direction: OrderBy["direction"]) {
  const query = { dimensions: ["Created", "Name"], measures: ["Count"], orderBy: [{ field, direction }] };
  return ignoredOrder({ query }, toBuffers(rows), shape);
}
const named = (...names: (string | null)[]) => names.map((Name) => ({ Name }));

test("an order that is not heeded is seen, whatever collation an account has", () => {
  expect(order(at("11-05T10:00", "11-04T10:00", "11-03T10:00"), "Created", "DESC")).toEqual([]);
  expect(order(at("11-03T10:00", "11-04T10:00", "11-05T10:00"), "Created", "DESC")).toEqual(["Created"]);
  // By the minute, and once by the clocks of a night in which they are set back.
  expect(order(at("11-05T10:00", "11-05T10:01", "11-05T09:00", "11-05T09:01"), "Created", "DESC")).toEqual([]);
  expect(order(at("11-05T10:00", "11-05T09:00", "11-05T10:00", "11-05T09:00"), "Created", "DESC")).toEqual([]);
  expect(order(named("a", "B", "b", "C", null), "Name", "ASC")).toEqual([]);
  expect(order(named("B", "C", "a", "b"), "Name", "ASC")).toEqual([]);
  expect(order(named("a", "b", "a", "b", "a"), "Name", "ASC")).toEqual(["Name"]);
  expect(order(named("d", "c", "b", "a"), "Name", "ASC")).toEqual(["Name"]);
  expect(order([{ Count: "10" }, { Count: 9 }], "Count", "DESC")).toEqual([]);
  expect(order([{ Count: 9 }, { Count: "10" }], "Count", "DESC")).toEqual(["Count"]);
});
