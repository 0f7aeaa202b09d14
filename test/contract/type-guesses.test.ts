import { describe, expect, test } from "vitest";
import { findFields } from "../../contract/fields.ts";
import type { Cube, Measure } from "../../contract/metadata.ts";
import { cube, metadata } from "./samples.ts";

/** Measures by name and aggregation. */
function counting(
  name: string,
  dimensions: Cube["dimensions"],
  ...measures: [name: string, aggregation: string][]
): Cube {
  const listed = measures.map(([name, aggregation]): Measure => ({ name, type: "number", aggregation }));
  return { name, dimensions, measures: listed };
}

const opaque = counting(
  "c_1",
  [
    { name: "c_1.dim_1", type: "string" },
    { name: "c_1.dim_2", type: "time" },
    { name: "c_1.dim_2.day", type: "time" },
    { name: "c_1.dim_2.hour", type: "time" },
    { name: "c_1.dim_3", type: "string" },
  ],
  ["c_1.m_1", "countDistinct"],
  ["c_1.m_2", "avg"],
);

describe("a role that no words tell", () => {
  test("is guessed by type, and says so: the only time, with its grains, and the only count", () => {
    const { roles } = findFields(metadata(opaque));
    expect(roles.time).toEqual({
      field: "c_1.dim_2",
      label: "Dim 2",
      cube: "c_1",
      how: "type",
      shown: "c_1.dim_2",
      grains: { day: "c_1.dim_2.day", hour: "c_1.dim_2.hour" },
    });
    expect(roles.count).toMatchObject({ field: "c_1.m_1", how: "type" });
    expect(roles.id).toBeUndefined();
  });

  test("is not guessed where words tell it, and a person's choice is no guess", () => {
    const named = { ...opaque, dimensions: [...opaque.dimensions, { name: "CreatedAt", type: "time" }] };
    expect(findFields(metadata(named)).roles.time).toMatchObject({ field: "CreatedAt", how: "words" });
    expect(findFields(metadata(opaque), { time: "c_1.dim_2" }).roles.time?.how).toBe("named");
  });

  test("is not guessed among two times or two counts", () => {
    const twice = {
      ...opaque,
      dimensions: [...opaque.dimensions, { name: "dim_4", type: "time" }],
      measures: [...opaque.measures, { name: "m_3", type: "number", aggregation: "count" }],
    };
    const { roles } = findFields(metadata(twice));
    expect([roles.time, roles.count]).toEqual([undefined, undefined]);
  });

  test("is guessed past fields whose names say that they are something else", () => {
    const more = {
      ...opaque,
      dimensions: [
        ...opaque.dimensions,
        ...["UpdatedAt", "Message.CreatedAt", "ClosedDate", "ResolvedAt"].map((name) => ({ name, type: "time" })),
      ],
      measures: [
        ...opaque.measures,
        ...["MessageCount", "TurnCount", "Participant.Count"].map((name) => ({
          name,
          type: "number",
          aggregation: "count",
        })),
      ],
    };
    const { roles } = findFields(metadata(more));
    expect([roles.time?.field, roles.count?.field]).toEqual(["c_1.dim_2", "c_1.m_1"]);
  });

  test.each(["UpdatedAt", "EndedDate", "LastSeenTime", "ResolvedAt", "IngestedTimestamp", "Participant.JoinDate"])(
    "is never the only time that is another one: %s",
    (name) => {
      expect(findFields(metadata(cube("Conversation", [], ["Id", [name, "time"]]))).roles.time).toBeUndefined();
    },
  );

  test.each(["TurnCount", "MessageCount", "number_of_turns", "Participant.Count"])(
    "is never the only count of something else: %s",
    (name) => {
      const counts = counting("Conversation", [{ name: "Id" }], [name, "count"]);
      expect(findFields(metadata(counts)).roles.count).toBeUndefined();
    },
  );

  test.each(["count", "countDistinct", "count_distinct", "COUNT_DISTINCT", "countDistinctApprox"])(
    "is found by the aggregation %s",
    (aggregation) => {
      expect(findFields(metadata(counting("c", [], ["m", aggregation]))).roles.count?.field).toBe("m");
    },
  );

  test.each(["sum", "avg", "number", "countIf", ""])("is not found by the aggregation “%s”", (aggregation) => {
    expect(findFields(metadata(counting("c", [], ["m", aggregation]))).roles.count).toBeUndefined();
  });

  test("is not guessed where two cubes look alike, until a named id tells which is meant", () => {
    const twin = {
      ...opaque,
      name: "c_2",
      dimensions: [
        { name: "x", type: "string" },
        { name: "y", type: "time" },
      ],
    };
    expect(findFields(metadata(opaque, twin)).roles.time).toBeUndefined();
    const found = findFields(metadata(opaque, twin), { id: "x" });
    expect(found.cube).toBe("c_2");
    expect(found.roles.time).toMatchObject({ field: "y", cube: "c_2", how: "type" });
  });
});
