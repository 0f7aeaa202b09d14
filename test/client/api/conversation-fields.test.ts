import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinRows } from "../../../client/api/conversation-fields.ts";
import { cellMembers } from "../../../client/format/values.ts";

describe("the rows of one conversation", () => {
  test("are one row with each value that any of them has, once, in the order they came", () => {
    const rows = [
      { Id: "a", Channel: "voice", Language: "en", Note: null, Score: 3 },
      { Id: "a", Channel: "sms", Language: "en", Note: "", Score: 3 },
      { Id: "a", Channel: "voice", Language: "es", Note: "late", Score: 3 },
    ];
    expect(joinRows(rows)).toEqual({
      Id: "a",
      Channel: ["voice", "sms"],
      Language: ["en", "es"],
      Note: "late",
      Score: 3,
    });
  });

  test("stay what they are where there is one", () => {
    const row = { Id: "a", Channels: ["voice", "voice"], Note: null, Extra: { a: 1 } };
    expect(joinRows([row])).toEqual(row);
    expect(joinRows([])).toBeUndefined();
  });

  test("lose no value and gain none", () => {
    const cell = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string({ minLength: 1 })));
    const rows = fc.array(fc.dictionary(fc.constantFrom("A", "B", "C"), cell), { minLength: 1 });
    fc.assert(
      fc.property(rows, (all) => {
        const joined = joinRows(all) ?? {};
        for (const name of ["A", "B", "C"]) {
          const had = new Set(all.flatMap((row) => cellMembers(row[name])));
          expect(new Set(cellMembers(joined[name]))).toEqual(had);
        }
      }),
    );
  });
});
