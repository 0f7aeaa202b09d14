import { describe, expect, test } from "vitest";
import { newExportSchema } from "../../contract/export.ts";
import { insightsQueryRequestSchema, isNotSet, leafOperators, notSetLeaf } from "../../contract/query.ts";

/** Where a body is refused, as a path; "" when it is taken. */
function refusedAt(body: unknown): string | undefined {
  const read = insightsQueryRequestSchema.safeParse(body);
  return read.success ? undefined : read.error.issues[0]?.path.join(".");
}

function withLeaf(leaf: unknown) {
  return { query: { dimensions: ["Id"], filters: [{ expressions: [leaf] }] } };
}

describe("a query request", () => {
  test("is taken whole as the documentation writes it", () => {
    const body = {
      domain: "Conversations",
      properties: { timezone: "Europe/Berlin" },
      query: {
        measures: ["Conversation.Count"],
        dimensions: ["Conversation.CreatedDate.hour"],
        filters: [
          { expressions: [{ op: "GT", field: "Conversation.CreatedDate", values: ["2026-04-02"] }] },
          { op: "OR", expressions: [{ op: "EQ", field: "Channels" }] },
        ],
        orderBy: [{ field: "Conversation.Count", direction: "DESC" }, { field: "Id" }],
      },
    };
    expect(insightsQueryRequestSchema.parse(body)).toEqual(body);
  });

  test("needs no more than one measure or one dimension", () => {
    expect(refusedAt({ query: { measures: ["Count"] } })).toBeUndefined();
    expect(refusedAt({ query: { dimensions: ["Id"] } })).toBeUndefined();
    expect(refusedAt({ query: {} })).toBe("query");
    expect(refusedAt({ query: { measures: [], dimensions: [] } })).toBe("query");
  });

  test.each([
    [undefined, ""],
    [{}, "query"],
    [{ query: { dimensions: "Id" } }, "query.dimensions"],
    [{ query: { dimensions: [""] } }, "query.dimensions.0"],
    [{ query: { dimensions: ["Id"], limit: 5 } }, "query"],
    [{ query: { dimensions: ["Id"] }, pageSize: 5 }, ""],
    [{ query: { dimensions: ["Id"] }, properties: { zone: "UTC" } }, "properties"],
    [{ query: { dimensions: ["Id"] }, properties: { timezone: "" } }, "properties.timezone"],
    [{ query: { dimensions: ["Id"], filters: [{ expressions: [] }] } }, "query.filters.0.expressions"],
    [{ query: { dimensions: ["Id"], filters: [{ op: "EQ", expressions: [{}] }] } }, "query.filters.0.op"],
    [{ query: { dimensions: ["Id"], orderBy: [{ field: "Id", direction: "UP" }] } }, "query.orderBy.0.direction"],
    [withLeaf({ op: "AND", field: "Id" }), "query.filters.0.expressions.0.op"],
    [withLeaf({ op: "LIKE", field: "Id" }), "query.filters.0.expressions.0.op"],
    [withLeaf({ op: "EQ", values: ["a"] }), "query.filters.0.expressions.0.field"],
    [withLeaf({ op: "EQ", field: "Id", values: [1] }), "query.filters.0.expressions.0.values.0"],
    [withLeaf({ op: "EQ", field: "Id", expressions: [] }), "query.filters.0.expressions.0"],
    [
      { query: { dimensions: ["Id"], filters: [{ op: "OR", expressions: [notSetLeaf("A"), notSetLeaf("B")] }] } },
      "query.filters.0.expressions",
    ],
  ])("is refused at its first fault: %j at “%s”", (body, path) => {
    expect(refusedAt(body)).toBe(path);
  });
});

test("what is not set is an EQ with an empty list, and nothing else", () => {
  expect(isNotSet(notSetLeaf("Id"))).toBe(true);
  expect(refusedAt(withLeaf(notSetLeaf("Id")))).toBeUndefined();
  for (const op of leafOperators) {
    expect([isNotSet({ op }), isNotSet({ op, values: [""] }), isNotSet({ op, values: [] })]).toEqual([
      false,
      false,
      op === "EQ",
    ]);
  }
});

describe("an export", () => {
  const columns = [{ field: "Id", header: "" }];
  const request = { query: { dimensions: ["Id"] } };

  test("needs a query and columns; all else has a default", () => {
    const body = { request, columns: [...columns, { field: "T", header: "Time", type: "time" }] };
    expect(newExportSchema.parse(body)).toEqual({
      ...body,
      format: "csv",
      name: "conversations",
      options: {
        separator: ",",
        arrayMark: "; ",
        bom: false,
        escapeFormulas: true,
        times: "iso",
        exactTimes: false,
        decimal: ".",
        protectText: false,
      },
    });
  });

  test.each([
    { request, columns: [] },
    { request, columns, format: "xls" },
    { request, columns: [{ field: "", header: "a" }] },
    { request, columns: [{ field: "a", header: "a", type: "date" }] },
    { columns },
    { request, columns, more: 1 },
    { request, columns, options: { separator: "|" } },
  ])("is refused when a part is wrong: %j", (body) => {
    expect(newExportSchema.safeParse(body).success).toBe(false);
  });
});
