import { expect, test } from "vitest";
import { exportFigures } from "../../../client/export/figures.ts";
import type { FieldRoles } from "../../../contract/fields.ts";
import { subject } from "./exports-page.tsx";

const { fields, window, request: unfiltered } = subject();
const leaf = { op: "GT" as const, field: "DateCreated", values: ["2026-10-31T23:59:59.999Z"] };
const request = { query: { ...unfiltered.query, filters: [{ op: "AND" as const, expressions: [leaf] }] } };
const change = (roles: Partial<FieldRoles["roles"]>): FieldRoles => ({
  ...fields,
  roles: { ...fields.roles, ...roles },
});

test("the server is told what to count by, and the window where rows show the field that filters by it", () => {
  expect(exportFigures(fields, request, window)).toEqual({
    count: "Conversation.Count",
    id: "Id",
    time: { field: "DateCreated", from: "2026-11-01T00:00:00.000Z", to: "2026-11-22T12:00:00.000Z" },
  });
  expect(exportFigures(fields, unfiltered, window)).toEqual({ count: "Conversation.Count", id: "Id" });
  const { time } = fields.roles;
  if (!time) throw new Error("no time");
  const grainOnly = change({ time: { ...time, shown: "DateCreated.hour" } });
  expect(exportFigures(grainOnly, request, window)).toEqual({ count: "Conversation.Count", id: "Id" });
});

test("nothing is counted by where the account has no count of the same cube, or the rows have no ids", () => {
  const { count: _, ...roles } = fields.roles;
  expect(exportFigures({ ...fields, roles }, request, window)).toBeUndefined();
  const count = { field: "Result.Count", label: "Results", cube: "Result", how: "words" as const };
  expect(exportFigures(change({ count }), request, window)).toBeUndefined();
  expect(exportFigures(fields, { query: { dimensions: ["DateCreated"] } }, window)).toBeUndefined();
});
