import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { copiedTable } from "../../../client/export/copy-table.ts";
import type { ViewColumn } from "../../../client/view/columns.ts";

const columns: ViewColumn[] = [
  { field: "T", label: "Created", kind: "time", sortable: true },
  { field: "C", label: "Channels", kind: "channel", sortable: true },
  { field: "X", label: "Text", kind: "text", sortable: true },
];

function copied(...rows: Record<string, unknown>[]): string[][] {
  return parse(copiedTable(rows, columns, "Europe/Berlin").text, { delimiter: "\t" });
}

describe("rows copied as a table", () => {
  test("stand under the words of their columns, times in the zone, members joined", () => {
    expect(copied({ T: "2026-11-03T12:00:00.123456Z", C: ["voice", "sms"], X: null })).toEqual([
      ["Created (Europe/Berlin)", "Channels", "Text"],
      ["2026-11-03T13:00:00.123456+01:00", "voice; sms", ""],
    ]);
  });

  test("have times without an offset as the screen shows them", () => {
    const at = (T: string) => copied({ T, C: null, X: null })[1]?.[0];
    expect(at("2026-11-03T12:00:00.123")).toBe("2026-11-03T13:00:00.123+01:00");
    expect(at("2026-11-03 12:00:00")).toBe("2026-11-03T13:00:00+01:00");
    expect(at("2026-11-03")).toBe("2026-11-03");
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["＝1+1", "'＝1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["-5", "-5"],
    ["+14155550100", "+14155550100"],
  ])("do not run: %s", (text, safe) => {
    expect(copied({ T: "", C: null, X: text })[1]?.[2]).toBe(safe);
  });

  test("keep any text in its cell", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a"\t\n\r,é😀') }), (text) => {
        const [, cells] = copied({ T: null, C: [text], X: "end" });
        expect(cells).toEqual(["", /^[\t\r]/.test(text) ? `'${text}` : text, "end"]);
      }),
    );
  });

  test("are harmless as HTML, too", () => {
    const { html } = copiedTable([{ X: '<img src=x onerror="a">&' }], columns, "UTC");
    expect(html).toContain("<td>&lt;img src=x onerror=&quot;a&quot;&gt;&amp;</td>");
  });
});
